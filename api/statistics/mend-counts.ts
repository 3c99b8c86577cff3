import type { DomainEvent } from '../core/event.ts'
import { doingsOf } from '../core/statistics/doings.ts'
import { remembered } from '../core/statistics/forget.ts'
import { pagesOf } from '../store/pages.ts'
import { type Replaced, type Store, StoreUnavailable } from '../store/port.ts'
import { type Recomputed, recompute } from './recompute.ts'
import { type MonthDoc, months } from './rollup.collection.ts'
import { type SubjectDoc, subjectIdOf, subjects } from './subject.collection.ts'

interface Parts {
  readonly store: Store
  readonly county: string
  /** An empty store in which everything is counted anew. */
  readonly fresh: Store
}

export interface Mended {
  /** As it was before. */
  readonly found: Recomputed
  readonly months: number
  readonly subjects: number
}

/**
 * Makes the counts what the documents come to, so that what an older release did not count, or in another way, is counted from the first day
 * on. Each document is written by itself and comes out the same however often, so a run that was killed is begun anew. No server may run
 * meanwhile: where one writes the same document, that is noticed and nothing is written over it. While events are on their way nothing is
 * done, for they are in the documents already and would be counted twice.
 */
export async function mendCounts({ store, county, fresh }: Parts): Promise<Mended> {
  const ids = new Set<string>()
  const heard = (events: readonly DomainEvent[]) => {
    for (const event of events) for (const doing of doingsOf(event)) ids.add(subjectIdOf({ ...doing, demo: event.demo }))
  }
  const found = await recompute({ store, county, fresh, heard })
  if (found.untold > 0) return { found, months: 0, subjects: 0 }
  return { found, months: await mendMonths({ store, county, fresh }), subjects: await mendSubjects({ store, county, fresh }, ids) }
}

/** What somebody else wrote meanwhile is not what was counted. */
function unlessTaken(written: Replaced | { readonly ok: boolean }): void {
  if (!written.ok) throw new StoreUnavailable('somebody else writes the statistics; stop every server and run this again')
}

const isSameText = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

async function mendMonths({ store, county, fresh }: Parts): Promise<number> {
  let mended = 0
  async function write(id: string, before: MonthDoc | undefined, counted: MonthDoc | undefined): Promise<void> {
    const cells = counted?.cells ?? []
    if (isSameText(before?.cells ?? [], cells)) return
    if (before !== undefined) unlessTaken(await store.replace(months, { ...before, version: before.version + 1, cells }, before.version))
    else if (counted !== undefined) unlessTaken(await store.insert(months, { ...counted, id, version: 1, pending: [] }))
    mended += 1
  }
  const known = new Set<string>()
  for await (const docs of pagesOf(fresh, months, { index: 'newest', county })) {
    for (const doc of docs) {
      known.add(doc.id)
      await write(doc.id, await store.get(months, county, doc.id), doc)
    }
  }
  for await (const docs of pagesOf(store, months, { index: 'newest', county }))
    for (const doc of docs) if (!known.has(doc.id)) await write(doc.id, doc, undefined)
  return mended
}

/** What is told in another order is the same. */
const inOrder = ({ marks, gone, since, changes }: SubjectDoc) => ({
  marks: marks.map(({ key, employerType, until }) => [key, employerType, until]).sort(([one = ''], [other = '']) => (one < other ? -1 : 1)),
  ...{ gone: gone.toSorted(), since, changes: changes.length },
})

/** What somebody did, as it was counted; what is known to be taken back stays so, should it be told again. */
async function mendSubjects({ store, county, fresh }: Parts, ids: ReadonlySet<string>): Promise<number> {
  let mended = 0
  for (const id of ids) {
    const [before, counted] = await Promise.all([store.get(subjects, county, id), fresh.get(subjects, county, id)])
    if (counted === undefined || counted.marks.every(({ key }) => counted.gone.includes(key))) continue
    const gone = [...new Set([...counted.gone, ...(before?.gone ?? [])])]
    const all = { marks: counted.marks, gone, since: before?.since ?? '' }
    const doings = counted.demo ? all : remembered(counted.kind, all)
    const next: SubjectDoc = { ...counted, ...doings, marks: [...doings.marks], gone: [...doings.gone], changes: [], version: 1 }
    if (before === undefined) unlessTaken(await store.insert(subjects, next))
    else if (isSameText(inOrder(before), inOrder(next))) continue
    else unlessTaken(await store.replace(subjects, { ...next, version: before.version + 1 }, before.version))
    mended += 1
  }
  return mended
}
