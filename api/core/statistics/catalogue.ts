/** What is counted, each by the folding of events (fold.ts); a metric is one of them or the ratio of two. */
export const MEASURES = [
  'workersRegistered',
  'jobsPosted',
  'seatsPosted',
  'takesStarted',
  'takesStartedCovered',
  'highRiskUninsured',
  'takesConfirmed',
  'paidFen',
  'premiumFen',
] as const
export type Measure = (typeof MEASURES)[number]

export const BREAKDOWNS = ['none', 'township'] as const
export type Breakdown = (typeof BREAKDOWNS)[number]

/** A stock is what there is at the end of a bucket, a flow what happened in it, a ratio the sum of one flow over the sum of another. */
type Counting =
  | { readonly kind: 'stock' | 'flow'; readonly counts: Measure }
  | { readonly kind: 'ratio'; readonly counts: Measure; readonly per: Measure }

export type MetricRow = Counting & {
  readonly unit: 'people' | 'jobs' | 'seats' | 'takes' | 'fen' | 'ratio'
  /** The moment by which an event falls into a bucket. */
  readonly timeField: string
  readonly breakdowns: readonly Breakdown[]
}

/** Insurers' occupation classes run from 1 to 6; from this one on work counts as high-risk. */
export const HIGH_RISK_CLASS = 5

/** Every metric, its words beside it in catalogue-copy.ts. A new one needs a row here and its measures in fold.ts, nothing else. */
export const METRICS = {
  workers_total: { kind: 'stock', counts: 'workersRegistered', unit: 'people', timeField: 'registeredAt', breakdowns: BREAKDOWNS },
  workers_new: { kind: 'flow', counts: 'workersRegistered', unit: 'people', timeField: 'registeredAt', breakdowns: BREAKDOWNS },
  jobs_posted: { kind: 'flow', counts: 'jobsPosted', unit: 'jobs', timeField: 'publishedAt', breakdowns: BREAKDOWNS },
  seats_posted: { kind: 'flow', counts: 'seatsPosted', unit: 'seats', timeField: 'publishedAt', breakdowns: BREAKDOWNS },
  orders_completed: { kind: 'flow', counts: 'takesConfirmed', unit: 'takes', timeField: 'confirmedAt', breakdowns: BREAKDOWNS },
  amount_settled: { kind: 'flow', counts: 'paidFen', unit: 'fen', timeField: 'paidAt', breakdowns: BREAKDOWNS },
  insurance_coverage: {
    kind: 'ratio',
    counts: 'takesStartedCovered',
    per: 'takesStarted',
    unit: 'ratio',
    timeField: 'startedAt',
    breakdowns: BREAKDOWNS,
  },
  high_risk_uninsured: { kind: 'flow', counts: 'highRiskUninsured', unit: 'takes', timeField: 'startedAt', breakdowns: BREAKDOWNS },
  premium_paid: { kind: 'flow', counts: 'premiumFen', unit: 'fen', timeField: 'insuredAt', breakdowns: BREAKDOWNS },
} as const satisfies Record<string, MetricRow>

export type MetricId = keyof typeof METRICS

export const isMetricId = (text: string): text is MetricId => Object.hasOwn(METRICS, text)
