import type { DomainEvent } from '../core/event.ts'
import type { PersonRole } from '../core/person/person.ts'
import type { PersonDoc } from './person.collection.ts'

const eventOf = (
  { id, county, township, demo, ageBand }: PersonDoc,
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
export const personRegistered = (doc: PersonDoc) =>
  eventOf(doc, { id: `personRegistered:${doc.id}`, at: doc.registeredAt, roles: doc.roles })

/** A further role of somebody registered; `roles` names only the new one. */
export const roleAdded = (doc: PersonDoc, role: PersonRole, at: Temporal.Instant) =>
  eventOf(doc, { id: `personRegistered:${doc.id}:${role}`, at, roles: [role] })
