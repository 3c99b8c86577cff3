import { countyDay } from '../core/clock.ts'
import type { ContactId, PersonId } from '../core/id.ts'
import { readApplicant, type TypedApplicant } from '../core/person/applicant.ts'
import type { Channel } from '../core/person/channel.ts'
import type { IdNumber } from '../core/person/id-number.ts'
import { maskName } from '../core/person/mask.ts'
import type { HeldLicence, Person, PersonRole } from '../core/person/person.ts'
import { verifiedBy } from '../core/person/verification.ts'
import { accept, type Result, refuse } from '../core/result.ts'
import { withEvents } from '../event/outbox.ts'
import { deriveId } from '../vault/digest.ts'
import type { Vault } from '../vault/vault.ts'
import { people } from './person.collection.ts'
import { personRegistered } from './person-event.ts'
import type { RegisterPorts } from './register-person.ts'
import { type PlainPerson, sealPerson } from './seal-person.ts'

/** A person as a file or a seed says: registered already, on a past or present day, by somebody who looked at the card. */
export interface ImportedPerson extends TypedApplicant {
  /** What a story knows him by; without one it follows from his ID number. */
  readonly id?: PersonId
  readonly roles: readonly PersonRole[]
  /** Absent for people without WeChat. */
  readonly contact?: ContactId
  readonly township?: string
  readonly licences?: readonly HeldLicence[]
  readonly demo: boolean
  readonly at: Temporal.Instant
  /** The staff, unless a seed says otherwise. */
  readonly channel?: Channel
  /** False leaves out the event of the registration, for a bulk whose statistics are counted in another way. */
  readonly announced?: boolean
}

const PEOPLE_PER_COMMIT = 500

const idOf = (blind: string): PersonId => deriveId('person', `import:${blind}`)

/** Whom an import makes of an ID number, known before it is done. */
export const importedId = ({ indexes }: Pick<Vault, 'indexes'>, idNumber: IdNumber, kid = indexes.kid): PersonId =>
  idOf(indexes.under(kid, 'id-number', idNumber) ?? indexes.one('id-number', idNumber))

/** Whom an earlier import made of it, also under a key that is not in use any more. */
async function importedBefore({ vault, people: room }: RegisterPorts, idNumber: IdNumber): Promise<Person | undefined> {
  const known = await room.docByIdNumber(idNumber)
  const isImported = vault.indexes.ever('id-number', idNumber).some((blind) => idOf(blind) === known?.id)
  return known && isImported ? room.byId(known.id) : undefined
}

/** Takes a person in, checked like any registration. The id comes from the ID number, so importing twice is importing once. */
export async function importPerson(ports: RegisterPorts, from: ImportedPerson): Promise<Result<Person>> {
  const applicant = readApplicant(from, countyDay(from.at))
  if (!applicant.ok) return applicant
  const { licences = [], township = '', contact, roles, demo, channel = 'staff' } = from
  const plain: PlainPerson = {
    ...applicant.value,
    id: from.id ?? importedId(ports.vault, applicant.value.idNumber),
    county: ports.people.county,
    contacts: contact === undefined ? [] : [contact],
    registeredAt: from.at,
    verification: verifiedBy('counter', from.at),
    ...{ roles, licences, township, demo, channel },
  }
  const doc = sealPerson(ports.vault, plain)
  const inserted = await ports.editor.insert(people, from.announced === false ? doc : withEvents(doc, [personRegistered(doc)]))
  if (inserted.ok) return accept(asPerson(plain))
  const before = ['id', 'idNumber'].includes(inserted.duplicate) ? await importedBefore(ports, applicant.value.idNumber) : undefined
  if (before) return accept(before)
  return refuse(inserted.duplicate === 'contact' ? 'already-registered' : 'id-number-in-use')
}

/** Many at once share the database's commits; the answers stand in the order of the people. */
export async function importPeople(ports: RegisterPorts, all: readonly ImportedPerson[]): Promise<readonly Result<Person>[]> {
  const answers: Result<Person>[] = []
  for (let first = 0; first < all.length; first += PEOPLE_PER_COMMIT) {
    const some = all.slice(first, first + PEOPLE_PER_COMMIT)
    answers.push(...(await Promise.all(some.map((one) => importPerson(ports, one)))))
  }
  return answers
}

const asPerson = ({ id, roles, name, birthDay, licences, township, demo, contacts }: PlainPerson): Person => ({
  ...{ id, roles, birthDay, licences, township, demo, contacts },
  maskedName: maskName(name),
  verified: true,
  postsAs: null,
})
