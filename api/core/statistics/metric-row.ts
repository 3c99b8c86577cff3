import type { EmployerType } from '../job/poster.ts'
import type { DistinctBucket, Histogram, Measure } from './measure.ts'

/** What a figure may be told apart by. The first four are places and kinds of work, of which there is a cube; the others are counted apart. */
export const BREAKDOWNS = ['none', 'township', 'trade', 'risk', 'age', 'channel', 'employer', 'party', 'ageing', 'stars'] as const
export type Breakdown = (typeof BREAKDOWNS)[number]

/** Of what is counted apart from places and kinds of work nothing is known by trade or class. */
export const COUNTED_APART: readonly Breakdown[] = ['age', 'channel', 'employer', 'party', 'ageing', 'stars']

/** What one group of a breakdown is counted by, where that is not what the figure as a whole is. */
export interface Group {
  readonly counts: readonly Measure[]
  readonly per?: readonly Measure[]
  readonly people?: readonly Measure[]
}

/** The groups of a breakdown that is counted apart. */
export type Split = Readonly<Record<string, Group>>

export const splitOf = (groups: Readonly<Record<string, readonly Measure[]>>): Split =>
  Object.fromEntries(Object.entries(groups).map(([group, counts]) => [group, { counts }]))

/** What counts people once in buckets of a size; `by`: employers of one type alone. */
type DistinctCounts = (bucket: DistinctBucket, by?: EmployerType) => readonly Measure[]

/** How the counts become a figure. */
export type Reading =
  /** What happened in a bucket. `over`: so many make one. */
  | { readonly how: 'flow'; readonly counts: readonly Measure[]; readonly over?: number }
  /** What there is at the end of a bucket. */
  | { readonly how: 'stock'; readonly counts: readonly Measure[] }
  /** A count that is whole by itself on each day; the last day of a bucket speaks for it. */
  | { readonly how: 'level'; readonly counts: readonly Measure[] }
  /** People who are counted once in each bucket, of whatever size. */
  | { readonly how: 'distinct'; readonly counts: DistinctCounts }
  /** Sum over sum, never an average of ratios. `atEnd`: of what there is at the end of a bucket. */
  | { readonly how: 'ratio'; readonly counts: readonly Measure[]; readonly per: readonly Measure[]; readonly atEnd?: true }
  /** The middle of a spread. `all` also counts what has no value yet and is taken to be longer than all others. */
  | { readonly how: 'quantile'; readonly histogram: Histogram; readonly all: readonly Measure[] }
  /** Nothing in the county tells of it yet. */
  | { readonly how: 'waiting'; readonly kind: MetricKind }

export type MetricKind = 'stock' | 'flow' | 'ratio' | 'duration'

export const METRIC_UNITS = [
  'people',
  'employers',
  'jobs',
  'seats',
  'takes',
  'personDays',
  'fen',
  'ratio',
  'minutes',
  'days',
  'perThousand',
  'cases',
  'perJob',
  'stars',
] as const
export type MetricUnit = (typeof METRIC_UNITS)[number]

export interface MetricRow {
  /** Its number in the county's list of statistics. */
  readonly number: number
  readonly unit: MetricUnit
  readonly reading: Reading
  /** The moment by which an event falls into a bucket. */
  readonly timeField: string
  readonly breakdowns: readonly Breakdown[]
  readonly splits?: Readonly<Partial<Record<Breakdown, Split>>>
  /** How many people, or things of one person each, stand behind a figure, where the figure itself or its denominator does not say. */
  readonly people?: readonly Measure[]
  /** The version of the definitions from which on it is counted; what was closed before then does not know it. */
  readonly since?: number
}

/** From which version of the definitions on an answer is counted. */
export const countedSince = ({ since = 1 }: MetricRow, breakdown: Breakdown): number =>
  breakdown === 'employer' || breakdown === 'channel' ? Math.max(since, 4) : since

export function kindOf({ reading }: Pick<MetricRow, 'reading'>): MetricKind {
  switch (reading.how) {
    case 'waiting':
      return reading.kind
    case 'level':
      return 'stock'
    case 'distinct':
      return 'flow'
    case 'quantile':
      return 'duration'
    default:
      return reading.how
  }
}
