import { openSqlite } from '../../store/sqlite/open-sqlite.ts'
import { countingStore } from '../../store/testing/counting-store.ts'
import { memoryKeyRing } from '../../vault/key-ring.ts'
import { createVault } from '../../vault/vault.ts'

export const county = '350428'
export const MORNING = Temporal.Instant.from('2026-11-23T07:30:00+08:00')

/** Where chat lines are kept: a database in memory and a clock of the test's own. */
export function aChat() {
  const clock = { at: MORNING, now: () => clock.at }
  const store = countingStore(openSqlite({ file: ':memory:' }))
  return {
    store,
    vault: createVault(memoryKeyRing()),
    county,
    clock,
    pass: (time: Temporal.DurationLike) => {
      clock.at = clock.at.add(time)
    },
  }
}
