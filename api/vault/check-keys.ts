import { z } from 'zod'
import { collection } from '../store/collection.ts'
import type { Store } from '../store/port.ts'
import { sealedIn, withSealed } from './sealed-in.ts'
import type { Vault } from './vault.ts'
import { VaultError } from './vault-error.ts'

const schema = z.strictObject({ id: z.string(), county: z.string(), version: z.int(), sealed: z.string(), blind: z.string() })
type Check = z.output<typeof schema>

const checks = collection<Check>({ name: 'keychecks', schema })

const PLACE = { collection: checks.name, id: 'check', field: 'sealed' }
const TEXT = 'the keys of this database'

const opens = (vault: Vault, { sealed, blind }: Check): boolean => {
  try {
    return vault.open(PLACE, sealed) === TEXT && vault.blindIndex('check', TEXT) === blind
  } catch {
    return false
  }
}

/** Of two processes that start at once with an empty database, one writes; both then hold their keys against what was written. */
async function written(store: Store, vault: Vault, county: string): Promise<Check | undefined> {
  const { id } = PLACE
  await store.insert(checks, { id, county, version: 1, sealed: vault.seal(PLACE, TEXT), blind: vault.blindIndex('check', TEXT) })
  return store.get(checks, county, id)
}

/** The check itself is sealed with the county's keys, too. */
export const sealedChecks = sealedIn<Check>({
  of: checks,
  async *every(store, county) {
    const check = await store.get(checks, county, PLACE.id)
    if (check !== undefined) yield [check]
  },
  resealed: (check, again) => withSealed(check, again(PLACE, check.sealed)),
})

/**
 * To be called before anything is served: throws `VaultError` where the ring is not the one this database was written with. Else everybody
 * would seem unregistered, and could register anew beside what no longer opens.
 */
export async function checkKeys(store: Store, vault: Vault, county: string): Promise<void> {
  const known = (await store.get(checks, county, PLACE.id)) ?? (await written(store, vault, county))
  if (known === undefined || !opens(vault, known)) {
    throw new VaultError(
      'these are not the keys this database was written with: put back LINGGONG_KEYS and LINGGONG_INDEX_KEY, or keys.json',
    )
  }
}
