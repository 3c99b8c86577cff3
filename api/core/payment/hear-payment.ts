import { countyDay } from '../clock.ts'
import type { DomainEvent } from '../event.ts'
import type { Life } from '../life.ts'
import { contradiction, type Heard, KNOWN } from './heard.ts'
import { NEXT_PAYMENT_STATE, type PayMeans, type Payment, type PaymentStanding, type PaymentState, type PaymentTerms } from './payment.ts'
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

/** What came of asking the provider to open it; one that it had forgotten is opened again, by a new code under the same number. */
export function hearOpened(payment: Payment, report: OpenReport): Heard<Payment> {
  if (report.state !== 'open') return move(payment, report)
  const standing = { state: 'asked', means: report.means } as const
  if (payment.state !== 'asked') return move(payment, standing)
  return isSameCode(payment.means, report.means) ? KNOWN : { kind: 'news', doc: standingIn(payment, standing), events: [] }
}

const isSameCode = (one: PayMeans, other: PayMeans): boolean =>
  one.way === 'native' && other.way === 'native' ? one.codeUrl === other.codeUrl : one.way === other.way
