import type { Clock } from '../core/clock.ts'
import type { PersonId } from '../core/id.ts'
import type { PersonRole } from '../core/person/person.ts'
import { accept, type Result, refuse } from '../core/result.ts'
import { withEvents } from '../event/outbox.ts'
import type { Editor } from '../store/editor.ts'
import { type Once, once } from '../store/once.ts'
import type { People } from './find-person.ts'
import { type PersonDoc, people } from './person.collection.ts'
import { roleAdded } from './person-event.ts'

export interface PersonPorts {
  readonly editor: Editor
  readonly clock: Clock
  readonly people: People
}

type Changed = Result<{ doc: PersonDoc }>

/** Nothing more is written to somebody who is leaving: what came late would be lost with him. */
export const unlessLeaving =
  (decide: (doc: PersonDoc) => Result<PersonDoc>) =>
  (doc: PersonDoc): Result<PersonDoc> =>
    doc.leaving === null ? decide(doc) : refuse('not-registered')

/** The person with a role more, and the event that says so; the same document where he has it already. */
export function withRole(doc: PersonDoc, role: PersonRole, at: Temporal.Instant): PersonDoc {
  if (doc.roles.includes(role)) return doc
  /** He is counted as a worker from now on, where he lives now. */
  const counted = role === 'worker' ? { workerSince: at, movedFrom: null } : {}
  return withEvents({ ...doc, roles: [...doc.roles, role], ...counted }, [roleAdded(doc, role, at)])
}

/** One conditional write to a registered person, once for each call; what this process remembers of him is dropped. */
export async function editPerson(ports: PersonPorts, id: PersonId, change: { call: Once; decide: (doc: PersonDoc) => Changed }) {
  const at = { county: ports.people.county, id }
  const edited = await ports.editor.edit(people, at, unlessLeaving(once<PersonDoc>(change.call, change.decide)), {
    missing: 'not-registered',
  })
  ports.people.changed(id)
  return edited
}

/** A worker also becomes an employer, or the other way round. */
export async function addRole(
  ports: PersonPorts,
  { contact, role, call }: { contact: string; role: PersonRole; call: Once },
): Promise<Result<PersonDoc>> {
  const known = await ports.people.docByContact(contact)
  if (!known) return refuse('not-registered')
  return editPerson(ports, known.id, { call, decide: (doc) => accept({ doc: withRole(doc, role, ports.clock.now()) }) })
}
