import { countyDay, inCounty } from '../../core/clock.ts'
import { dayAsked, hand, line, yuan } from './bill-desk.ts'
import { FLOW_HEADINGS, FLOW_SUM_HEADINGS, FLOW_WORDS } from './bill-heading-copy.ts'
import type { Office } from './books.ts'
import { type Asked, fail, type Said } from './desk.ts'

interface Movement {
  readonly at: Temporal.Instant
  readonly what: 'payment' | 'refund' | 'payout'
  readonly direction: 'in' | 'out'
  readonly amountFen: number
  /** Ours is the vendor's number of it, the voucher the merchant's. */
  readonly ours: string
  readonly voucher: string
}

/** What moved on the merchant's one account, in the order of time. A transfer moves when it succeeds; what came to nothing never moved. */
function movementsOf({ orders, refunds, transfers }: Office): readonly Movement[] {
  const paid = orders.values().flatMap(({ paidAt, totalFen, transaction = '', number }): Movement[] => {
    if (paidAt === undefined) return []
    return [{ at: paidAt, what: 'payment', direction: 'in', amountFen: totalFen, ours: transaction, voucher: number }]
  })
  const back = refunds.values().flatMap(({ doneAt, amountFen, number }): Movement[] => {
    if (doneAt === undefined) return []
    return [{ at: doneAt, what: 'refund', direction: 'out', amountFen, ours: `50${number}`, voucher: number }]
  })
  const sent = transfers.values().flatMap(({ endedAt, state, amountFen, bill, number }): Movement[] => {
    if (endedAt === undefined || state !== 'SUCCESS') return []
    return [{ at: endedAt, what: 'payout', direction: 'out', amountFen, ours: bill, voucher: number }]
  })
  return [...paid, ...back, ...sent].toSorted((one, other) => Temporal.Instant.compare(one.at, other.at))
}

const sumOf = (some: readonly Movement[]): number => some.reduce((sum, { amountFen }) => sum + amountFen, 0)
const balanceOf = (some: readonly Movement[]): number =>
  some.reduce((sum, { direction, amountFen }) => sum + (direction === 'in' ? amountFen : -amountFen), 0)

function lineOf({ keys }: Office, { at, what, direction, amountFen, ours, voucher }: Movement, balanceFen: number): string {
  const time = inCounty(at).toPlainDateTime().toString({ smallestUnit: 'second' }).replace('T', ' ')
  const word = FLOW_WORDS[what]
  return line([
    time,
    ours,
    `1${keys.mchid}${ours}`,
    word,
    word,
    FLOW_WORDS[direction],
    yuan(amountFen),
    yuan(balanceFen),
    'API',
    '',
    voucher,
  ])
}

export function openFlow(office: Office, asked: Asked): Said {
  const day = dayAsked(office, asked)
  if (typeof day !== 'string') return day
  const all = (asked.query.get('account_type') ?? 'BASIC') === 'BASIC' ? movementsOf(office) : []
  const isOf = ({ at }: Movement): boolean => countyDay(at).toString() === day
  const rows = all.flatMap((each, index) => (isOf(each) ? [lineOf(office, each, balanceOf(all.slice(0, index + 1)))] : []))
  if (rows.length === 0) return fail(400, 'NO_STATEMENT_EXIST')
  const [came, went] = [
    all.filter((each) => isOf(each) && each.direction === 'in'),
    all.filter((each) => isOf(each) && each.direction === 'out'),
  ]
  const sum = [`${rows.length}`, `${came.length}`, yuan(sumOf(came)), `${went.length}`, yuan(sumOf(went))]
  return hand(office, [FLOW_HEADINGS, ...rows, FLOW_SUM_HEADINGS, line(sum)])
}
