import { countyDay } from '../core/clock.ts'
import { asId } from '../core/id.ts'
import { type Applicant, readApplicant, type TypedApplicant } from '../core/person/applicant.ts'
import type { PersonRole } from '../core/person/person.ts'
import { accept, type Result, refuse } from '../core/result.ts'
import { withEvents } from '../event/outbox.ts'
import type { Once } from '../store/once.ts'
import { deriveId } from '../vault/digest.ts'
import type { Vault } from '../vault/vault.ts'
import { editPerson, type PersonPorts, withRole } from './add-role.ts'
import { type PersonDoc, people } from './person.collection.ts'
import { personRegistered } from './person-event.ts'
import { blindIdNumber, sealPerson } from './seal-person.ts'

export interface RegisterPorts extends PersonPorts {
  readonly vault: Vault
  /** In a demo county everybody is made up, also who registers while it runs. */
  readonly demo?: boolean
}

export interface Registration {
  readonly typed: TypedApplicant
  readonly role: PersonRole
  readonly contact: string
  readonly call: Once
}

/**
 * Registers the acting contact, or gives him a further role when he is registered under the same ID number. A refusal stores nothing.
 * That an ID number is one person and a contact too is kept by the insert alone, never by having looked before.
 */
export async function registerPerson(ports: RegisterPorts, asked: Registration): Promise<Result<PersonDoc>> {
  const now = ports.clock.now()
  const applicant = readApplicant(asked.typed, countyDay(now))
  if (!applicant.ok) return applicant
  const before = await ports.people.docByContact(asked.contact)
  if (before) return registerAgain(ports, before, { ...asked, applicant: applicant.value })
  const doc = newPerson(ports, applicant.value, asked)
  const inserted = await ports.editor.insert(people, doc)
  if (inserted.ok) return accept(doc)
  const meanwhile = await ports.people.docByContact(asked.contact)
  if (meanwhile) return registerAgain(ports, meanwhile, { ...asked, applicant: applicant.value })
  return refuse(inserted.duplicate === 'idNumber' ? 'id-number-in-use' : 'try-again')
}

function newPerson(ports: RegisterPorts, applicant: Applicant, { role, contact, call }: Registration) {
  const { vault, clock, people: room, demo = false } = ports
  const doc = sealPerson(vault, {
    ...applicant,
    id: deriveId('person', call.key),
    county: room.county,
    roles: [role],
    licences: [],
    township: '',
    demo,
    contacts: [asId<'contact'>(contact)],
    registeredAt: clock.now(),
  })
  return { ...withEvents(doc, [personRegistered(doc)]), keys: [{ ...call, refused: null }] }
}

/** The name and phone first given stay; changing them is another request, with its own checks. */
function registerAgain(ports: RegisterPorts, known: PersonDoc, { applicant, role, call }: Registration & { applicant: Applicant }) {
  const blind = blindIdNumber(ports.vault, applicant.idNumber)
  return editPerson(ports, known.id, {
    call,
    decide: (doc) => {
      if (doc.idNumberBlind !== blind || doc.roles.includes(role)) return refuse('already-registered')
      return accept({ doc: withRole(doc, role, ports.clock.now()) })
    },
  })
}
