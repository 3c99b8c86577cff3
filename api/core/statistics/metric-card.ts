import { type Breakdown, isMetricId, METRICS, type MetricId, type MetricRow } from './catalogue.ts'
import { METRIC_COPY } from './catalogue-copy.ts'

/** A row as the API, the dashboards and people see it. */
export interface MetricCard {
  readonly id: MetricId
  readonly name: string
  readonly unit: MetricRow['unit']
  readonly kind: MetricRow['kind']
  readonly definition: string
  readonly timeField: string
  readonly breakdowns: Breakdown[]
}

export function metricCard(id: MetricId): MetricCard {
  const { unit, kind, timeField, breakdowns } = METRICS[id]
  return { id, ...METRIC_COPY[id], unit, kind, timeField, breakdowns: [...breakdowns] }
}

export const metricCards = (): MetricCard[] => Object.keys(METRICS).filter(isMetricId).map(metricCard)
