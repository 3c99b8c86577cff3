import type { DomainEvent } from '../core/event.ts'
import type { FormerPersonDoc } from './former.collection.ts'
import type { CountedPerson } from './person.collection.ts'
import { personErased, personRegistered } from './person-event.ts'

/** What a person's document says must have happened, as far as it is counted. */
export function retellPerson(doc: CountedPerson): readonly DomainEvent[] {
  const { workerSince, townshipTold: told } = doc
  if (workerSince === null) return []
  const late = told?.asWorker === true ? told : undefined
  const township = late === undefined ? (doc.movedFrom ?? doc.township) : ''
  const registered = { ...personRegistered({ ...doc, township, roles: ['worker'] }), at: workerSince }
  if (late === undefined) return [registered]
  const facts = { ...registered.facts, township: late.township }
  return [registered, { ...registered, id: `townshipTold:${doc.id}`, type: 'townshipTold', at: late.at, facts }]
}

/** The same of somebody who was forgotten. */
export const retellFormer = (doc: FormerPersonDoc): readonly DomainEvent[] => [...retellPerson(doc), personErased(doc, doc.erasedAt)]
