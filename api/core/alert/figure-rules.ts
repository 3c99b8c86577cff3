import type { SeasonKind } from '../statistics/season.ts'
import type { Figure } from '../statistics/tally.ts'
import type { Finding } from './alert.ts'
import { isFarAbove, meanOf, medianOf } from './unusual.ts'

/** Where and when figures were looked at. */
export interface About {
  readonly township: string
  readonly demo: boolean
  /** The day looked at. */
  readonly day: Temporal.PlainDate
}

/** What a day is held against; `mutedBy` where a season has nothing of its own to be held against, so that ordinary days stand for it. */
export interface Usual {
  readonly values: readonly number[]
  readonly mutedBy: SeasonKind | null
}

type Counted = Pick<Figure, 'numerator' | 'denominator'>

const LEAST_COVERAGE = 0.95
const LOW_DAYS = 3
/** Who has not been heard is told again each week. */
const AGAIN_DAYS = 7
const FALL = 0.05
/** Fewer are a story, not a figure. */
const LEAST_CASES = 10
const LEAST_SAMPLES = 3
const SLUMP = 0.5

const head = ({ township, demo, day }: About, days: number, mutedBy: SeasonKind | null = null) => ({
  ...{ township, demo, subject: '', mutedBy },
  ...{ from: day.subtract({ days: days - 1 }).toString(), to: day.add({ days: 1 }).toString() },
})

/** The share over several days is the sum over the sum. */
function sumOf(figures: readonly Counted[]) {
  const above = figures.reduce((sum, { numerator }) => sum + numerator, 0)
  const below = figures.reduce((sum, { denominator }) => sum + (denominator ?? 0), 0)
  return { above, below, share: below === 0 ? null : above / below }
}

const isLow = ({ numerator, denominator }: Counted): boolean => !!denominator && numerator / denominator < LEAST_COVERAGE

/** Coverage below what it should be on three days in a row, the newest last. */
export function lowCoverage(about: About, days: readonly Counted[]): readonly Finding[] {
  const inARow = days.length - 1 - days.findLastIndex((day) => !isLow(day))
  if (inARow < LOW_DAYS || (inARow - LOW_DAYS) % AGAIN_DAYS !== 0) return []
  const { below, share } = sumOf(days.slice(-LOW_DAYS))
  if (share === null || below < LEAST_CASES) return []
  const numbers = { coverage: share, started: below, least: LEAST_COVERAGE }
  return [{ ...head(about, LOW_DAYS), rule: 'coverage-low', numbers, people: below }]
}

/** Coverage of a week far below that of the week before; a week ends on Sunday. */
export function fallenCoverage(about: About, days: readonly Counted[]): readonly Finding[] {
  if (about.day.dayOfWeek !== 7) return []
  const [before, now] = [sumOf(days.slice(-14, -7)), sumOf(days.slice(-7))]
  if (before.share === null || now.share === null || Math.min(before.below, now.below) < LEAST_CASES) return []
  if (before.share - now.share < FALL) return []
  const numbers = { coverage: now.share, before: before.share, started: now.below }
  return [{ ...head(about, 7), rule: 'coverage-fallen', numbers, people: now.below }]
}

/** Seats filled less than half as often as usual. */
export function slumpOfFilling(about: About, { numerator, denominator }: Counted, { values, mutedBy }: Usual): readonly Finding[] {
  const usual = values.length < LEAST_SAMPLES ? null : medianOf(values)
  if (usual === null || denominator === null || denominator < LEAST_CASES) return []
  const fillRate = numerator / denominator
  if (fillRate >= usual * SLUMP) return []
  return [{ ...head(about, 1, mutedBy), rule: 'fill-rate-slump', numbers: { fillRate, usual, seats: denominator }, people: denominator }]
}

/** Far more quarrels about pay than usual. */
export function surgeOfContests(about: About, contested: number, { values, mutedBy }: Usual): readonly Finding[] {
  if (!isFarAbove(contested, values)) return []
  const numbers = { contested, usual: meanOf(values) }
  return [{ ...head(about, 1, mutedBy), rule: 'contested-pay-surge', numbers, people: contested }]
}

/** Shares that no count can make more than one; how many apply for a job is none. */
const UNBOUNDED: ReadonlySet<string> = new Set(['applications_per_job'])

/** More above the line than below it: something was counted wrong. */
export function impossibleRatio(about: About, metric: string, { numerator, denominator }: Counted): readonly Finding[] {
  if (denominator === null || numerator <= denominator || UNBOUNDED.has(metric)) return []
  const ratio = denominator === 0 ? numerator : numerator / denominator
  return [{ ...head(about, 1), subject: metric, rule: 'impossible-ratio', numbers: { ratio }, people: 0 }]
}

/** Quotients of whole counts; less is how they are added. */
const LEAST_DIFFERENCE = 1e-6

/** What the townships come to is not what the county comes to: something was counted wrong. */
export function sumMismatch(about: About, metric: string, { whole, parts }: { whole: number; parts: number }): readonly Finding[] {
  if (Math.abs(whole - parts) < LEAST_DIFFERENCE) return []
  return [{ ...head(about, 1), subject: metric, rule: 'sum-mismatch', numbers: { whole, parts }, people: 0 }]
}
