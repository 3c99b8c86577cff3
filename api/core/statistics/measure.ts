import { EMPLOYER_TYPES, type EmployerType } from '../job/poster.ts'
import { AGE_BANDS, type AgeBand } from '../person/age.ts'
import { CHANNELS, type Channel } from '../person/channel.ts'
import { RATING_STARS, type RatingStars } from '../rating/rating.ts'

/** What is counted as it is, each by the folding of events (fold.ts). */
export const COUNTS = [
  'workersRegistered',
  /** Below zero: one less for each, so that who there is is a sum. */
  'workersErased',
  'workersVerified',
  'verifiedErased',
  'jobsPosted',
  'jobsAccepted',
  'jobsInsured',
  'seatsPosted',
  'seatsDue',
  'seatsFilled',
  'applications',
  'takesAccepted',
  'takesHandedBack',
  'takesCalledOff',
  'takesRainedOff',
  'takesMissed',
  'takesStarted',
  'takesStartedCovered',
  'highRiskUninsured',
  'takesConfirmed',
  'takesRepeated',
  'takesDue',
  'takesPaidOnTime',
  'takesPaid',
  'workMinutes',
  'workDays',
  'paidFen',
  'premiumFen',
  'workersActive',
  'ratingsAsked',
  'ratingsGiven',
  'starsOfWorkers',
  'starsOfEmployers',
] as const

/** Which days of what is owed a band covers, counted from the day after it fell due. */
export const OWED_BANDS = [1, 4, 8, 31] as const
export type OwedBand = (typeof OWED_BANDS)[number]

/** Whom stars were given to. */
export const RATED_SIDES = ['workers', 'employers'] as const
export type RatedSide = (typeof RATED_SIDES)[number]

/** Spread over bins (histogram.ts), so that a median is found by adding. */
export const HISTOGRAMS = ['acceptMinutes', 'dayPayFen'] as const
export type Histogram = (typeof HISTOGRAMS)[number]

/** A bin of a spread: there are many of them, and few questions want any. */
const isBin = (measure: Measure): boolean => HISTOGRAMS.some((name) => measure.startsWith(`${name}:`))

/** Buckets in which people are counted once each: they do not add up from smaller ones. */
export const DISTINCT_BUCKETS = ['day', 'week', 'month', 'quarter', 'year'] as const
export type DistinctBucket = (typeof DISTINCT_BUCKETS)[number]

/** What is also counted by whose job it is. */
export const OF_EMPLOYERS = ['jobsPostedBy', 'seatsPostedBy', 'owedFenBy', 'owedSeatsBy', 'takesDueFrom', 'takesPaidOnTimeFrom'] as const
export type OfEmployers = (typeof OF_EMPLOYERS)[number]

export type Measure =
  | (typeof COUNTS)[number]
  | `workersAged:${AgeBand}`
  | `erasedAged:${AgeBand}`
  | `workersCame:${Channel}`
  | `cameErased:${Channel}`
  | `owedFen:${OwedBand}`
  | `owedSeats:${OwedBand}`
  | `employersActive:${DistinctBucket}`
  | `employersActive:${DistinctBucket}:${EmployerType}`
  | `${OfEmployers}:${EmployerType}`
  | `${RatedSide}Rated:${RatingStars}`
  | `${Histogram}:${number}`

export const workersAged = (bands: readonly AgeBand[] = AGE_BANDS): Measure[] => bands.map((band): Measure => `workersAged:${band}`)
/** Those that there are, without who was forgotten. */
export const workersAgedNow = (bands: readonly AgeBand[] = AGE_BANDS): Measure[] => [
  ...workersAged(bands),
  ...bands.map((band): Measure => `erasedAged:${band}`),
]
/** How those who are registered came. */
export const workersCame = (channels: readonly Channel[] = CHANNELS): Measure[] => channels.map((by): Measure => `workersCame:${by}`)

/** A count told apart by whose job it is. */
export const byEmployer = (count: OfEmployers): Readonly<Record<EmployerType, readonly Measure[]>> => {
  const of = (type: EmployerType): readonly Measure[] => [`${count}:${type}`]
  return { household: of('household'), company: of('company'), coop: of('coop') }
}

export const owedFen = (bands: readonly OwedBand[] = OWED_BANDS): Measure[] => bands.map((band): Measure => `owedFen:${band}`)
export const owedSeats = (bands: readonly OwedBand[] = OWED_BANDS): Measure[] => bands.map((band): Measure => `owedSeats:${band}`)

/** So many ratings of one side, or of both, with some numbers of stars. */
export const rated = (sides: readonly RatedSide[], stars: readonly RatingStars[] = RATING_STARS): Measure[] =>
  sides.flatMap((side) => stars.map((many): Measure => `${side}Rated:${many}`))

/** Where something is counted: null is everywhere, and every trade. */
export interface Spot {
  readonly township: string | null
  readonly trade: string | null
  readonly riskClass: number | null
}

/** A measure grows by so much on a county day, at one spot. Spots overlap: what happens in a township also happens in the county. */
export interface Addition extends Spot {
  readonly measure: Measure
  /** 2026-11-23 */
  readonly day: string
  /** On so many days from it on, none of them in another month; one unless said. */
  readonly days?: number | undefined
  readonly by: number
}

export interface Increment {
  readonly measure: Measure
  readonly by: number
  readonly day: Temporal.PlainDate
}

interface Work {
  readonly township: string
  /** null: not about work. */
  readonly trade: string | null
  readonly riskClass: number | null
}

/** The spots at which something of this work is counted: the four cubes, or the two that know no trades. */
export function spotsOf({ township, trade, riskClass }: Work): readonly Spot[] {
  const totals = [null, township].map((where) => ({ township: where, trade: null, riskClass: null }))
  return trade === null ? totals : [...totals, ...[null, township].map((where) => ({ township: where, trade, riskClass }))]
}

/** Who employs is told apart of places as wholes, never of one trade in them. */
const OF_WHOLE_PLACES: ReadonlySet<string> = new Set(OF_EMPLOYERS.flatMap((count) => EMPLOYER_TYPES.map((type) => `${count}:${type}`)))

export function everywhere(work: Work, increments: readonly Increment[]): readonly Addition[] {
  const spots = spotsOf(work)
  const places = spots.filter(({ trade }) => trade === null)
  return increments.flatMap(({ measure, by, day }) => {
    const text = day.toString()
    return (OF_WHOLE_PLACES.has(measure) ? places : spots).map((spot) => ({ ...spot, measure, by, day: text }))
  })
}

const isOfEmployers = (measure: Measure): boolean =>
  OF_WHOLE_PLACES.has(measure) || EMPLOYER_TYPES.some((type) => measure.startsWith('employersActive:') && measure.endsWith(`:${type}`))

/** What only few questions read, and is kept beside the rest: the bins of medians, and who employs. */
export const standsApart = (measure: Measure): boolean => isBin(measure) || isOfEmployers(measure)
