import type { CountedFacts, DomainEvent } from '../core/event.ts'
import type { Channel } from '../core/person/channel.ts'
import type { PersonRole } from '../core/person/person.ts'
import type { CountedPerson, PersonDoc } from './person.collection.ts'

/** Somebody who is registered, or all that is left of who was. */
type AnyPerson = CountedPerson & Partial<Pick<PersonDoc, 'verification' | 'consents'>>

/** Since when it is made sure of who he is; null while it is not. Who was registered before it was written down has it in his verification. */
export const verifiedSince = ({ verifiedSince: since, verification }: AnyPerson): Temporal.Instant | null =>
  since ?? (verification?.state === 'verified' ? verification.at : null)

/** How he came; null where nobody knows. Who was registered before it was written down has it in what he first agreed to. */
export function channelOf({ channel, consents }: AnyPerson): Channel | null {
  const how = consents?.[0]?.how
  return channel ?? (how === undefined ? null : how === 'chat' ? 'chat' : 'staff')
}

/** What is counted of somebody who is forgotten. */
export const countedOf = (doc: PersonDoc): CountedPerson => {
  const { id, county, roles, township, demo, registeredAt, workerSince, townshipTold, movedFrom, ageBand } = doc
  const known = { channel: channelOf(doc), verifiedSince: verifiedSince(doc) }
  return { id, county, roles, township, demo, registeredAt, workerSince, townshipTold, movedFrom, ageBand, ...known }
}

/** What every event of a person's says that he is counted by, where he counts as a worker. */
export const countedFacts = (doc: AnyPerson): Required<CountedFacts> => ({
  ...{ person: doc.id, township: countedIn(doc), ageBand: doc.ageBand ?? 0 },
  ...{ channel: channelOf(doc) ?? '', verified: verifiedSince(doc) !== null },
})

const eventOf = (
  doc: AnyPerson,
  { roles, ...event }: { id: string; at: Temporal.Instant; roles: readonly PersonRole[] },
): DomainEvent<'personRegistered'> => ({
  ...{ ...event, type: 'personRegistered', county: doc.county, demo: doc.demo },
  facts: { ...countedFacts(doc), roles, township: doc.township },
})

/** The registration itself: once a person. */
export const personRegistered = (doc: AnyPerson) =>
  eventOf(doc, { id: `personRegistered:${doc.id}`, at: doc.registeredAt, roles: doc.roles })

/** A further role of somebody registered; `roles` names only the new one. */
export const roleAdded = (doc: AnyPerson, role: PersonRole, at: Temporal.Instant) =>
  eventOf(doc, { id: `personRegistered:${doc.id}:${role}`, at, roles: [role] })

/** Where somebody is counted as a worker. */
const countedIn = ({ township, townshipTold: told, movedFrom }: CountedPerson): string =>
  told?.asWorker === true ? told.township : (movedFrom ?? township)

/** It is made sure of who he is. */
export const personVerified = (doc: AnyPerson, at: Temporal.Instant): DomainEvent<'personVerified'> => ({
  ...{ id: `personVerified:${doc.id}`, type: 'personVerified', county: doc.county, at, demo: doc.demo },
  facts: { ...countedFacts(doc), wasWorker: doc.workerSince !== null },
})

/** He counts no more from then on, where he counted. */
export const personErased = (doc: AnyPerson, at: Temporal.Instant): DomainEvent<'personErased'> => ({
  ...{ id: `personErased:${doc.id}`, type: 'personErased', county: doc.county, at, demo: doc.demo },
  facts: { ...countedFacts(doc), wasWorker: doc.workerSince !== null },
})
