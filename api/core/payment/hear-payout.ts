import { countyDay } from '../clock.ts'
import type { DomainEvent } from '../event.ts'
import type { Life } from '../life.ts'
import { contradiction, type Heard, KNOWN } from './heard.ts'
import { PAYMENT_LIMIT } from './payment-limit.ts'
import { isOpenPayout, NEXT_PAYOUT_STATE, type Payout, type PayoutStanding, type PayoutState, type PayoutTerms } from './payout.ts'
import type { PayoutReport } from './report.ts'

export function termsOf(payout: Payout): PayoutTerms {
  const { id, county, demo, key, worker, payeeMark, amountFen, remark, jobType, payNote, ...rest } = payout
  const { createdAt, orders, orderedAt, bill, doneOn } = rest
  return { id, county, demo, key, worker, payeeMark, amountFen, remark, jobType, payNote, createdAt, orders, orderedAt, bill, doneOn }
}

function endOf(payout: Payout, at: Temporal.Instant): readonly DomainEvent[] {
  const { id, county, demo, key, worker, amountFen } = payout
  const head = { county, demo, at }
  const facts = { payout: id, key, worker, amountFen }
  if (payout.state === 'done') return [{ ...head, type: 'payoutDone', id: `payoutDone:${id}`, facts }]
  if (payout.state !== 'failed' && payout.state !== 'cancelled') return []
  return [{ ...head, type: 'payoutFailed', id: `payoutFailed:${id}`, facts: { ...facts, code: payout.code } }]
}

function move(payout: Payout, next: PayoutStanding, at: Temporal.Instant): Heard<Payout> {
  const life: Life<PayoutState> = NEXT_PAYOUT_STATE
  if (payout.state === next.state) return sameState(payout, next)
  if (!life[payout.state].includes(next.state)) return isOpenPayout(next) ? KNOWN : contradiction('after-the-end')
  const doneOn = next.state === 'done' ? countyDay(at).toString() : null
  const doc: Payout = { ...termsOf(payout), doneOn, ...next }
  return { kind: 'news', doc, events: endOf(doc, at) }
}

/** The package to confirm with may come with a later answer than the state. */
function sameState(payout: Payout, next: PayoutStanding): Heard<Payout> {
  if (payout.state !== 'waiting' || next.state !== 'waiting' || next.packageInfo === null || payout.packageInfo !== null) return KNOWN
  return { kind: 'news', doc: { ...payout, packageInfo: next.packageInfo }, events: [] }
}

/** Makes what the provider says of a payout true of our row. */
export function hearPayout(payout: Payout, report: PayoutReport, at: Temporal.Instant): Heard<Payout> {
  if (report.state === 'unknown') return move(payout, report, at)
  if (report.state === 'absent') return KNOWN
  if (report.payout !== payout.id) return contradiction('not-ours')
  if (report.amountFen !== null && report.amountFen !== payout.amountFen) return contradiction('other-amount')
  if (payout.bill !== null && payout.bill !== report.bill) return contradiction('other-transaction')
  return move({ ...payout, bill: report.bill }, report.standing, at)
}

const eventOf = (type: 'payoutHeld' | 'payoutReleased', { id, county, demo, key, worker, amountFen }: Payout, at: Temporal.Instant) =>
  ({ type, id: `${type}:${id}`, county, demo, at, facts: { payout: id, key, worker, amountFen } }) as const

/** What is told of a payout that somebody has to look at first. */
export const payoutHeld = (payout: Payout, at: Temporal.Instant): DomainEvent<'payoutHeld'> => ({
  ...eventOf('payoutHeld', payout, at),
  type: 'payoutHeld',
})

/** Somebody of the hall has looked: it goes on its way, whose time counts from here. */
export function releasePayout(payout: Payout, at: Temporal.Instant): Heard<Payout> {
  const heard = move(payout, { state: 'created' }, at)
  if (payout.state !== 'held' || heard.kind !== 'news') return KNOWN
  const event: DomainEvent = { ...eventOf('payoutReleased', payout, at), type: 'payoutReleased' }
  return { kind: 'news', doc: { ...heard.doc, createdAt: at }, events: [event] }
}

/** One that is still held ends here: nobody but us knows of it. */
export const endHeldPayout = (payout: Payout, code: string, at: Temporal.Instant): Heard<Payout> =>
  payout.state === 'held' ? move(payout, { state: 'cancelled', code }, at) : KNOWN

/** The provider has never told us a state of it. */
export const isUnheard = ({ state }: Pick<Payout, 'state'>): boolean => state === 'created' || state === 'unknown'

/** Whether every order that was sent has arrived by now or never will. */
export const isNothingUnderWay = ({ orderedAt }: Payout, at: Temporal.Instant): boolean =>
  orderedAt === null || isAfter(at, orderedAt, PAYMENT_LIMIT.underWayMinutes)

/** Gives a payout up of which the provider has just said that it never heard of it; not while an order may be under way. */
export const giveUp = (payout: Payout, code: string, at: Temporal.Instant): Heard<Payout> =>
  isUnheard(payout) && isNothingUnderWay(payout, at) ? move(payout, { state: 'failed', code }, at) : KNOWN

/** Counts an order before it is sent; there is none to send for what has ended. */
export const countOrder = (payout: Payout, at: Temporal.Instant): Heard<Payout> =>
  isOpenPayout(payout) ? { kind: 'news', doc: { ...payout, orders: payout.orders + 1, orderedAt: at }, events: [] } : KNOWN

/**
 * Whether a payout that the provider does not know may be ordered once more. The number stays: a second order under it cannot pay twice, a
 * new number could.
 */
export const mayOrder = ({ orders, createdAt }: Payout, at: Temporal.Instant): boolean =>
  orders === 0 || (orders < PAYMENT_LIMIT.ordersPerPayout && !isAfter(at, createdAt, PAYMENT_LIMIT.orderAgainDays * 24 * 60))

const isAfter = (at: Temporal.Instant, from: Temporal.Instant, minutes: number): boolean =>
  Temporal.Instant.compare(at, from.add({ minutes })) >= 0
