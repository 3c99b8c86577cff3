import { countyDay, isBefore } from '../core/clock.ts'
import type { ContactId } from '../core/id.ts'
import { LIMIT } from '../core/limit.ts'
import { ageBandOf, ageOn } from '../core/person/age.ts'
import type { Applicant } from '../core/person/applicant.ts'
import type { Channel } from '../core/person/channel.ts'
import type { Consent } from '../core/person/consent.ts'
import type { Guardian } from '../core/person/guardian.ts'
import type { IdNumber } from '../core/person/id-number.ts'
import type { Person } from '../core/person/person.ts'
import type { Verification } from '../core/person/verification.ts'
import { EMPTY_OUTBOX } from '../event/outbox.ts'
import type { Safe, Vault } from '../vault/vault.ts'
import type { BoundPayee } from '../wallet/payout-ports.ts'
import type { PersonDoc } from './person.collection.ts'
import { contactPlace, placeOf, safeOf } from './person-safe.ts'

/** A person as the registration knows him, before anything is sealed. */
export interface PlainPerson extends Applicant, Omit<Person, 'name' | 'maskedName' | 'birthDay' | 'verified' | 'postsAs'> {
  readonly county: string
  readonly verification: Verification
  readonly guardian?: Guardian | undefined
  readonly consents?: readonly Consent[]
  readonly channel: Channel
  readonly registeredAt: Temporal.Instant
}

export const blindContact = (vault: Vault, contact: string) => vault.indexes.all('contact', contact)
export const blindPayee = (vault: Vault, openid: string) => vault.indexes.all('payee', openid)
export const blindIdNumber = (vault: Vault, idNumber: IdNumber) => vault.indexes.all('id-number', idNumber)

export function sealContact(vault: Vault, safe: Safe, { id, contact }: { id: string; contact: ContactId }) {
  const blind = blindContact(vault, contact)
  return { blind, sealed: safe.seal(contactPlace(id, blind), contact) }
}

/** The document of a new person, under a new key of the person's own. */
export function sealPerson(vault: Vault, person: PlainPerson): PersonDoc {
  const { id, county, roles, licences, township, demo, registeredAt, verification, guardian } = person
  const { safe, wrapped } = vault.newPersonKey(placeOf(id, 'key'))
  return {
    id,
    county,
    version: 1,
    key: wrapped,
    name: safe.seal(placeOf(id, 'name'), person.name),
    idNumber: safe.seal(placeOf(id, 'idNumber'), person.idNumber),
    phone: safe.seal(placeOf(id, 'phone'), person.phone),
    birthDay: safe.seal(placeOf(id, 'birthDay'), person.birthDay.toString()),
    idNumberBlind: blindIdNumber(vault, person.idNumber),
    verification,
    guardian: guardian
      ? { name: safe.seal(placeOf(id, 'guardian.name'), guardian.name), phone: safe.seal(placeOf(id, 'guardian.phone'), guardian.phone) }
      : null,
    payee: null,
    moneyFrom: null,
    contacts: person.contacts.map((contact) => sealContact(vault, safe, { id, contact })),
    consents: [...(person.consents ?? [])],
    skills: [],
    wishes: [],
    roles: [...roles],
    licences: [...licences],
    township,
    demo,
    registeredAt,
    townshipTold: null,
    movedFrom: null,
    channel: person.channel,
    verifiedSince: verification.state === 'verified' ? verification.at : null,
    postsAs: null,
    helpers: [],
    workerSince: roles.includes('worker') ? registeredAt : null,
    ageBand: ageBandOf(ageOn(countyDay(registeredAt), person.birthDay)),
    correction: null,
    phoneChange: null,
    leaving: null,
    ...EMPTY_OUTBOX,
    keys: [],
  }
}

/** With one contact more, the newest last; the oldest gives way where there are too many. */
export function withContact(vault: Vault, doc: PersonDoc, contact: ContactId): PersonDoc {
  const contacts = [...doc.contacts, sealContact(vault, safeOf(vault, doc), { id: doc.id, contact })]
  return { ...doc, contacts: contacts.slice(-LIMIT.contactsPerPerson) }
}

/** The account, sealed with the person's own key. */
export const sealPayee = (vault: Vault, doc: PersonDoc, { openid, from }: Pick<BoundPayee, 'openid' | 'from'>): PersonDoc['payee'] => ({
  blind: blindPayee(vault, openid),
  sealed: safeOf(vault, doc).seal(placeOf(doc.id, 'payee'), openid),
  from,
})

const later = (at: Temporal.Instant, other: Temporal.Instant | null): Temporal.Instant =>
  other !== null && isBefore(at, other) ? other : at

/** Whom a payout goes to, without the name; undefined while the person has named no account. */
export function openPayee(vault: Vault, doc: PersonDoc): BoundPayee | undefined {
  if (doc.payee === null) return undefined
  const { blind, sealed, mark = blind[0] ?? '' } = doc.payee
  const from = later(doc.payee.from, doc.moneyFrom)
  const safe = safeOf(vault, doc)
  return { openid: safe.open(placeOf(doc.id, 'payee'), sealed), name: undefined, mark, from }
}
