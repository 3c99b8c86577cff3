import type { Store } from '../store/port.ts'
import { sideBySide } from '../store/side-by-side.ts'
import { countedEffects } from './rollup.collection.ts'

/** So many keys are remembered, some five megabytes of them. */
const KEYS_MAX = 50_000

/**
 * The keys of a county that have been seen written down as counted. What is counted stays so for ever, so that this never has to be looked up
 * again; what is not here may be counted all the same, by somebody else or long ago, and is asked of the database.
 */
export type Known = Set<string>

function remember(known: Known, key: string): void {
  if (known.size >= KEYS_MAX) known.clear()
  known.add(key)
}

export interface Counted {
  /** Those of some keys that are counted everywhere they belong. */
  among(keys: ReadonlySet<string>): Promise<ReadonlySet<string>>
  /** To be said once every month has its part of each. Said twice is said once. */
  writeDown(keys: ReadonlySet<string>): Promise<void>
}

/** What is counted in a county already. */
export function countedIn({ store, known }: { readonly store: Store; readonly known: Known }, county: string): Counted {
  const isCounted = async (key: string): Promise<boolean> => {
    if (known.has(key)) return true
    const found = (await store.get(countedEffects, county, key)) !== undefined
    if (found) remember(known, key)
    return found
  }
  return {
    async among(keys) {
      const all = [...keys]
      const counted = await sideBySide(all, isCounted)
      return new Set(all.filter((_, at) => counted[at]))
    },
    async writeDown(keys) {
      const fresh = [...keys].filter((key) => !known.has(key))
      /** A duplicate was written down by somebody else, who saw the same. */
      await sideBySide(fresh, (id) => store.insert(countedEffects, { id, county, version: 1 }))
      for (const key of fresh) remember(known, key)
    },
  }
}
