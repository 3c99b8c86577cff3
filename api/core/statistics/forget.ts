import { ACTIVE_DAYS, dayNumber, dayText } from './active-days.ts'
import type { Mark } from './mark.ts'
import { type Doings, quarterStart, REPEAT_DAYS, type SubjectKind } from './subject.ts'

/** So late something may still come to light; as long as a month is open. */
const LATE_DAYS = 35
const DAYS_PER_MONTH = 31

/** How far before the earliest day that can still change something bears on what is counted there. */
const BEHIND_DAYS = { worker: ACTIVE_DAYS, employer: DAYS_PER_MONTH, pair: 2 * REPEAT_DAYS } as const

/** What a subject did, without what no later event can change; of the days before `since` everything is known. */
export interface Remembered extends Doings {
  /** Empty: nothing has been forgotten. */
  readonly since: string
}

/** A mark of a quarter that is over says no more than that there was one, at its spot. */
const quarterOf = ({ day, township, trade, employerType }: Mark): string =>
  JSON.stringify([quarterStart(day), township, trade, employerType ?? 'household'])

/** Of what an employer did long ago only the quarter and the year matter, of a year in which something may still be added or taken back. */
function quarters(marks: readonly Mark[], earliest: string): readonly Mark[] {
  const found = new Map<string, Mark>()
  for (const mark of marks) if (mark.day.slice(0, 4) >= earliest.slice(0, 4)) found.getOrInsert(quarterOf(mark), mark)
  return [...found.values()]
}

const daysOf = (marks: readonly Mark[]): readonly string[] => marks.map(({ day }) => day).sort()

const isOpen = ({ until, day }: Mark, since: string): boolean => (until ?? day) >= since

/**
 * What has to be kept of it: what a later event may change or take back, and what bears on that. So the days of somebody who is busy for years
 * are a few months; what is told of earlier days afterwards is taken to be known.
 */
export function remembered(kind: SubjectKind, { marks, gone, since: before }: Remembered): Remembered {
  const newest = daysOf(marks).at(-1)
  if (newest === undefined) return { marks, gone, since: before }
  const late = dayText(dayNumber(newest) - LATE_DAYS)
  const since = late > before ? late : before
  const [earliest = since] = [since, ...daysOf(marks.filter((mark) => isOpen(mark, since)))].sort()
  const from = dayText(dayNumber(earliest) - BEHIND_DAYS[kind])
  const near = marks.filter(({ day }) => day >= from)
  const far = marks.filter(({ day, key }) => day < from && !gone.includes(key))
  const kept = kind === 'employer' ? [...quarters(far, earliest), ...near] : near
  if (kept.length === marks.length) return { marks, gone, since: before }
  const [all, left] = [new Set(marks.map(({ key }) => key)), new Set(kept.map(({ key }) => key))]
  return { marks: kept, gone: gone.filter((key) => left.has(key) || !all.has(key)), since }
}

/** What is told that is not known by now. */
export const heard = ({ since }: Remembered, { marks, gone }: Doings): Doings => ({ marks: marks.filter(({ day }) => day >= since), gone })
