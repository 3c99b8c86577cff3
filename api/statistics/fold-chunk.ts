import { assert } from '../core/assert.ts'
import { LIMIT } from '../core/limit.ts'
import type { Fold } from '../core/statistics/fold.ts'
import { type Store, StoreUnavailable } from '../store/port.ts'
import { countedEffects, emptyMonth, type MonthDoc, months } from './rollup.collection.ts'

/**
 * Counts effects of one month and township, each once, whoever else counts them and wherever a crash falls.
 *
 * One conditional write adds the amounts and notes their keys as pending; then each key is written down as counted. An effect is fresh
 * when it is neither pending nor counted, looked up in that order: the month first, the counted ones after. A pending key leaves the month
 * only once it is written down, so a month read without the key is either from before the effect, and then the conditional write
 * fails, or the look-up that follows finds it.
 */
export async function foldChunk(store: Store, folds: readonly Fold[]): Promise<void> {
  for (let attempt = 0; attempt < LIMIT.editAttempts; attempt += 1) {
    const [first] = folds
    if (first === undefined) return
    const before = (await readMonth(store, first)) ?? emptyMonth(first)
    const byKey = new Map(folds.map((fold) => [fold.key, fold]))
    const counted = await countedAmong(store, before, new Set([...before.pending, ...byKey.keys()]))
    const pending = before.pending.filter((key) => !counted.has(key))
    const fresh = [...byKey.values()].filter(({ key }) => !counted.has(key) && !pending.includes(key))
    if (fresh.length > 0 && !(await written(store, withFolds({ ...before, pending }, fresh)))) continue
    const open = [...byKey.keys()].filter((key) => !counted.has(key))
    await Promise.all(open.map((id) => store.insert(countedEffects, { id, county: before.county, version: 1, month: before.id })))
    return
  }
  throw new StoreUnavailable('a month of the statistics is written by too many at once')
}

const readMonth = (store: Store, fold: Fold): Promise<MonthDoc | undefined> => {
  const { county, id } = emptyMonth(fold)
  return store.get(months, county, id)
}

async function countedAmong(store: Store, { county }: MonthDoc, keys: ReadonlySet<string>): Promise<ReadonlySet<string>> {
  const found = await Promise.all([...keys].map((key) => store.get(countedEffects, county, key)))
  return new Set(found.flatMap((effect) => (effect === undefined ? [] : [effect.id])))
}

async function written(store: Store, month: MonthDoc): Promise<boolean> {
  const { ok } = month.version === 1 ? await store.insert(months, month) : await store.replace(months, month, month.version - 1)
  return ok
}

/** The month with what is fresh, as the next version. */
function withFolds(month: MonthDoc, fresh: readonly Fold[]): MonthDoc {
  const counts = new Map(Object.entries(month.counts).map(([measure, days]) => [measure, [...days]]))
  let { asOf } = month
  for (const fold of fresh) {
    assert(emptyMonth(fold).id === month.id, 'an effect is counted in its own month')
    if (Temporal.Instant.compare(fold.at, asOf) > 0) asOf = fold.at
    for (const { measure, by } of fold.increments) {
      const days = counts.get(measure) ?? Array.from({ length: fold.day.daysInMonth }, () => 0)
      counts.set(measure, days.with(fold.day.day - 1, (days[fold.day.day - 1] ?? 0) + by))
    }
  }
  const pending = [...month.pending, ...fresh.map(({ key }) => key)]
  return { ...month, version: month.version + 1, asOf, counts: Object.fromEntries(counts), pending }
}
