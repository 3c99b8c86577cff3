import type { DomainEvent } from '../core/event.ts'
import { accept, type Result, refuse } from '../core/result.ts'
import { withEvents } from '../event/outbox.ts'
import type { Once } from '../store/once.ts'
import { editPerson, type PersonPorts } from './add-role.ts'
import type { PersonDoc } from './person.collection.ts'

export interface TownshipPorts extends PersonPorts {
  /** The names of the county's own. */
  readonly townships: readonly string[]
}

/** Counted where he lives from now on; once, so that who moves later stays counted where he was. */
const townshipTold = (
  { id, county, demo, roles, ageBand }: PersonDoc,
  township: string,
  at: Temporal.Instant,
): DomainEvent<'townshipTold'> => ({
  id: `townshipTold:${id}`,
  type: 'townshipTold',
  ...{ county, at, demo },
  facts: { person: id, roles, township, ageBand: ageBand ?? 0 },
})

/** Where somebody lives, as statistics break it down. */
export async function tellTownship(
  ports: TownshipPorts,
  { contact, township, call }: { contact: string; township: string; call: Once },
): Promise<Result<PersonDoc>> {
  const known = await ports.people.docByContact(contact)
  if (!known) return refuse('not-registered')
  if (!ports.townships.includes(township)) return refuse('township-unknown')
  const decide = (doc: PersonDoc) => {
    if (doc.township === township) return accept({ doc })
    const moved = { ...doc, township }
    if (doc.township !== '') return accept({ doc: { ...moved, movedFrom: doc.movedFrom ?? doc.township } })
    const at = ports.clock.now()
    const told = { ...moved, townshipTold: { township, at, asWorker: doc.roles.includes('worker') } }
    return accept({ doc: withEvents(told, [townshipTold(doc, township, at)]) })
  }
  return editPerson(ports, known.id, { call, decide })
}
