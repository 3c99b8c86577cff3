import type { DomainEvent } from '../core/event.ts'
import { accept, type Result, refuse } from '../core/result.ts'
import { withEvents } from '../event/outbox.ts'
import type { Once } from '../store/once.ts'
import { editPerson, type PersonPorts } from './add-role.ts'
import type { PersonDoc } from './person.collection.ts'
import { countedFacts } from './person-event.ts'

export interface TownshipPorts extends PersonPorts {
  /** The names of the county's own. */
  readonly townships: readonly string[]
}

/** Counted where he lives from now on; once, so that who moves later stays counted where he was. */
const townshipTold = (doc: PersonDoc, township: string, at: Temporal.Instant): DomainEvent<'townshipTold'> => ({
  id: `townshipTold:${doc.id}`,
  type: 'townshipTold',
  ...{ county: doc.county, at, demo: doc.demo },
  facts: { ...countedFacts(doc), roles: doc.roles, township },
})

/** Who lives somewhere else from now on: told for the first time he is counted there, later he stays counted where he was. */
export function withTownship(doc: PersonDoc, township: string, at: Temporal.Instant): PersonDoc {
  if (doc.township === township) return doc
  const moved = { ...doc, township }
  if (doc.township !== '') return { ...moved, movedFrom: doc.movedFrom ?? doc.township }
  const told = { ...moved, townshipTold: { township, at, asWorker: doc.roles.includes('worker') } }
  return withEvents(told, [townshipTold(doc, township, at)])
}

/** Where somebody lives, as statistics break it down. */
export async function tellTownship(
  ports: TownshipPorts,
  { contact, township, call }: { contact: string; township: string; call: Once },
): Promise<Result<PersonDoc>> {
  const known = await ports.people.docByContact(contact)
  if (!known) return refuse('not-registered')
  if (!ports.townships.includes(township)) return refuse('township-unknown')
  return editPerson(ports, known.id, { call, decide: (doc) => accept({ doc: withTownship(doc, township, ports.clock.now()) }) })
}
