import { countyDay } from '../clock.ts'
import type { DomainEvent } from '../event.ts'
import type { Life } from '../life.ts'
import { contradiction, type Heard, KNOWN } from './heard.ts'
import { NEXT_PAYMENT_STATE, type Payment, type PaymentStanding, type PaymentState, type PaymentTerms } from './payment.ts'
import type { OpenReport, PaymentReport } from './report.ts'

const may = <S extends string>(life: Life<S>, from: S, to: S): boolean => life[from].includes(to)

const standingIn = (payment: Payment, next: PaymentStanding): Payment => ({ ...termsOf(payment), ...next })

export function termsOf(payment: Payment): PaymentTerms {
  const { id, county, demo, key, way, amountFen, description, createdAt, expiresAt, refunds } = payment
  return { id, county, demo, key, way, amountFen, description, createdAt, expiresAt, refunds }
}

const factsOf = ({ id: payment, key, amountFen }: Payment) => ({ payment, key, amountFen })
const headOf = ({ county, demo }: Payment, at: Temporal.Instant) => ({ county, demo, at })

function move(payment: Payment, next: PaymentStanding, events: readonly DomainEvent[] = []): Heard<Payment> {
  if (!may<PaymentState>(NEXT_PAYMENT_STATE, payment.state, next.state)) return KNOWN
  return { kind: 'news', doc: standingIn(payment, next), events }
}

const closed = (payment: Payment, at: Temporal.Instant): Heard<Payment> =>
  move(payment, { state: 'closed', code: null }, [
    { ...headOf(payment, at), type: 'paymentClosed', id: `paymentClosed:${payment.id}`, facts: factsOf(payment) },
  ])

function paid(payment: Payment, report: Extract<PaymentReport, { state: 'paid' }>, at: Temporal.Instant): Heard<Payment> {
  const { amountFen, transaction, paidAt } = report
  if (amountFen !== payment.amountFen) return contradiction('other-amount')
  if (payment.state === 'paid') return payment.transaction === transaction ? KNOWN : contradiction('other-transaction')
  const facts = { ...factsOf(payment), transaction }
  const standing = { state: 'paid', transaction, paidAt, paidOn: countyDay(paidAt).toString() } as const
  return move(payment, standing, [{ ...headOf(payment, at), type: 'paymentReceived', id: `paymentReceived:${payment.id}`, facts }])
}

/** Makes what the provider says of a payment true of our row. What says less than we know changes nothing. */
export function hearPayment(payment: Payment, report: PaymentReport, at: Temporal.Instant): Heard<Payment> {
  switch (report.state) {
    case 'paid':
      return paid(payment, report, at)
    case 'closed':
      return payment.state === 'paid' ? contradiction('after-the-end') : closed(payment, at)
    case 'failed':
      return move(payment, { state: 'failed', code: report.code })
    case 'absent':
      return Temporal.Instant.compare(at, payment.expiresAt) >= 0 ? closed(payment, at) : KNOWN
    default:
      return KNOWN
  }
}

/** What came of asking the provider to open it. */
export function hearOpened(payment: Payment, report: OpenReport): Heard<Payment> {
  return report.state === 'open' ? move(payment, { state: 'asked', means: report.means }) : move(payment, report)
}
