import { countOrder, endHeldPayout, giveUp, hearPayout, isUnheard, mayOrder, releasePayout } from '../core/payment/hear-payout.ts'
import { nextAsk } from '../core/payment/next-ask.ts'
import { PAYMENT_LIMIT } from '../core/payment/payment-limit.ts'
import { isOpenPayout, type Payout } from '../core/payment/payout.ts'
import { TAKEN_BACK } from '../core/payment/payout-failure.ts'
import type { PayoutReport } from '../core/payment/report.ts'
import { tellPayout } from './payment-book.ts'
import type { Payee, PaymentPorts } from './payment-ports.ts'
import { type PayoutDoc, payouts } from './payout.collection.ts'
import { tellStuckPayout } from './tell-stuck.ts'

/** Makes one answer true of our row; the row as it is then. */
async function heard(ports: PaymentPorts, before: PayoutDoc, report: PayoutReport): Promise<PayoutDoc> {
  const told = await tellPayout(ports, before.id, (doc) => hearPayout(doc, report, ports.clock.now()))
  return told.kind === 'news' || told.kind === 'known' ? told.doc : before
}

/** The order is counted before it is sent: a crash in between is taken for an order that may have arrived. */
async function order(ports: PaymentPorts, payout: PayoutDoc, payee: Payee): Promise<PayoutDoc> {
  const { provider, clock } = ports
  const count = await tellPayout(ports, payout.id, (doc) => countOrder(doc, clock.now()))
  if (count.kind !== 'news') return payout
  const { id: number, amountFen, remark, jobType, payNote } = payout
  const { openid, name } = payee
  const report = await provider.payOut({ number, amountFen, payee: openid, name, remark, jobType, payNote })
  const after = await heard(ports, count.doc, report)
  return report.state === 'unknown' ? await heard(ports, after, await provider.askPayout(number)) : after
}

/** The worker's account, as long as it is the one that the payout was made for. */
async function samePayee({ payeeOf }: PaymentPorts, { id, worker, payeeMark, amountFen }: PayoutDoc): Promise<Payee | undefined> {
  const payee = await payeeOf(worker, amountFen >= PAYMENT_LIMIT.nameFromFen ? id : undefined)
  return payee?.mark === payeeMark ? payee : undefined
}

/** For a payout that the provider has just said it does not know. */
async function orderOrGiveUp(ports: PaymentPorts, payout: PayoutDoc): Promise<PayoutDoc> {
  const now = ports.clock.now()
  const payee = await samePayee(ports, payout)
  if (payee !== undefined && mayOrder(payout, now)) return await order(ports, payout, payee)
  const code = payee === undefined ? 'payee-changed' : codeOf(payout)
  const told = await tellPayout(ports, payout.id, (doc) => giveUp(doc, code, now))
  return told.kind === 'news' || told.kind === 'known' ? told.doc : payout
}

const codeOf = (payout: Payout): string => (payout.state === 'unknown' ? payout.code : 'never-arrived')

/** Only the answer to an order carries the package that the payee confirms with; the same number is the same payout. */
async function fetchPackage(ports: PaymentPorts, payout: PayoutDoc): Promise<PayoutDoc> {
  if (payout.state !== 'waiting' || payout.packageInfo !== null || !mayOrder(payout, ports.clock.now())) return payout
  const payee = await samePayee(ports, payout)
  return payee === undefined ? payout : await order(ports, payout, payee)
}

async function advance(ports: PaymentPorts, payout: PayoutDoc): Promise<PayoutDoc> {
  if (payout.orders === 0) return await orderOrGiveUp(ports, payout)
  const report = await ports.provider.askPayout(payout.id)
  if (report.state !== 'absent') return await fetchPackage(ports, await heard(ports, payout, report))
  return isUnheard(payout) ? await orderOrGiveUp(ports, payout) : payout
}

/** Brings a payout one step on: orders it if it never was, asks after it otherwise, and comes back until it has ended. */
export async function pursuePayout(ports: PaymentPorts, id: string): Promise<PayoutDoc | undefined> {
  const { store, county, clock, setTimer } = ports
  const payout = await store.get(payouts, county, id)
  if (payout === undefined || !isOpenPayout(payout) || payout.state === 'held') return payout
  const after = await advance(ports, payout)
  await tellStuckPayout(ports, after)
  if (isOpenPayout(after)) await setTimer({ kind: 'ask-payout', subject: id, dueAt: nextAsk(after.createdAt, clock.now()) })
  return after
}

/** Takes a payout back that the payee has not confirmed; whether it could still be is for the provider to say. */
export async function cancelPayout(ports: PaymentPorts, id: string): Promise<PayoutDoc | undefined> {
  const { store, county, provider } = ports
  const payout = await store.get(payouts, county, id)
  if (payout === undefined || !isOpenPayout(payout)) return payout
  if (payout.state === 'held') return (await endHeld(ports, id, TAKEN_BACK)) ?? (await cancelPayout(ports, id))
  return await heard(ports, payout, await provider.cancelPayout(id))
}

/** Ends a payout that is still held; undefined where somebody let it go in the same moment. */
export async function endHeld(ports: PaymentPorts, id: string, code: string): Promise<PayoutDoc | undefined> {
  const told = await tellPayout(ports, id, (doc) => endHeldPayout(doc, code, ports.clock.now()))
  return told.kind === 'news' ? told.doc : undefined
}

/** Lets go what was held, and sends it. The timer stands before the word, so that whoever dies behind it has still said it. */
export async function releaseHeld(ports: PaymentPorts, id: string): Promise<PayoutDoc | undefined> {
  const now = ports.clock.now()
  await ports.setTimer({ kind: 'ask-payout', subject: id, dueAt: nextAsk(now, now) })
  await tellPayout(ports, id, (doc) => releasePayout(doc, now))
  return await pursuePayout(ports, id)
}
