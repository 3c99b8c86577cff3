import type { DomainEvent } from '../event.ts'
import type { Life } from '../life.ts'
import { addFen, type Fen } from '../money.ts'
import { accept, type Result, refuse } from '../result.ts'
import { contradiction, type Heard, KNOWN } from './heard.ts'
import type { Payment } from './payment.ts'
import { isPayable, PAYMENT_LIMIT } from './payment-limit.ts'
import { NEXT_REFUND_STATE, type Refund, type RefundState } from './refund.ts'
import type { RefundReport } from './report.ts'

interface Asked {
  readonly number: string
  readonly key: string
  readonly amountFen: Fen
  readonly at: Temporal.Instant
}

/** What is promised back already; a refund that the provider gave up does not count. */
export const promisedBackFen = ({ refunds }: Payment): Fen =>
  addFen(...refunds.filter(({ state }) => state !== 'closed').map(({ amountFen }) => amountFen))

/** Sets a part of a payment aside to go back. The same key is the same refund. */
export function promiseRefund<P extends Payment>(payment: P, { at, ...asked }: Asked): Result<P> {
  const before = payment.refunds.find(({ number }) => number === asked.number)
  if (before !== undefined) return before.amountFen === asked.amountFen ? accept(payment) : refuse('key-reused')
  if (payment.state !== 'paid') return refuse('try-again', { payment: payment.id })
  if (!isPayable(asked.amountFen)) return refuse('pay-out-of-range')
  const leftFen = payment.amountFen - promisedBackFen(payment)
  if (asked.amountFen > leftFen) return refuse('pay-out-of-range', { leftFen })
  if (payment.refunds.length >= PAYMENT_LIMIT.refundsPerPayment) return refuse('pay-out-of-range', { refunds: payment.refunds.length })
  const refund: Refund = { ...asked, createdAt: at, state: 'created', code: null }
  return accept({ ...payment, refunds: [...payment.refunds, refund] })
}

function endOf(payment: Payment, refund: Refund, at: Temporal.Instant): readonly DomainEvent[] {
  const { county, demo, id, key: paymentKey } = payment
  const { number, key, amountFen, state } = refund
  const facts = { refund: number, key, payment: id, paymentKey, amountFen }
  const head = { county, demo, at }
  if (state === 'done') return [{ ...head, type: 'refundDone', id: `refundDone:${number}`, facts }]
  if (state === 'closed') return [{ ...head, type: 'refundFailed', id: `refundFailed:${number}`, facts: { ...facts, code: 'closed' } }]
  return []
}

export interface AboutRefund {
  readonly number: string
  readonly report: RefundReport
  readonly at: Temporal.Instant
}

/** Makes what the provider says of a refund true of our row. */
export function hearRefund<P extends Payment>(payment: P, { number, report, at }: AboutRefund): Heard<P> {
  if (payment.state !== 'paid') return contradiction('refund-before-pay')
  const refund = payment.refunds.find((each) => each.number === number)
  if (refund === undefined) return contradiction('not-ours')
  if (report.state === 'absent') return KNOWN
  if (report.state !== 'unknown' && (report.payment !== payment.id || report.refund !== number)) return contradiction('not-ours')
  if (report.state !== 'unknown' && report.amountFen !== refund.amountFen) return contradiction('other-amount')
  if (refund.state === report.state) return KNOWN
  const next: Life<RefundState> = NEXT_REFUND_STATE
  if (!next[refund.state].includes(report.state)) return isEnd(report.state) ? contradiction('after-the-end') : KNOWN
  const heard: Refund = { ...refund, state: report.state, code: report.state === 'unknown' ? report.code : null }
  const refunds = payment.refunds.map((each) => (each === refund ? heard : each))
  return { kind: 'news', doc: { ...payment, refunds }, events: endOf(payment, heard, at) }
}

const isEnd = (state: RefundState): boolean => NEXT_REFUND_STATE[state].length === 0
