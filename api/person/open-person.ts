import { asId } from '../core/id.ts'
import { asIdNumber } from '../core/person/id-number.ts'
import { maskName } from '../core/person/mask.ts'
import { asPersonName, type PersonName } from '../core/person/name.ts'
import type { Person } from '../core/person/person.ts'
import type { PersonalData } from '../core/person/personal-data.ts'
import { asPhone } from '../core/person/phone.ts'
import type { Safe, Vault } from '../vault/vault.ts'
import type { PersonDoc } from './person.collection.ts'
import { contactPlace, placeOf, safeOf } from './person-safe.ts'

const nameIn = (safe: Safe, { id, name }: PersonDoc) => asPersonName(safe.open(placeOf(id, 'name'), name))

/** The day of birth, for an age. */
export const openBirthDay = (safe: Safe, { id, birthDay }: PersonDoc): Temporal.PlainDate =>
  Temporal.PlainDate.from(safe.open(placeOf(id, 'birthDay'), birthDay))

/** The stored person as rules need him; a document that was tampered with throws `VaultError`. */
export function openPerson(vault: Vault, doc: PersonDoc): Person {
  const { id, roles, licences, township, demo, postsAs } = doc
  const verified = doc.verification.state === 'verified'
  const safe = safeOf(vault, doc)
  const contacts = doc.contacts.map(({ blind, sealed }) => asId<'contact'>(safe.open(contactPlace(id, blind), sealed)))
  const maskedName = maskName(nameIn(safe, doc))
  return { id, roles, maskedName, birthDay: openBirthDay(safe, doc), licences, township, verified, demo, contacts, postsAs }
}

/** Name, ID number and phone as they are. For the person himself, and for `createOpenPersonalData`, which writes down for whom else. */
export function openPersonalData(vault: Vault, doc: PersonDoc): PersonalData {
  const safe = safeOf(vault, doc)
  return {
    name: nameIn(safe, doc),
    idNumber: asIdNumber(safe.open(placeOf(doc.id, 'idNumber'), doc.idNumber)),
    phone: asPhone(safe.open(placeOf(doc.id, 'phone'), doc.phone)),
  }
}

/** Whether somebody who has the card before him reads the same name there; the name itself is not told. */
export const isCalled = (vault: Vault, doc: PersonDoc, name: PersonName): boolean => nameIn(safeOf(vault, doc), doc) === name

/** Whether somebody who says who he is says the name and the phone of this person; what they are is not told. */
export function isSaidBy(vault: Vault, doc: PersonDoc, said: Pick<PersonalData, 'name' | 'phone'>): boolean {
  const { name, phone } = openPersonalData(vault, doc)
  return name === said.name && phone === said.phone
}
