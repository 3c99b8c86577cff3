import type { Audit } from '../audit/audit.ts'
import { assert } from '../core/assert.ts'
import type { Actor, OpeningPurpose } from '../core/audit/audited.ts'
import type { PersonId } from '../core/id.ts'
import { LIMIT } from '../core/limit.ts'
import type { PersonalData, PersonalField } from '../core/person/personal-data.ts'
import type { Store } from '../store/port.ts'
import type { Vault } from '../vault/vault.ts'
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

export const createOpenPersonalData =
  ({ store, vault, county, audit }: Parts): OpenPersonalData =>
  async ({ key, actor, purpose, people: ids, fields }) => {
    assert(ids.length <= LIMIT.openedAtOnce, 'nobody opens more people at once than one row can name')
    if (ids.length === 0) return new Map()
    const facts = { purpose, fields: fields.join('+') }
    await audit({ key: `${key}:open`, actor, action: 'open-personal-data', subjects: ids, facts })
    const docs = await Promise.all(ids.map((id) => store.get(people, county, id)))
    return new Map(docs.flatMap((doc) => (doc === undefined ? [] : [[doc.id, only(openPersonalData(vault, doc), fields)] as const])))
  }
