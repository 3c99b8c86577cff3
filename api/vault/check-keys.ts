import { z } from 'zod'
import { collection } from '../store/collection.ts'
import type { Store } from '../store/port.ts'
import { blinds, isSame } from './blinds.ts'
import { sealedIn, withSealed } from './sealed-in.ts'
import type { Vault } from './vault.ts'
import { VaultError } from './vault-error.ts'

/** `blind` is of a known text, under each index key that everything in this database can be found by. */
const schema = z.strictObject({ id: z.string(), county: z.string(), version: z.int(), sealed: z.string(), blind: blinds })
type Check = z.output<typeof schema>

const checks = collection<Check>({ name: 'keychecks', schema })

const PLACE = { collection: checks.name, id: 'check', field: 'sealed' }
const TEXT = 'the keys of this database'
const OTHER_KEYS = 'these are not the keys this database was written with: put back LINGGONG_KEYS and LINGGONG_INDEX_KEY, or keys.json'
const INDEX_KEY_GONE =
  'the index key that people of this database are found by is not in use any more: put it back behind the newer one in LINGGONG_INDEX_KEY or keys.json, without ":retired", until npm run keys:rotate says that it may go'

const blindOf = ({ indexes }: Vault): readonly string[] => indexes.all('check', TEXT)

const opens = (vault: Vault, { sealed }: Check): boolean => {
  try {
    return vault.open(PLACE, sealed) === TEXT
  } catch {
    return false
  }
}

/** Of two processes that start at once with an empty database, one writes; both then hold their keys against what was written. */
async function written(store: Store, vault: Vault, county: string): Promise<Check | undefined> {
  const { id } = PLACE
  await store.insert(checks, { id, county, version: 1, sealed: vault.seal(PLACE, TEXT), blind: blindOf(vault) })
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

type Counted = (check: Check) => readonly string[]

/** By which keys everything is found from now on, in one conditional write; of two at once, the later sees what the earlier left. */
async function countOn(store: Store, county: string, counted: Counted): Promise<void> {
  for (;;) {
    const check = await store.get(checks, county, PLACE.id)
    if (check === undefined) throw new VaultError(OTHER_KEYS)
    const blind = counted(check)
    if (isSame(blind, check.blind)) return
    const replaced = await store.replace(checks, { ...check, blind, version: check.version + 1 }, check.version)
    if (replaced.ok) return
  }
}

/**
 * To be called before anything is served: throws `VaultError` where the ring is not the one this database was written with. Else everybody
 * would seem unregistered, and could register anew beside what no longer opens. What this process will not write under is not counted on any
 * more: only the next rotation can tell that nothing was left out.
 */
export async function checkKeys(store: Store, vault: Vault, county: string): Promise<void> {
  const known = (await store.get(checks, county, PLACE.id)) ?? (await written(store, vault, county))
  if (known === undefined || !opens(vault, known)) throw new VaultError(OTHER_KEYS)
  const own = blindOf(vault)
  await countOn(store, county, ({ blind }) => {
    const shared = blind.filter((one) => own.includes(one))
    if (shared.length === 0) throw new VaultError(INDEX_KEY_GONE)
    return shared
  })
}

/** Said by a rotation that has found everything to be there under each index key in use. */
export const countOnAll = (store: Store, vault: Vault, county: string): Promise<void> => countOn(store, county, () => blindOf(vault))
