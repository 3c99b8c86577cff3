import type { Place } from '../vault/envelope.ts'
import type { Safe, Vault } from '../vault/vault.ts'
import { type PersonDoc, people } from './person.collection.ts'

type SealedField = 'key' | 'name' | 'idNumber' | 'phone' | 'birthDay' | 'payee' | `guardian.${'name' | 'phone'}` | `contacts.${string}`

export const placeOf = (id: string, field: SealedField): Place => ({ collection: people.name, id, field })

/** Each contact has a place of its own, so that no two can be exchanged. */
export const contactPlace = (id: string, blind: readonly string[]): Place => placeOf(id, `contacts.${blind[0]}`)

/** What a person's fields are sealed and opened with. Throws `VaultError` where the document was tampered with. */
export const safeOf = (vault: Vault, { id, key }: Pick<PersonDoc, 'id' | 'key'>): Safe => vault.openPersonKey(placeOf(id, 'key'), key)
