import { startOf } from './bucket.ts'
import { type Addition, DISTINCT_BUCKETS, type Measure, spotsOf } from './measure.ts'

/** Who is counted once, whatever he does: a worker, an employer, or the two of them together. */
export const SUBJECT_KINDS = ['worker', 'employer', 'pair'] as const
export type SubjectKind = (typeof SUBJECT_KINDS)[number]

/** Something a subject did, on a county day. */
export interface Mark {
  readonly key: string
  readonly at: Temporal.Instant
  /** 2026-11-23 */
  readonly day: string
  readonly township: string
  readonly trade: string
  readonly riskClass: number
}

/** All that a subject did, in no order; what is `gone` was taken back, whether one has heard of it yet or not. */
export interface Doings {
  readonly marks: readonly Mark[]
  readonly gone: readonly string[]
}

export const ACTIVE_DAYS = 30
const REPEAT_DAYS = 180
const DAYS_PER_YEAR = 366

/** How far from a changed day something can be that bears on what counts because of it: for pairs, also what makes those near it repeats. */
const REACH_DAYS = { worker: ACTIVE_DAYS, employer: DAYS_PER_YEAR, pair: 2 * REPEAT_DAYS } as const

const dayOf = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text)
const MS_PER_DAY = 86_400_000

/** Days are ISO texts, which begin at midnight of one clock. */
const daysBetween = (one: string, other: string): number => Math.abs(Date.parse(one) - Date.parse(other)) / MS_PER_DAY

type Levels = ReadonlyMap<string, Addition>

/** No name holds a control character, so none runs into the next. */
const keyOf = ({ township, trade, riskClass, measure, day }: Addition): string => `${measure}\0${day}\0${township}\0${trade}\0${riskClass}`

function levelsFrom(additions: Iterable<Addition>): Levels {
  const levels = new Map<string, Addition>()
  for (const addition of additions) levels.set(keyOf(addition), addition)
  return levels
}

/** Of people it does not matter how dangerous a trade is, and one who does two dangerous jobs of one trade is one in it. */
const personSpots = ({ township, trade }: Mark) => spotsOf({ township, trade, riskClass: null })

const DAYS_REMEMBERED = 2000
const remembered = new Map<string, readonly string[]>()

/** A day and those after it on which who did something then still counts as active; worked out once a day, for thousands ask. */
function activeFrom(day: string): readonly string[] {
  const known = remembered.get(day)
  if (known !== undefined) return known
  const first = dayOf(day)
  const days = Array.from({ length: ACTIVE_DAYS }, (_, after) => first.add({ days: after }).toString())
  if (remembered.size >= DAYS_REMEMBERED) remembered.clear()
  remembered.set(day, days)
  return days
}

function* activeDays(marks: readonly Mark[]): Generator<Addition> {
  for (const mark of marks) {
    const spots = personSpots(mark)
    for (const day of activeFrom(mark.day)) for (const spot of spots) yield { ...spot, measure: 'workersActive', day, by: 1 }
  }
}

function* activeBuckets(marks: readonly Mark[]): Generator<Addition> {
  for (const mark of marks) {
    for (const bucket of DISTINCT_BUCKETS) {
      const measure: Measure = `employersActive:${bucket}`
      const day = startOf(bucket, dayOf(mark.day)).toString()
      for (const spot of personSpots(mark)) yield { ...spot, measure, day, by: 1 }
    }
  }
}

const isAfter = (one: Mark, other: Mark): boolean => {
  const order = Temporal.Instant.compare(one.at, other.at)
  return order > 0 || (order === 0 && one.key > other.key)
}

/** Each repeated order counts by itself, so its place among the levels is its own key's. */
function repeats(marks: readonly Mark[]): Levels {
  const levels = new Map<string, Addition>()
  for (const mark of marks) {
    const isRepeat = marks.some((other) => isAfter(mark, other) && daysBetween(mark.day, other.day) <= REPEAT_DAYS)
    if (!isRepeat) continue
    for (const spot of spotsOf(mark))
      levels.set(`${mark.key} ${JSON.stringify(spot)}`, { ...spot, measure: 'takesRepeated', day: mark.day, by: 1 })
  }
  return levels
}

function levelsOf(kind: SubjectKind, marks: readonly Mark[]): Levels {
  if (kind === 'pair') return repeats(marks)
  return levelsFrom(kind === 'worker' ? activeDays(marks) : activeBuckets(marks))
}

const standing = ({ marks, gone }: Doings): readonly Mark[] => marks.filter(({ key }) => !gone.includes(key))

/** Both doings, the same thing told twice once. */
export function together(one: Doings, other: Doings): Doings {
  const marks = new Map([...other.marks, ...one.marks].map((mark) => [mark.key, mark]))
  return { marks: [...marks.values()], gone: [...new Set([...one.gone, ...other.gone])] }
}

export const isSame = (one: Doings, other: Doings): boolean =>
  one.marks.length === other.marks.length && one.gone.length === other.gone.length

/**
 * What the counts change by when a subject turns out to have done `after` instead of `before`. In whatever order it comes to light, the
 * changes add up to the same.
 */
export function difference(kind: SubjectKind, before: Doings, after: Doings): readonly Addition[] {
  const [were, are] = [standing(before), standing(after)]
  const changed = [...were.filter((mark) => !are.includes(mark)), ...are.filter((mark) => !were.includes(mark))]
  const near = (marks: readonly Mark[]) => marks.filter(({ day }) => changed.some((one) => daysBetween(one.day, day) <= REACH_DAYS[kind]))
  const [old, fresh] = [levelsOf(kind, near(were)), levelsOf(kind, near(are))]
  const gained = [...fresh].filter(([key]) => !old.has(key)).map(([, addition]) => addition)
  const lost = [...old].filter(([key]) => !fresh.has(key)).map(([, addition]) => ({ ...addition, by: -addition.by }))
  return [...gained, ...lost]
}
