import { isBefore } from '../core/clock.ts'
import { hearPayment } from '../core/payment/hear-payment.ts'
import { nextAsk } from '../core/payment/next-ask.ts'
import { isOpenPayment } from '../core/payment/payment.ts'
import type { PaymentReport } from '../core/payment/report.ts'
import { type PaymentDoc, payments } from './payment.collection.ts'
import { tellPayment } from './payment-book.ts'
import type { PaymentPorts } from './payment-ports.ts'

/** Leaves whoever is paying at the last moment the time to end it. */
const CLOSE_AFTER_SECONDS = 60

/** What the provider says now; of an order that has expired unpaid, after closing it. */
async function reportOf({ provider, clock }: PaymentPorts, { id, expiresAt }: PaymentDoc): Promise<PaymentReport> {
  const report = await provider.askPayment(id)
  const isOver = !isBefore(clock.now(), expiresAt.add({ seconds: CLOSE_AFTER_SECONDS }))
  return isOver && (report.state === 'unpaid' || report.state === 'failed') ? await provider.closePayment(id) : report
}

/** Asks the provider about one payment and makes its answer true of our row. Asks again later as long as it is open. */
export async function askPayment(ports: PaymentPorts, id: string): Promise<PaymentDoc | undefined> {
  const { store, county, clock, setTimer } = ports
  const payment = await store.get(payments, county, id)
  if (payment === undefined || !isOpenPayment(payment)) return payment
  const report = await reportOf(ports, payment)
  const told = await tellPayment(ports, id, (doc) => hearPayment(doc, report, clock.now()))
  const now = clock.now()
  const after = told.kind === 'news' || told.kind === 'known' ? told.doc : payment
  if (isOpenPayment(after)) await setTimer({ kind: 'ask-payment', subject: id, dueAt: nextAsk(after.createdAt, now) })
  return after
}
