import type { Fen } from '../core/money.ts'
import { hearRefund, promiseRefund } from '../core/payment/hear-refund.ts'
import { nextAsk } from '../core/payment/next-ask.ts'
import { isOpenRefund, type Refund } from '../core/payment/refund.ts'
import type { RefundReport } from '../core/payment/report.ts'
import { accept, type Result } from '../core/result.ts'
import { type PaymentDoc, payments } from './payment.collection.ts'
import { type Told, tellPayment } from './payment-book.ts'
import { paymentNumber } from './payment-number.ts'
import type { PaymentPorts } from './payment-ports.ts'
import { tellStuckRefunds } from './tell-stuck.ts'

export interface AskedRefund {
  /** Such as `return:JOB`: the same key is the same refund for ever. */
  readonly key: string
  /** The key of the payment that it gives back, wholly or in part. */
  readonly of: string
  readonly amountFen: Fen
}

interface Pursued {
  readonly payment: PaymentDoc
  readonly refund: Refund
  /** Made this very moment, so there is nothing to ask about yet; were it wrong, the second order would be the same refund. */
  readonly isNew?: boolean
}

/** Ordering again under the same number is the same refund; an order that may have been sent is asked for first. */
async function reportOf({ provider }: PaymentPorts, { payment, refund, isNew = false }: Pursued): Promise<RefundReport> {
  const { number, amountFen } = refund
  const before: RefundReport = isNew ? { state: 'absent' } : await provider.askRefund(number)
  if (before.state !== 'absent') return before
  return await provider.refund({ number, amountFen, payment: payment.id, paymentFen: payment.amountFen })
}

async function pursue(ports: PaymentPorts, pursued: Pursued): Promise<Told<PaymentDoc>> {
  const report = await reportOf(ports, pursued)
  const { number } = pursued.refund
  return await tellPayment(ports, pursued.payment.id, (doc) => hearRefund(doc, { number, report, at: ports.clock.now() }))
}

/**
 * Gives back a part or all of a payment that has come in; refused where more would go back than came. The answer is the payment with the
 * refund on it, which is `done` only later: `refundDone` says so.
 */
export async function refundPayment(ports: PaymentPorts, { key, of, amountFen }: AskedRefund): Promise<Result<PaymentDoc>> {
  const { editor, county, clock, setTimer } = ports
  const id = paymentNumber('payment', county, of)
  const number = paymentNumber('refund', county, key)
  const at = clock.now()
  await setTimer({ kind: 'ask-refunds', subject: id, dueAt: nextAsk(at, at) })
  const promised = await editor.edit(payments, { county, id }, (payment) => promiseRefund(payment, { number, key, amountFen, at }))
  if (!promised.ok) return promised
  const refund = promised.value.refunds.find((each) => each.number === number)
  if (refund?.state !== 'created') return promised
  const told = await pursue(ports, { payment: promised.value, refund, isNew: refund.createdAt.equals(at) })
  return accept(told.kind === 'news' || told.kind === 'known' ? told.doc : promised.value)
}

/** Asks after every refund of a payment that is not at its end. */
export async function askRefunds(ports: PaymentPorts, id: string): Promise<void> {
  const { store, county, clock, setTimer } = ports
  const payment = await store.get(payments, county, id)
  const open = payment?.refunds.filter(isOpenRefund) ?? []
  if (payment === undefined || open.length === 0) return
  for (const refund of open) await pursue(ports, { payment, refund })
  const after = await store.get(payments, county, id)
  if (after !== undefined) await tellStuckRefunds(ports, after)
  const [next] =
    after?.refunds
      .filter(isOpenRefund)
      .map(({ createdAt }) => nextAsk(createdAt, clock.now()))
      .toSorted(Temporal.Instant.compare) ?? []
  if (next !== undefined) await setTimer({ kind: 'ask-refunds', subject: id, dueAt: next })
}
