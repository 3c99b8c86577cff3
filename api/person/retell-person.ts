import type { DomainEvent } from '../core/event.ts'
import type { PersonDoc } from './person.collection.ts'
import { personRegistered } from './person-event.ts'

/** What a person's document says must have happened, as far as it is counted. */
export function retellPerson(doc: PersonDoc): readonly DomainEvent[] {
  const { workerSince, townshipTold: told } = doc
  if (workerSince === null) return []
  const late = told?.asWorker === true ? told : undefined
  const township = late === undefined ? (doc.movedFrom ?? doc.township) : ''
  const registered = { ...personRegistered({ ...doc, township, roles: ['worker'] }), at: workerSince }
  if (late === undefined) return [registered]
  const facts = { ...registered.facts, township: late.township }
  return [registered, { ...registered, id: `townshipTold:${doc.id}`, type: 'townshipTold', at: late.at, facts }]
}
