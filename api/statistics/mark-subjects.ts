import { LIMIT } from '../core/limit.ts'
import type { Doing } from '../core/statistics/doings.ts'
import type { Effect } from '../core/statistics/fold.ts'
import { heard, remembered } from '../core/statistics/forget.ts'
import type { Measure } from '../core/statistics/measure.ts'
import { type Doings, difference, isSame, together } from '../core/statistics/subject.ts'
import { StoreUnavailable } from '../store/port.ts'
import { sideBySide } from '../store/side-by-side.ts'
import { countedIn } from './counted-effects.ts'
import type { FoldParts } from './fold-chunk.ts'
import { type SubjectDoc, subjectIdOf, subjects } from './subject.collection.ts'

export interface Told extends Doing {
  readonly county: string
  readonly demo: boolean
}

/**
 * Writes down what subjects did, and says what the counts change by because of it: what follows from this, and what followed from something
 * earlier and may not be counted yet. Each change is written together with what it follows from, so it is worked out once and counted once.
 */
export async function markSubjects(parts: FoldParts, told: readonly Told[]): Promise<readonly Effect[]> {
  const bySubject = [...Map.groupBy(told, subjectIdOf)]
  const effects = await sideBySide(bySubject, ([id, doings]) => markSubject(parts, id, doings))
  return effects.flat()
}

async function markSubject(parts: FoldParts, id: string, told: readonly Told[]): Promise<readonly Effect[]> {
  const [first] = told
  if (first === undefined) return []
  const { store } = parts
  for (let attempt = 0; attempt < LIMIT.editAttempts; attempt += 1) {
    const before = (await store.get(subjects, first.county, id)) ?? emptySubject(id, first)
    const doings = together(before, heard(before, doingsOf(told)))
    if (isSame(before, doings)) return effectsOf(before)
    const next = await changed(parts, before, doings)
    const { ok } = next.version === 1 ? await store.insert(subjects, next) : await store.replace(subjects, next, before.version)
    if (ok) return effectsOf(next)
  }
  throw new StoreUnavailable('a subject of the statistics is written by too many at once')
}

const emptySubject = (id: string, { county, demo, kind }: Told): SubjectDoc => ({
  ...{ id, county, version: 0, demo, kind },
  ...{ marks: [], gone: [], since: '', changes: [] },
})

const doingsOf = (told: readonly Told[]): Doings => ({
  marks: told.filter(({ gone }) => !gone).map(({ mark }) => mark),
  gone: told.filter(({ gone }) => gone).map(({ mark }) => mark.key),
})

/** What is counted meanwhile need not be remembered any longer. */
async function changed(parts: FoldParts, before: SubjectDoc, doings: Doings): Promise<SubjectDoc> {
  const version = before.version + 1
  const counted = await countedIn(parts, before.county).among(new Set(before.changes.map(({ key }) => key)))
  const open = before.changes.filter(({ key }) => !counted.has(key))
  const additions = [...difference(before.kind, before, doings)]
  const newest =
    doings.marks
      .map((mark) => mark.at)
      .sort()
      .at(-1) ?? EPOCH
  const at = Temporal.Instant.from(newest)
  const changes = additions.length === 0 ? open : [...open, { key: `${before.id}:${version}`, at, additions }]
  const { marks, gone, since } =
    parts.forgets && !before.demo ? remembered(before.kind, { ...doings, since: before.since }) : { ...doings, since: before.since }
  return { ...before, version, marks: [...marks], gone: [...gone], since, changes }
}

const EPOCH = '1970-01-01T00:00:00.000Z'

const effectsOf = ({ county, demo, changes }: SubjectDoc): readonly Effect[] =>
  changes.map(({ key, at, additions }) => ({
    ...{ key, at, county, demo },
    /** Only measures of ours are ever written. */
    additions: additions.map((each) => ({ ...each, measure: each.measure as Measure })),
  }))
