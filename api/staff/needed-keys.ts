import { pagesOf } from '../store/pages.ts'
import type { Store } from '../store/port.ts'
import { kidOfStamp } from '../vault/stamp.ts'
import { kidOfHash } from './hash-password.ts'
import { staffAccounts } from './staff-account.collection.ts'

/** How many accounts have a password or a recovery code that only the index key of that name recognises. */
export async function needOf(store: Pick<Store, 'find'>, county: string): Promise<ReadonlyMap<string, number>> {
  const need = new Map<string, number>()
  for await (const page of pagesOf(store, staffAccounts, { index: 'byLogin', county })) {
    for (const { password, recovery } of page) {
      for (const kid of new Set([kidOfHash(password), ...recovery.map(kidOfStamp)])) need.set(kid, (need.get(kid) ?? 0) + 1)
    }
  }
  return need
}
