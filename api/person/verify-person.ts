import type { DomainEvent } from '../core/event.ts'
import { asId, type PersonId } from '../core/id.ts'
import { type Check, verifiedBy } from '../core/person/verification.ts'
import { accept, type Result } from '../core/result.ts'
import { withEvents } from '../event/outbox.ts'
import { type Once, once } from '../store/once.ts'
import { type PersonPorts, unlessLeaving } from './add-role.ts'
import { type PersonDoc, people } from './person.collection.ts'
import { personVerified } from './person-event.ts'

const personMismatched = (doc: PersonDoc, at: Temporal.Instant): DomainEvent<'personMismatched'> => ({
  ...{ id: `personMismatched:${doc.id}`, type: 'personMismatched', county: doc.county, at, demo: doc.demo },
  facts: { person: doc.id },
})

/** It is made sure of who somebody is, and he hears of it; once is enough. */
export function verified(doc: PersonDoc, by: Check, at: Temporal.Instant): PersonDoc {
  if (doc.verification.state === 'verified') return doc
  const sure = { ...doc, verification: verifiedBy(by, at), verifiedSince: at }
  return withEvents(sure, [personVerified(sure, at)])
}

/** Asked again, the office says no. A card that somebody has looked at meanwhile says more. */
export function mismatched(doc: PersonDoc, at: Temporal.Instant): PersonDoc {
  if (doc.verification.state !== 'unverified') return doc
  return withEvents({ ...doc, verification: { state: 'mismatched', at } }, [personMismatched(doc, at)])
}

interface Decided {
  readonly person: string
  readonly decide: (doc: PersonDoc) => PersonDoc
  /** Of a person's call; what a clock does is the same however often it is done. */
  readonly call?: Once
}

export async function editVerification(ports: PersonPorts, { person, decide, call }: Decided): Promise<Result<PersonDoc>> {
  const at = { county: ports.people.county, id: person }
  const change = (doc: PersonDoc) => accept(decide(doc))
  const changeOnce = call && once<PersonDoc>(call, (doc) => accept({ doc: decide(doc) }))
  const edited = await ports.editor.edit(people, at, unlessLeaving(changeOnce ?? change), { missing: 'not-found' })
  ports.people.changed(asId<'person'>(person) satisfies PersonId)
  return edited
}
