import type { EmployerType } from '../job/poster.ts'
import { ACTIVE_DAYS, activeDifference, dayNumber, isAt, personSpots } from './active-days.ts'
import { startOf } from './bucket.ts'
import type { Mark } from './mark.ts'
import { type Addition, DISTINCT_BUCKETS, type DistinctBucket, spotsOf } from './measure.ts'

/** Who is counted once, whatever he does: a worker, an employer, or the two of them together. */
export const SUBJECT_KINDS = ['worker', 'employer', 'pair'] as const
export type SubjectKind = (typeof SUBJECT_KINDS)[number]

/** All that a subject did, in no order; what is `gone` was taken back, whether one has heard of it yet or not. */
export interface Doings {
  readonly marks: readonly Mark[]
  readonly gone: readonly string[]
}

export const REPEAT_DAYS = 180
const DAYS_PER_YEAR = 366

/** How far from a changed day something can be that bears on what counts because of it: for pairs, also what makes those near it repeats. */
const REACH_DAYS = { worker: ACTIVE_DAYS, employer: DAYS_PER_YEAR, pair: 2 * REPEAT_DAYS } as const

const daysBetween = (one: string, other: string): number => Math.abs(dayNumber(one) - dayNumber(other))

const DAYS_REMEMBERED = 2000
const remembered = new Map<string, Readonly<Record<DistinctBucket, string>>>()

/** The first days of the buckets in which a day lies; worked out once a day, for thousands ask. */
function startsOf(day: string): Readonly<Record<DistinctBucket, string>> {
  const known = remembered.get(day)
  if (known !== undefined) return known
  const date = Temporal.PlainDate.from(day)
  const start = (bucket: DistinctBucket): string => startOf(bucket, date).toString()
  const starts = { day, week: start('week'), month: start('month'), quarter: start('quarter'), year: start('year') }
  if (remembered.size >= DAYS_REMEMBERED) remembered.clear()
  remembered.set(day, starts)
  return starts
}

/** The first day of the quarter of a day. */
export const quarterStart = (day: string): string => startsOf(day).quarter

/** Before it was written down, everybody posted for his household. */
const typeOf = ({ employerType = 'household' }: Mark): EmployerType => employerType

/** In which buckets an employer counts by some marks, and by none of the others. */
function postedIn(marks: readonly Mark[], others: readonly Mark[], by: 1 | -1): readonly Addition[] {
  const found = new Map<string, Addition>()
  for (const mark of marks) {
    const starts = startsOf(mark.day)
    for (const bucket of DISTINCT_BUCKETS) {
      const day = starts[bucket]
      for (const spot of personSpots(mark)) {
        const then = others.filter((other) => startsOf(other.day)[bucket] === day && isAt(spot, other))
        const where = `${bucket} ${day} ${spot.township}\0${spot.trade}`
        if (then.length === 0) found.set(where, { ...spot, measure: `employersActive:${bucket}`, day, by })
        const type = typeOf(mark)
        if (spot.trade !== null || then.some((other) => typeOf(other) === type)) continue
        found.set(`${where} ${type}`, { ...spot, measure: `employersActive:${bucket}:${type}`, day, by })
      }
    }
  }
  return [...found.values()]
}

const isAfter = (one: Mark, other: Mark): boolean => one.at > other.at || (one.at === other.at && one.key > other.key)

/** Each repeated order counts by itself, so its place among the counts is its own key's. */
function repeats(marks: readonly Mark[]): ReadonlyMap<string, Addition> {
  const found = new Map<string, Addition>()
  for (const mark of marks) {
    const isRepeat = marks.some((other) => isAfter(mark, other) && daysBetween(mark.day, other.day) <= REPEAT_DAYS)
    if (!isRepeat) continue
    for (const spot of spotsOf(mark))
      found.set(`${mark.key} ${JSON.stringify(spot)}`, { ...spot, measure: 'takesRepeated', day: mark.day, by: 1 })
  }
  return found
}

function repeatDifference(were: readonly Mark[], are: readonly Mark[]): readonly Addition[] {
  const [old, fresh] = [repeats(were), repeats(are)]
  const gained = [...fresh].filter(([key]) => !old.has(key)).map(([, addition]) => addition)
  const lost = [...old].filter(([key]) => !fresh.has(key)).map(([, addition]) => ({ ...addition, by: -addition.by }))
  return [...gained, ...lost]
}

const standing = ({ marks, gone }: Doings): readonly Mark[] => (gone.length === 0 ? marks : marks.filter(({ key }) => !gone.includes(key)))

/** Both doings, the same thing told twice once. */
export function together(one: Doings, other: Doings): Doings {
  const keys = new Set(one.marks.map(({ key }) => key))
  const fresh = other.marks.filter(({ key }) => keys.size < keys.add(key).size)
  return { marks: fresh.length === 0 ? one.marks : [...one.marks, ...fresh], gone: [...new Set([...one.gone, ...other.gone])] }
}

export const isSame = (one: Doings, other: Doings): boolean =>
  one.marks.length === other.marks.length && one.gone.length === other.gone.length

/**
 * What the counts change by when a subject turns out to have done `after` instead of `before`. In whatever order it comes to light, the
 * changes add up to the same.
 */
export function difference(kind: SubjectKind, before: Doings, after: Doings): readonly Addition[] {
  const [were, are] = [standing(before), standing(after)]
  const [left, right] = [new Set(were), new Set(are)]
  const [lost, gained] = [were.filter((mark) => !right.has(mark)), are.filter((mark) => !left.has(mark))]
  const changed = [...lost, ...gained]
  if (changed.length === 0) return []
  const near = (marks: readonly Mark[]) => marks.filter(({ day }) => changed.some((one) => daysBetween(one.day, day) <= REACH_DAYS[kind]))
  if (kind === 'worker') return [...activeDifference({ were: near(were), are: near(are), changed })]
  if (kind === 'pair') return repeatDifference(near(were), near(are))
  return [...postedIn(gained, near(were), 1), ...postedIn(lost, near(are), -1)]
}
