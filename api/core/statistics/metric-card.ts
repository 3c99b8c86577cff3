import { BUCKETS, type Bucket } from './bucket.ts'
import { DEFINITIONS_VERSION, isCollected, isMetricId, METRICS, type MetricId } from './catalogue.ts'
import { METRIC_COPY } from './catalogue-copy.ts'
import { type Breakdown, kindOf, type MetricKind, type MetricUnit } from './metric-row.ts'

/** A row as the API, the dashboards and people see it. */
export interface MetricCard {
  readonly id: MetricId
  readonly number: number
  readonly name: string
  readonly unit: MetricUnit
  readonly kind: MetricKind
  readonly definition: string
  readonly definitionVersion: number
  /** False: nothing tells of it yet, so every answer about it is empty. */
  readonly collected: boolean
  readonly timeField: string
  readonly breakdowns: Breakdown[]
  /** People who are counted once a bucket do not add up to a range of any length. */
  readonly buckets: Bucket[]
}

export function metricCard(id: MetricId): MetricCard {
  const row = METRICS[id]
  const { number, unit, timeField, breakdowns } = row
  return {
    ...{ id, number, ...METRIC_COPY[id], unit, kind: kindOf(row), timeField },
    definitionVersion: DEFINITIONS_VERSION,
    collected: isCollected(id),
    breakdowns: [...breakdowns],
    buckets: BUCKETS.filter((bucket) => bucket !== 'all' || row.reading.how !== 'distinct'),
  }
}

/** In the order of their numbers. */
export const metricCards = (): MetricCard[] =>
  Object.keys(METRICS)
    .filter(isMetricId)
    .map(metricCard)
    .sort((one, other) => one.number - other.number)
