import { LIMIT } from '../core/limit.ts'
import type { Effect } from '../core/statistics/fold.ts'
import type { Addition } from '../core/statistics/measure.ts'
import { type Store, StoreUnavailable } from '../store/port.ts'
import { sideBySide } from '../store/side-by-side.ts'
import { addUp } from './add-up.ts'
import { type Counted, countedIn, type Known } from './counted-effects.ts'
import { emptyMonth, type MonthDoc, monthIdOf, months, whereOf } from './rollup.collection.ts'

/** What one effect adds to one month. */
interface Part {
  readonly key: string
  readonly at: Temporal.Instant
  readonly additions: readonly Addition[]
}

export interface FoldParts {
  readonly store: Store
  readonly known: Known
  /** Whether what no later event can change is let go (core/statistics/forget.ts). */
  readonly forgets: boolean
  /** The months of the last chunk of this lane as they were written: the next one mostly goes on with them. */
  readonly written: Map<string, MonthDoc>
}

interface Month {
  readonly empty: MonthDoc
  readonly parts: ReadonlyMap<string, Part>
}

/**
 * Counts effects, each once wherever it belongs, whoever else counts them and wherever a crash falls.
 *
 * Each month gets one conditional write that adds the amounts and notes their keys as pending; when every month has its part of a key, the key
 * is written down as counted. An effect is fresh to a month when it is neither pending there nor counted, looked up in that order: the month
 * first, the counted ones after. A pending key leaves a month only once it is written down, so a month read without the key is either from
 * before the effect, and then the conditional write fails, or the look-up that follows finds it. The same holds for a month that is remembered
 * from the chunk before: it was read, or written, before the look-up.
 */
export async function foldChunk(parts: FoldParts, effects: readonly Effect[]): Promise<void> {
  const [first] = effects
  if (first === undefined) return
  const counted = countedIn(parts, first.county)
  let open = monthsOf(effects)
  for (let attempt = 0; open.length > 0; attempt += 1) {
    if (attempt >= LIMIT.editAttempts) throw new StoreUnavailable('a month of the statistics is written by too many at once')
    open = await attemptAll(parts, counted, open)
  }
  await counted.writeDown(new Set(effects.map(({ key }) => key)))
}

function monthsOf(effects: readonly Effect[]): readonly Month[] {
  const found = new Map<string, { empty: MonthDoc; parts: Map<string, Part> }>()
  for (const effect of effects) {
    for (const [id, additions] of Map.groupBy(effect.additions, (addition) => monthIdOf(whereOf(addition, effect)))) {
      const [some] = additions
      if (some === undefined) continue
      const month = found.getOrInsertComputed(id, () => ({ empty: emptyMonth(whereOf(some, effect), effect.at), parts: new Map() }))
      month.parts.set(effect.key, { key: effect.key, at: effect.at, additions })
    }
  }
  return [...found.values()]
}

/** The months that somebody else was faster to write. */
async function attemptAll({ store, written }: FoldParts, counted: Counted, open: readonly Month[]): Promise<readonly Month[]> {
  const remembered = new Map(written)
  written.clear()
  const read = await sideBySide(open, async (month) => {
    const { county, id } = month.empty
    return { month, doc: remembered.get(id) ?? (await store.get(months, county, id)) ?? month.empty }
  })
  const keys = new Set(read.flatMap(({ month, doc }) => [...doc.pending, ...month.parts.keys()]))
  const among = await counted.among(keys)
  const left = await sideBySide(read, async ({ month, doc }) => {
    const now = await settled(store, doc, { month, counted: among })
    if (now === undefined) return [month]
    written.set(now.id, now)
    return []
  })
  return left.flat()
}

/** The month as it is once all of the chunk is in it; undefined when somebody else has written it meanwhile. */
async function settled(
  store: Store,
  doc: MonthDoc,
  { month, counted }: { month: Month; counted: ReadonlySet<string> },
): Promise<MonthDoc | undefined> {
  const pending = doc.pending.filter((key) => !counted.has(key))
  const fresh = [...month.parts.values()].filter(({ key }) => !counted.has(key) && !pending.includes(key))
  if (fresh.length === 0) return doc
  const next = withParts({ ...doc, pending }, fresh)
  const { ok } = next.version === 1 ? await store.insert(months, next) : await store.replace(months, next, doc.version)
  return ok ? next : undefined
}

/** The month with what is fresh, as the next version. */
function withParts(doc: MonthDoc, fresh: readonly Part[]): MonthDoc {
  const asOf = fresh.reduce((newest, { at }) => (Temporal.Instant.compare(at, newest) > 0 ? at : newest), doc.asOf)
  const cells = addUp(
    doc.cells,
    fresh.flatMap(({ additions }) => additions),
  )
  return { ...doc, version: doc.version + 1, asOf, cells, pending: [...doc.pending, ...fresh.map(({ key }) => key)] }
}
