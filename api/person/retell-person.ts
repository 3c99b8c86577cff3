import { isBefore } from '../core/clock.ts'
import type { DomainEvent } from '../core/event.ts'
import type { FormerPersonDoc } from './former.collection.ts'
import type { CountedPerson, PersonDoc } from './person.collection.ts'
import { countedFacts, personErased, personRegistered, personVerified, verifiedSince } from './person-event.ts'

/** What a person's document says must have happened, as far as it is counted. */
export function retellPerson(doc: CountedPerson & Partial<Pick<PersonDoc, 'verification' | 'consents'>>): readonly DomainEvent[] {
  const { workerSince, townshipTold: told } = doc
  if (workerSince === null) return []
  const since = verifiedSince(doc)
  const isVerifiedBy = (at: Temporal.Instant): boolean => since !== null && !isBefore(at, since)
  const late = told?.asWorker === true ? told : undefined
  const township = late === undefined ? (doc.movedFrom ?? doc.township) : ''
  const first = personRegistered({ ...doc, township, roles: ['worker'] })
  const registered = { ...first, at: workerSince, facts: { ...first.facts, verified: isVerifiedBy(workerSince) } }
  const verified = since === null || isVerifiedBy(workerSince) ? [] : [personVerified(doc, since)]
  if (late === undefined) return [registered, ...verified]
  /** Who told where he lives after it was made sure of who he is had been verified where nobody knew. */
  const before = verified.map((event) => (isVerifiedBy(late.at) ? { ...event, facts: { ...event.facts, township: '' } } : event))
  const facts = { ...countedFacts(doc), roles: ['worker'] as const, township: late.township, verified: isVerifiedBy(late.at) }
  return [registered, ...before, { ...registered, id: `townshipTold:${doc.id}`, type: 'townshipTold', at: late.at, facts }]
}

/** The same of somebody who was forgotten. */
export const retellFormer = (doc: FormerPersonDoc): readonly DomainEvent[] => [...retellPerson(doc), personErased(doc, doc.erasedAt)]
