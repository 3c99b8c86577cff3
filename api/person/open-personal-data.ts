import type { Audit } from '../audit/audit.ts'
import { assert } from '../core/assert.ts'
import type { Actor, OpeningPurpose } from '../core/audit/audited.ts'
import type { PersonId } from '../core/id.ts'
import { LIMIT } from '../core/limit.ts'
import type { PersonalData, PersonalField } from '../core/person/personal-data.ts'
import type { Store } from '../store/port.ts'
import type { Vault } from '../vault/vault.ts'
import { keptIdentities } from './former.collection.ts'
import { openKeptIdentity } from './kept-identity.ts'
import { openPersonalData } from './open-person.ts'
import { people } from './person.collection.ts'

/** Who opens what of whom, and what for. */
export interface Opening<Field extends PersonalField> {
  /** The same key is the same opening. */
  readonly key: string
  readonly actor: Actor
  readonly purpose: OpeningPurpose
  readonly people: readonly PersonId[]
  readonly fields: readonly Field[]
}

/**
 * The one way to somebody's name, ID number or phone for anybody but himself: written down first, with everybody's id, then opened. Who is
 * gone is left out.
 */
export type OpenPersonalData = <Field extends PersonalField>(
  opening: Opening<Field>,
) => Promise<ReadonlyMap<PersonId, Pick<PersonalData, Field>>>

interface Parts {
  readonly store: Pick<Store, 'get'>
  readonly vault: Vault
  readonly county: string
  readonly audit: Audit
}

function only<Field extends PersonalField>(data: PersonalData, fields: readonly Field[]): Pick<PersonalData, Field> {
  return Object.fromEntries(fields.map((field) => [field, data[field]])) as Pick<PersonalData, Field> // just the fields asked for
}

/** Who was forgotten is opened only for what the law has his name kept for. */
async function dataOf({ store, vault, county }: Omit<Parts, 'audit'>, id: PersonId, purpose: OpeningPurpose) {
  const doc = await store.get(people, county, id)
  if (doc !== undefined) return openPersonalData(vault, doc)
  const kept = KEPT_FOR.has(purpose) ? await store.get(keptIdentities, county, id) : undefined
  return kept && openKeptIdentity(vault, kept)
}

const KEPT_FOR: ReadonlySet<OpeningPurpose> = new Set(['wage-ledger', 'platform-identity', 'platform-income'])

export const createOpenPersonalData =
  ({ store, vault, county, audit }: Parts): OpenPersonalData =>
  async ({ key, actor, purpose, people: ids, fields }) => {
    assert(ids.length <= LIMIT.openedAtOnce, 'nobody opens more people at once than one row can name')
    if (ids.length === 0) return new Map()
    const facts = { purpose, fields: fields.join('+') }
    await audit({ key: `${key}:open`, actor, action: 'open-personal-data', subjects: ids, facts })
    const found = await Promise.all(ids.map(async (id) => [id, await dataOf({ store, vault, county }, id, purpose)] as const))
    return new Map(found.flatMap(([id, data]) => (data === undefined ? [] : [[id, only(data, fields)] as const])))
  }
