import { type Fen, fen } from '../../core/money.ts'

/** The vendor's yuan with two decimals, as fen; undefined for anything else. */
export function fenOfYuan(text: string): Fen | undefined {
  const [, yuan, decimals] = /^(\d{1,12})(?:\.(\d{2}))?$/.exec(text) ?? []
  return yuan === undefined ? undefined : fen(Number(yuan) * 100 + Number(decimals ?? 0))
}

/** Every value of a row stands behind a backtick, so that a spreadsheet leaves it alone; values hold no comma that is followed by one. */
const valuesOf = (line: string): readonly string[] => line.slice(1).split(',`')

/** The vendor writes its brackets in both widths. */
const headingOf = (text: string): string => text.trim().replaceAll('（', '(').replaceAll('）', ')')

export type Cells<Column extends string> = Readonly<Record<Column, string>>
type Headings<Column extends string> = Readonly<Record<Column, string>>

function cellReader<Column extends string>(
  header: string,
  columns: Headings<Column>,
): ((line: string) => Cells<Column> | undefined) | undefined {
  const headings = header.split(',').map(headingOf)
  const places = Object.entries<string>(columns).map(([column, heading]) => [column, headings.indexOf(heading)] as const)
  if (places.some(([, place]) => place < 0)) return undefined
  return (line) => {
    const values = valuesOf(line)
    if (values.length !== headings.length) return undefined
    return Object.fromEntries(places.map(([column, place]) => [column, values[place] ?? ''])) as Cells<Column> // one cell a column
  }
}

/** Reads the rows of a bill; undefined when a single one cannot be read, for half a comparison would look like a whole one. */
export function tableReader<Column extends string, Row>(columns: Headings<Column>, rowOf: (cells: Cells<Column>) => Row | undefined) {
  return (file: Uint8Array): readonly Row[] | undefined => {
    const lines = new TextDecoder()
      .decode(file)
      .split(/\r?\n/)
      .filter((line) => line !== '')
    const read = cellReader(lines[0] ?? '', columns)
    if (read === undefined) return undefined
    const rows = lines.slice(1).filter((line) => line.startsWith('`'))
    // The last line in backticks is the sum of all.
    const known = rows.slice(0, -1).map((line) => {
      const cells = read(line)
      return cells === undefined ? undefined : rowOf(cells)
    })
    return known.every((row) => row !== undefined) ? known : undefined
  }
}
