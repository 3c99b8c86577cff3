import type { Clock } from '../core/clock.ts'
import type { ContactId, PersonId } from '../core/id.ts'
import { readHelping } from '../core/person/helping.ts'
import type { IdNumber } from '../core/person/id-number.ts'
import type { Person } from '../core/person/person.ts'
import type { Store } from '../store/port.ts'
import { getByBlind } from '../vault/blinds.ts'
import type { Vault } from '../vault/vault.ts'
import type { BoundPayee } from '../wallet/payout-ports.ts'
import { openPerson } from './open-person.ts'
import { type PersonDoc, people } from './person.collection.ts'
import { createPersonCache } from './person-cache.ts'
import { blindContact, blindIdNumber, openPayee } from './seal-person.ts'

interface PeopleParts {
  readonly store: Pick<Store, 'get' | 'getBy'>
  readonly vault: Vault
  readonly clock: Clock
  readonly county: string
}

/**
 * The registered people of one county; who is leaving is found no more. Found people may be up to a second old where another process changed
 * them.
 */
export interface People {
  readonly county: string
  byContact(contact: string): Promise<Person | undefined>
  byId(id: PersonId): Promise<Person | undefined>
  /** Where to reach a person: the contact bound last. */
  contactOf(id: PersonId): Promise<ContactId | undefined>
  /** The same for what he is told: who has no chat of his own hears through his helper, to whom `forWhom` says whose news it is, masked. */
  reachOf(id: PersonId): Promise<{ readonly contact: ContactId; readonly forWhom?: string } | undefined>
  /** Where he was reached before that; undefined where there was nothing before. */
  contactBefore(id: PersonId): Promise<ContactId | undefined>
  /** The name as others may see it; one star where the person is gone. */
  maskedNameOf(id: PersonId): Promise<string>
  /** Whom a payout goes to, as it is now, without the name. */
  payeeOf(id: string): Promise<BoundPayee | undefined>
  /** The stored document, as it is now. */
  docByContact(contact: string): Promise<PersonDoc | undefined>
  /** The same, also of somebody who is leaving. */
  anyByContact(contact: string): Promise<PersonDoc | undefined>
  docById(id: PersonId): Promise<PersonDoc | undefined>
  docByIdNumber(idNumber: IdNumber): Promise<PersonDoc | undefined>
  /** To be told of each own change to a stored person. */
  changed(id: PersonId): void
}

const NOBODY = '*'

const unlessLeaving = (doc: PersonDoc | undefined): PersonDoc | undefined => (doc?.leaving === null ? doc : undefined)

export function createPeople({ store, vault, clock, county }: PeopleParts): People {
  const cache = createPersonCache(clock)
  const opened = (doc: PersonDoc | undefined): Person | undefined => doc && openPerson(vault, doc)

  const anyByContact = (contact: string): Promise<PersonDoc | undefined> =>
    getByBlind(store, people, 'contact', { county, field: 'contacts.blind', blinds: blindContact(vault, contact) })

  const docOf = async (contact: string): Promise<PersonDoc | undefined> => unlessLeaving(await anyByContact(contact))

  const docById = async (id: string): Promise<PersonDoc | undefined> => unlessLeaving(await store.get(people, county, id))
  const own = async (contact: string): Promise<Person | undefined> =>
    cache.byContact(contact) ?? (await cache.through(async () => opened(await docOf(contact))))

  /** Whom a helper acts for, as he is now: that he may is looked up each time, so that it ends when it is ended. */
  async function helped(elder: string, contact: string): Promise<PersonDoc | undefined> {
    const [helper, doc] = await Promise.all([own(contact), docById(elder)])
    return doc?.helpers.some(({ person }) => person === helper?.id) ? doc : undefined
  }

  const docByContact = async (contact: string): Promise<PersonDoc | undefined> => {
    const helping = readHelping(contact)
    return helping === undefined ? docOf(contact) : helped(helping.elder, helping.contact)
  }

  const byContact = async (contact: string): Promise<Person | undefined> =>
    readHelping(contact) === undefined ? own(contact) : opened(await docByContact(contact))

  /** Who has no chat of his own hears through the one who helped him first. */
  async function helperContactOf(id: PersonId): Promise<ContactId | undefined> {
    const [helper] = (await store.get(people, county, id))?.helpers ?? []
    return helper && (await byId(helper.person))?.contacts.at(-1)
  }

  const byId = async (id: PersonId): Promise<Person | undefined> =>
    cache.byId(id) ?? (await cache.through(async () => opened(await docById(id))))

  return {
    county,
    byContact,
    byId,
    contactOf: async (id) => (await byId(id))?.contacts.at(-1),
    async reachOf(id) {
      const person = await byId(id)
      const own = person?.contacts.at(-1)
      if (own !== undefined) return { contact: own }
      const contact = person && (await helperContactOf(id))
      return contact && { contact, forWhom: person.maskedName }
    },
    contactBefore: async (id) => (await byId(id))?.contacts.at(-2),
    maskedNameOf: async (id) => (await byId(id))?.maskedName ?? NOBODY,
    async payeeOf(id) {
      const doc = await docById(id)
      return doc && openPayee(vault, doc)
    },
    docByContact,
    anyByContact,
    docById,
    docByIdNumber: async (idNumber) =>
      unlessLeaving(
        await getByBlind(store, people, 'idNumber', { county, field: 'idNumberBlind', blinds: blindIdNumber(vault, idNumber) }),
      ),
    changed: cache.forget,
  }
}
