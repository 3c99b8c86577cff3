import { hearPayment } from '../core/payment/hear-payment.ts'
import { hearPayout } from '../core/payment/hear-payout.ts'
import { hearRefund } from '../core/payment/hear-refund.ts'
import type { Contradiction } from '../core/payment/heard.ts'
import { notifications } from './notification.collection.ts'
import { type Told, tellPayment, tellPayout } from './payment-book.ts'
import type { PaymentPorts } from './payment-ports.ts'
import type { NotGenuine, NotificationFact, RawNotification } from './port.ts'

export type CallbackFault = NotGenuine | Contradiction | 'number-unknown'

/** One row a refusal. The provider comes again after anything but a success, so what may be right later is no success either. */
export const CALLBACK_STATUS = {
  'headers-missing': 401,
  'too-old': 401,
  'serial-unknown': 401,
  'signature-wrong': 401,
  unreadable: 400,
  'not-decryptable': 400,
  'other-merchant': 403,
  'other-app': 403,
  'other-currency': 409,
  'number-unknown': 404,
  'not-ours': 404,
  'other-amount': 409,
  'other-transaction': 409,
  'refund-before-pay': 409,
  'after-the-end': 409,
} as const satisfies Record<CallbackFault, number>

export type CallbackOutcome =
  | { readonly ok: true; readonly effect: 'done' | 'known' | 'replayed' }
  | { readonly ok: false; readonly why: CallbackFault }

function aboutOf(fact: NotificationFact): string {
  if (fact.kind === 'payout') return fact.report.payout
  return fact.kind === 'refund' ? fact.report.refund : fact.payment
}

function tellFact(ports: PaymentPorts, fact: NotificationFact): Promise<Told<unknown>> {
  const at = ports.clock.now()
  switch (fact.kind) {
    case 'payment':
      return tellPayment(ports, fact.payment, (payment) => hearPayment(payment, fact.report, at))
    case 'refund':
      return tellPayment(ports, fact.report.payment, (payment) =>
        hearRefund(payment, { number: fact.report.refund, report: fact.report, at }),
      )
    case 'payout':
      return tellPayout(ports, fact.report.payout, (payout) => hearPayout(payout, fact.report, at))
  }
}

/** A refund that is told of before its payment means that we missed the payment's own callback. */
async function lookBehind({ setTimer, clock }: PaymentPorts, fact: NotificationFact): Promise<void> {
  if (fact.kind === 'refund') await setTimer({ kind: 'ask-payment', subject: fact.report.payment, dueAt: clock.now() })
}

/**
 * Hears one callback. Its effect is written before its id, so that a crash in between repeats what changes nothing; an id that is there was
 * handled. Throws only when the store is away.
 */
export async function receiveCallback(ports: PaymentPorts, raw: RawNotification): Promise<CallbackOutcome> {
  const { provider, store, county, clock } = ports
  const read = provider.readNotification(raw, clock.now())
  if (!read.ok) return read
  if ((await store.get(notifications, county, read.id)) !== undefined) return { ok: true, effect: 'replayed' }
  const { fact } = read
  if (fact.kind === 'payment' && fact.report.state === 'unknown') return { ok: false, why: 'unreadable' }
  const told = await tellFact(ports, fact)
  if (told.kind === 'missing') return { ok: false, why: 'number-unknown' }
  if (told.kind === 'contradiction') {
    if (told.why === 'refund-before-pay') await lookBehind(ports, fact)
    return { ok: false, why: told.why }
  }
  await store.insert(notifications, { id: read.id, county, version: 1, about: aboutOf(fact), handledAt: clock.now() })
  return { ok: true, effect: told.kind === 'news' ? 'done' : 'known' }
}
