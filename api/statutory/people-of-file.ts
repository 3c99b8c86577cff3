import type { PersonId } from '../core/id.ts'
import { people } from '../person/person.collection.ts'
import { type PersonalData, personalDataOf } from '../person/seal-person.ts'
import type { Store } from '../store/port.ts'
import type { Vault } from '../vault/vault.ts'

export interface FilePerson extends PersonalData {
  readonly registeredAt: Temporal.Instant | null
}

interface Parts {
  readonly store: Pick<Store, 'get'>
  readonly vault: Vault
  readonly county: string
}

/** Who is in a file is in it again soon; opened data of more people than this are not kept. */
const PEOPLE_KEPT = 1_000
const GONE: FilePerson = { name: '*', idNumber: '', phone: '', registeredAt: null }

/** Opens people for one file and forgets them with it; `full` only where the caller may see them. */
export function peopleOfFile({ store, vault, county }: Parts, how: 'full' | 'masked'): (id: PersonId) => Promise<FilePerson> {
  const kept = new Map<PersonId, FilePerson>()
  return async (id) => {
    const known = kept.get(id)
    if (known !== undefined) return known
    const doc = await store.get(people, county, id)
    const person = doc === undefined ? GONE : { ...personalDataOf(vault, doc, how), registeredAt: doc.registeredAt }
    const [oldest] = kept.keys()
    if (kept.size >= PEOPLE_KEPT && oldest !== undefined) kept.delete(oldest)
    kept.set(id, person)
    return person
  }
}
