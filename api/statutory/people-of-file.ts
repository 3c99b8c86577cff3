import type { PersonId } from '../core/id.ts'
import { maskPersonalData } from '../core/person/mask.ts'
import { PERSONAL_FIELDS, type PersonalData, type PersonalField } from '../core/person/personal-data.ts'
import { formerPeople, keptIdentities } from '../person/former.collection.ts'
import { openKeptIdentity } from '../person/kept-identity.ts'
import { maskedDataOf } from '../person/mask-person.ts'
import type { Opening, OpenPersonalData } from '../person/open-personal-data.ts'
import { people } from '../person/person.collection.ts'
import type { Store } from '../store/port.ts'
import type { Vault } from '../vault/vault.ts'

/** What a file says of a person: as it is, or masked. */
export interface ShownPerson {
  readonly name: string
  readonly idNumber: string
  readonly phone: string
}

export interface FilePerson extends ShownPerson {
  readonly registeredAt: Temporal.Instant | null
}

/** Masked; or as they are, by whom and what for. */
export type HowShown = 'masked' | Omit<Opening<PersonalField>, 'people' | 'fields'>

interface Parts {
  readonly store: Pick<Store, 'get'>
  readonly vault: Vault
  readonly county: string
  readonly openPersonalData: OpenPersonalData
}

/** Tells of each row who stands in it; who is gone stands there as well. */
export type FilePeople = (ids: readonly PersonId[]) => Promise<(id: PersonId) => FilePerson>

/** Who is in a file is in it again soon; opened data of more people than this are not kept. */
const PEOPLE_KEPT = 1_000
const GONE: FilePerson = { name: '*', idNumber: '', phone: '', registeredAt: null }

/** Opens the people of one file, some at a time, and forgets them with it. */
export function peopleOfFile({ store, vault, county, openPersonalData }: Parts, how: HowShown): FilePeople {
  const kept = new Map<PersonId, FilePerson>()
  let openings = 0

  async function opened(ids: readonly PersonId[]): Promise<ReadonlyMap<PersonId, PersonalData> | undefined> {
    if (how === 'masked') return undefined
    openings += 1
    return await openPersonalData({ ...how, key: `${how.key}:${openings}`, people: ids, fields: PERSONAL_FIELDS })
  }

  /** Of somebody who was forgotten while the law has his name kept. */
  async function maskedKept(id: PersonId): Promise<ShownPerson | undefined> {
    const identity = await store.get(keptIdentities, county, id)
    return identity && maskPersonalData(openKeptIdentity(vault, identity))
  }

  async function load(ids: readonly PersonId[]): Promise<void> {
    const full = await opened(ids)
    await Promise.all(
      ids.map(async (id) => {
        const doc = await store.get(people, county, id)
        const former = doc ?? (await store.get(formerPeople, county, id))
        const shown = full === undefined ? (doc ? maskedDataOf(vault, doc) : await maskedKept(id)) : full.get(id)
        kept.set(id, { ...GONE, ...shown, registeredAt: former?.registeredAt ?? null })
      }),
    )
  }

  return async (ids) => {
    if (kept.size > PEOPLE_KEPT) kept.clear()
    const unknown = new Set(ids.filter((id) => !kept.has(id)))
    if (unknown.size > 0) await load([...unknown])
    return (id) => kept.get(id) ?? GONE
  }
}
