import { type Fen, fen } from '../../core/money.ts'
import type { BillRow } from '../port.ts'
import { BILL_COLUMNS } from './bill-copy.ts'

type Column = keyof typeof BILL_COLUMNS
const COLUMNS = Object.keys(BILL_COLUMNS) as Column[]
const PAID_STATES = ['SUCCESS', 'REFUND', 'REVOKED']

/** The vendor's yuan with two decimals, as fen; undefined for anything else. */
export function fenOfYuan(text: string): Fen | undefined {
  const [, yuan, decimals] = /^(\d{1,12})(?:\.(\d{2}))?$/.exec(text) ?? []
  return yuan === undefined ? undefined : fen(Number(yuan) * 100 + Number(decimals ?? 0))
}

/** Every value of a row stands behind a backtick, so that a spreadsheet leaves it alone; values hold no comma that is followed by one. */
const valuesOf = (line: string): readonly string[] => line.slice(1).split(',`')

type Cells = Readonly<Record<Column, string>>

function cellReader(header: string): ((line: string) => Cells | undefined) | undefined {
  const headings = header.split(',').map((heading) => heading.trim())
  const places = COLUMNS.map((column) => [column, headings.indexOf(BILL_COLUMNS[column])] as const)
  if (places.some(([, place]) => place < 0)) return undefined
  return (line) => {
    const values = valuesOf(line)
    if (values.length !== headings.length) return undefined
    return Object.fromEntries(places.map(([column, place]) => [column, values[place] ?? ''])) as Cells
  }
}

function rowOf({ payment, state, totalYuan, refund, refundYuan }: Cells): BillRow | undefined {
  if (!PAID_STATES.includes(state)) return undefined
  const isRefund = state !== 'SUCCESS'
  const amountFen = fenOfYuan(isRefund ? refundYuan : totalYuan)
  if (amountFen === undefined) return undefined
  return { kind: isRefund ? 'refund' : 'payment', number: isRefund ? refund : payment, payment, amountFen }
}

/** The rows of a day's bill; undefined when a single one cannot be read, for half a comparison would look like a whole one. */
export function readBillFile(file: Uint8Array): readonly BillRow[] | undefined {
  const lines = new TextDecoder()
    .decode(file)
    .split(/\r?\n/)
    .filter((line) => line !== '')
  const read = cellReader(lines[0] ?? '')
  if (read === undefined) return undefined
  const rows = lines.slice(1).filter((line) => line.startsWith('`'))
  // The last line in backticks is the sum of all.
  const known = rows.slice(0, -1).map((line) => {
    const cells = read(line)
    return cells === undefined ? undefined : rowOf(cells)
  })
  return known.every((row) => row !== undefined) ? known : undefined
}
