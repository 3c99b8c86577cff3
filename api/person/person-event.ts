import type { DomainEvent } from '../core/event.ts'
import type { PersonRole } from '../core/person/person.ts'
import type { CountedPerson } from './person.collection.ts'

const eventOf = (
  { id, county, township, demo, ageBand }: CountedPerson,
  event: { id: string; at: Temporal.Instant; roles: readonly PersonRole[] },
): DomainEvent<'personRegistered'> => ({
  id: event.id,
  type: 'personRegistered',
  county,
  at: event.at,
  demo,
  facts: { person: id, roles: event.roles, township, ageBand: ageBand ?? 0 },
})

/** The registration itself: once a person. */
export const personRegistered = (doc: CountedPerson) =>
  eventOf(doc, { id: `personRegistered:${doc.id}`, at: doc.registeredAt, roles: doc.roles })

/** A further role of somebody registered; `roles` names only the new one. */
export const roleAdded = (doc: CountedPerson, role: PersonRole, at: Temporal.Instant) =>
  eventOf(doc, { id: `personRegistered:${doc.id}:${role}`, at, roles: [role] })

/** Where somebody is counted as a worker. */
const countedIn = ({ township, townshipTold: told, movedFrom }: CountedPerson): string =>
  told?.asWorker === true ? told.township : (movedFrom ?? township)

/** He counts no more from then on, where he counted. */
export const personErased = (doc: CountedPerson, at: Temporal.Instant): DomainEvent<'personErased'> => ({
  id: `personErased:${doc.id}`,
  type: 'personErased',
  county: doc.county,
  at,
  demo: doc.demo,
  facts: { person: doc.id, wasWorker: doc.workerSince !== null, township: countedIn(doc), ageBand: doc.ageBand ?? 0 },
})
