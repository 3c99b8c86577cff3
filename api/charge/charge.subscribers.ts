import { chargeKey, chargeOfAttempt, hearClosed, hearMoney } from '../core/charge/charge.ts'
import type { EventType } from '../core/event.ts'
import type { Subscriber } from '../event/handling.ts'
import { withEvents } from '../event/outbox.ts'
import { askCharge, type ChargePorts } from './ask-charge.ts'
import { changeCharge, withdrawCharge } from './change-charge.ts'
import { wantedBy } from './want-charge.ts'

const ON = [
  'holdAsked',
  'coverAsked',
  'payDue',
  'billWithdrawn',
  'paymentReceived',
  'paymentClosed',
] as const satisfies readonly EventType[]

/** Asks employers for what has fallen due, and tells a charge what has become of its attempts. */
export function createChargeSubscriber(ports: ChargePorts): Subscriber {
  /** Money that has come in under a key of ours belongs to a charge; one that is not there is a bug, so the event stays pending. */
  async function tell(payment: string, hear: typeof hearMoney, at: Temporal.Instant): Promise<void> {
    const key = chargeOfAttempt(payment)
    if (key === undefined) return
    const told = await changeCharge(ports, key, (doc) => {
      const { charge, events } = hear(doc, { payment, at })
      return charge === doc && events.length === 0 ? doc : withEvents(charge, events)
    })
    if (told === undefined) throw new Error('a payment came in for a charge that nobody knows')
  }

  return {
    name: 'charge',
    on: ON,
    async run(event) {
      switch (event.type) {
        case 'payDue':
          if (!event.facts.cash) await askCharge(ports, wantedBy(event))
          return
        case 'holdAsked':
        case 'coverAsked':
          await askCharge(ports, wantedBy(event))
          return
        case 'billWithdrawn':
          await withdrawCharge(ports, chargeKey.due(event.facts.job, event.facts.bill))
          return
        case 'paymentReceived':
          return tell(event.facts.key, hearMoney, event.at)
        case 'paymentClosed':
          return tell(event.facts.key, hearClosed, event.at)
        default:
          return
      }
    },
  }
}
