import type { DomainEvent } from '../core/event.ts'
import { dayCounts, measuresIn } from '../core/statistics/packed-counts.ts'
import { retellJob } from '../core/statistics/retell-job.ts'
import { jobs } from '../job/job.collection.ts'
import { formerPeople } from '../person/former.collection.ts'
import { people } from '../person/person.collection.ts'
import { retellFormer, retellPerson } from '../person/retell-person.ts'
import type { Collection, Doc, Query, Store } from '../store/port.ts'
import { createFolder } from './folder.ts'
import { CUBES, countsBeside, countsOf, type MonthDoc, monthIdOf, months } from './rollup.collection.ts'

interface Parts {
  readonly store: Pick<Store, 'find'>
  readonly county: string
  /** An empty store in which everything is counted anew. */
  readonly fresh: Store
  /** Hears what was told again. */
  readonly heard?: (events: readonly DomainEvent[]) => void
}

/** One count that is not what the documents say. */
export interface Difference {
  /** The month, cube and place, the trade and class where the cube knows them, the measure and the day of the month. */
  readonly where: string
  readonly counted: number
  readonly recomputed: number
}

export interface Recomputed {
  readonly documents: number
  readonly events: number
  /** Documents whose last events may still be on their way; what they change is no mistake. */
  readonly untold: number
  readonly counts: number
  readonly differences: readonly Difference[]
}

const PAGE = 500

async function* every<T extends Doc>(
  store: Parts['store'],
  from: Collection<T>,
  query: Omit<Query, 'limit' | 'after'>,
): AsyncGenerator<readonly T[]> {
  for (let after: string | undefined; ; ) {
    const page = await store.find(from, { ...query, limit: PAGE, ...(after === undefined ? {} : { after }) })
    yield page.docs
    after = page.next
    if (after === undefined) return
  }
}

/** Counts everything anew out of the documents alone and holds it against what was counted event by event. Changes nothing in the county. */
export async function recompute({ store, county, fresh, heard }: Parts): Promise<Recomputed> {
  const fold = createFolder(fresh)
  const seen = { documents: 0, events: 0, untold: 0 }
  async function retell<T extends Doc & { readonly outbox: readonly unknown[] }>(
    docs: readonly T[],
    tell: (doc: T) => readonly DomainEvent[],
  ) {
    const events = docs.flatMap(tell)
    seen.documents += docs.length
    seen.events += events.length
    seen.untold += docs.filter(({ outbox }) => outbox.length > 0).length
    heard?.(events)
    await fold(events)
  }
  for await (const docs of every(store, people, { index: 'registered', county })) await retell(docs, retellPerson)
  for await (const docs of every(store, formerPeople, { index: 'erased', county })) await retell(docs, retellFormer)
  for await (const docs of every(store, jobs, { index: 'employer', county })) await retell(docs, retellJob)
  const [counted, recomputed] = [await countsIn(store, county), await countsIn(fresh, county)]
  return { ...seen, counts: counted.size, differences: differencesOf(counted, recomputed) }
}

async function countsIn(store: Parts['store'], county: string): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>()
  for (const demo of [false, true]) {
    for (const cube of CUBES) {
      for await (const docs of every(store, months, { index: 'month', county, equals: { demo, cube } })) collect(docs, counts)
    }
  }
  return counts
}

function collect(docs: readonly MonthDoc[], counts: Map<string, number>): void {
  for (const { demo, month, cube, place, cells } of docs) {
    /** A bin is the same wherever it stands: in an older release among the counts. */
    const where = monthIdOf({ demo, month, place, cube: countsBeside(cube) })
    for (const cell of cells) {
      const { trade, riskClass } = cell
      const work = trade === null ? '' : ` ${trade} ${riskClass ?? '*'}`
      for (const [measure, packed] of measuresIn(countsOf(cell))) {
        for (const [day, count] of dayCounts(packed)) {
          const spot = `${where}${work} ${measure} ${day}`
          counts.set(spot, (counts.get(spot) ?? 0) + count)
        }
      }
    }
  }
}

const differencesOf = (counted: ReadonlyMap<string, number>, recomputed: ReadonlyMap<string, number>): readonly Difference[] =>
  [...new Set([...counted.keys(), ...recomputed.keys()])]
    .map((where) => ({ where, counted: counted.get(where) ?? 0, recomputed: recomputed.get(where) ?? 0 }))
    .filter((each) => each.counted !== each.recomputed)
    .sort((one, other) => (one.where < other.where ? -1 : 1))
