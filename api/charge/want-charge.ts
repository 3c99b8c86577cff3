import { chargeKey } from '../core/charge/charge.ts'
import type { DomainEvent } from '../core/event.ts'
import { asId } from '../core/id.ts'
import type { Wanted } from './charge.collection.ts'

type Asking = DomainEvent<'holdAsked' | 'coverAsked' | 'payDue'>

/** What an event asks of the employer. */
export function wantedBy(event: Asking): Wanted {
  const { job, number: jobNumber, employer } = event.facts
  const about = { job: asId<'job'>(job), jobNumber, employer: asId<'person'>(employer), demo: event.demo }
  switch (event.type) {
    case 'holdAsked':
      return { ...about, purpose: 'hold', key: chargeKey.hold(job), amountFen: event.facts.amountFen }
    case 'coverAsked':
      return { ...about, purpose: 'cover', key: chargeKey.cover(job), amountFen: event.facts.premiumFen }
    case 'payDue':
      return { ...about, purpose: 'due', key: chargeKey.due(job, event.facts.bill), amountFen: event.facts.amountFen }
  }
}
