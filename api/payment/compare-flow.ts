import { countyDay } from '../core/clock.ts'
import { addFen, NO_FEN, negateFen } from '../core/money.ts'
import { isOpenPayout } from '../core/payment/payout.ts'
import type { BillDifference, Comparison } from './compare-bill.ts'
import type { PaymentPorts } from './payment-ports.ts'
import { type PayoutDoc, payouts } from './payout.collection.ts'
import type { Flow, FlowRow, NoBill } from './port.ts'

const PAGE = 100
/** How far back the money of a payout may have moved that we heard of today; long before that nothing is ordered any more. */
const DAYS_BACK = 10

/** The payout that a movement is about, by its number or the provider's; undefined for fees, for payments, and for what nobody asked of us. */
async function payoutOf({ store, county }: PaymentPorts, { numbers }: FlowRow): Promise<PayoutDoc | undefined> {
  for (const number of numbers) {
    const found = (await store.get(payouts, county, number)) ?? (await store.getBy(payouts, 'bill', { county, bill: number }))
    if (found !== undefined) return found
  }
  return undefined
}

interface Moved {
  readonly payout: PayoutDoc
  readonly rows: readonly FlowRow[]
}

async function movedPayouts(ports: PaymentPorts, rows: readonly FlowRow[]): Promise<readonly Moved[]> {
  const moved = new Map<string, Moved>()
  for (const row of rows) {
    const payout = await payoutOf(ports, row)
    if (payout !== undefined) moved.set(payout.id, { payout, rows: [...(moved.get(payout.id)?.rows ?? []), row] })
  }
  return [...moved.values()]
}

const outFen = (rows: readonly FlowRow[]) =>
  addFen(NO_FEN, ...rows.map(({ direction, amountFen }) => (direction === 'out' ? amountFen : negateFen(amountFen))))

/** Money that left and came back within the day has not moved; what is still open is asked for, not judged. */
function differenceOf({ payout, rows }: Moved): BillDifference | undefined {
  const amountFen = outFen(rows)
  const about = { kind: 'payout', number: payout.id, amountFen } as const
  if (amountFen === 0 || isOpenPayout(payout)) return undefined
  if (amountFen < 0) return payout.state === 'done' ? { what: 'came-back', ...about } : undefined
  if (payout.state !== 'done') return { what: 'not-in-our-book', ...about }
  return amountFen === payout.amountFen ? undefined : { what: 'other-amount', ...about }
}

async function* arrivedOn({ store, county }: PaymentPorts, day: Temporal.PlainDate): AsyncGenerator<PayoutDoc> {
  for (let after: string | undefined; ; ) {
    const query = { index: 'doneOn', county, equals: { doneOn: day.toString() }, limit: PAGE }
    const page = await store.find(payouts, { ...query, ...(after === undefined ? {} : { after }) })
    yield* page.docs
    after = page.next
    if (after === undefined) return
  }
}

const mentions = ({ id, bill }: PayoutDoc, rows: readonly FlowRow[]): boolean =>
  rows.some(({ direction, numbers }) => direction === 'out' && numbers.some((number) => number === id || number === bill))

/** The days before, the nearest first, on which the money of a payout may have moved. */
function daysBefore({ orderedAt, createdAt }: PayoutDoc, day: Temporal.PlainDate): readonly Temporal.PlainDate[] {
  const days = countyDay(orderedAt ?? createdAt).until(day, { largestUnit: 'days' }).days
  return Array.from({ length: Math.min(Math.max(days, 0), DAYS_BACK) }, (_, n) => day.subtract({ days: n + 1 }))
}

/** Whether a bill of the days before mentions it; the state of the bill that should say so and cannot be had. */
async function isBilledBefore(rowsOf: (day: Temporal.PlainDate) => Promise<Flow>, payout: PayoutDoc, day: Temporal.PlainDate) {
  for (const before of daysBefore(payout, day)) {
    const flow = await rowsOf(before)
    if (flow.state !== 'flow') return flow
    if (mentions(payout, flow.rows)) return true
  }
  return false
}

/** What we took for arrived on a day and no bill since it was ordered knows of. We may hear of it late, so the days before are looked at. */
async function missing(
  ports: PaymentPorts,
  day: Temporal.PlainDate,
  rows: readonly FlowRow[],
): Promise<readonly BillDifference[] | NoBill> {
  const read = new Map<string, Promise<Flow>>()
  const rowsOf = (of: Temporal.PlainDate): Promise<Flow> => {
    const flow = read.get(of.toString()) ?? ports.provider.flow(of)
    read.set(of.toString(), flow)
    return flow
  }
  const found: BillDifference[] = []
  for await (const payout of arrivedOn(ports, day)) {
    const billed = mentions(payout, rows) || (await isBilledBefore(rowsOf, payout, day))
    if (billed === false) found.push({ what: 'not-in-the-bill', kind: 'payout', number: payout.id, amountFen: payout.amountFen })
    if (typeof billed !== 'boolean' && billed.state !== 'forgotten') return billed
  }
  return found
}

/** What moved on the provider's account on a county day against our payouts, both ways. What it says has arrived is asked for at once. */
export async function compareFlow(ports: PaymentPorts, day: Temporal.PlainDate): Promise<Comparison> {
  const { provider, setTimer, clock } = ports
  const flow = await provider.flow(day)
  if (flow.state !== 'flow') return flow
  const moved = await movedPayouts(ports, flow.rows)
  for (const { payout } of moved) {
    if (isOpenPayout(payout)) await setTimer({ kind: 'ask-payout', subject: payout.id, dueAt: clock.now() })
  }
  const lacking = await missing(ports, day, flow.rows)
  if ('state' in lacking) return lacking
  const differences = moved.map(differenceOf).filter((difference) => difference !== undefined)
  return { state: 'compared', rows: flow.rows.length, differences: [...differences, ...lacking] }
}
