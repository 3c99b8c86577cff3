import type { MetricRow } from './metric-row.ts'
import { MONEY_METRICS } from './metrics-money.ts'
import { PEOPLE_METRICS } from './metrics-people.ts'
import { TRUST_METRICS } from './metrics-trust.ts'
import { WAITING_METRICS } from './metrics-waiting.ts'
import { WORK_METRICS } from './metrics-work.ts'

/** Grows with every change of what a figure counts, and stands in every answer. */
export const DEFINITIONS_VERSION = 4

/** Insurers' occupation classes run from 1 to 6; from this one on work counts as high-risk. */
export const HIGH_RISK_CLASS = 5

/** Every metric, its words beside it in catalogue-copy.ts. A new one needs a row and its measures in fold.ts, nothing else. */
const METRIC_ROWS = { ...PEOPLE_METRICS, ...WORK_METRICS, ...MONEY_METRICS, ...TRUST_METRICS, ...WAITING_METRICS } as const

export type MetricId = keyof typeof METRIC_ROWS

export const METRICS: Readonly<Record<MetricId, MetricRow>> = METRIC_ROWS

export const isMetricId = (text: string): text is MetricId => Object.hasOwn(METRICS, text)

/** Whether anything in the county tells of it. What is not collected has no figure, not even 0. */
export const isCollected = (metric: MetricId): boolean => METRICS[metric].reading.how !== 'waiting'
