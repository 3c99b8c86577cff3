import type { Threshold } from '@grafana/grafana-foundation-sdk/dashboard'
import type { MetricId } from '@linggong/api/core/statistics/catalogue.ts'

/** Grafana colours a figure by the last step it has reached; the first one has no value. */
const atLeast = (good: number, poor: number): readonly Threshold[] => [
  { color: 'red', value: null },
  { color: 'orange', value: poor },
  { color: 'green', value: good },
]
const atMost = (good: number, poor: number): readonly Threshold[] => [
  { color: 'green', value: null },
  { color: 'orange', value: good },
  { color: 'red', value: poor },
]
const none: readonly Threshold[] = [
  { color: 'green', value: null },
  { color: 'red', value: 0.01 },
]

const DISPUTE_DAYS = 15

/** Where the county has a goal, figures are coloured by it: 95 % of all starts covered, nobody uninsured at high risk, no pay owed. */
export const GOALS: Readonly<Partial<Record<MetricId, readonly Threshold[]>>> = {
  insurance_coverage: atLeast(0.95, 0.8),
  high_risk_uninsured: none,
  realname_rate: atLeast(1, 0.95),
  paid_on_time_rate: atLeast(0.95, 0.8),
  wage_arrears: none,
  wage_arrears_seats: none,
  dispute_resolution: atMost(DISPUTE_DAYS, 2 * DISPUTE_DAYS),
}

export const NO_GOAL: readonly Threshold[] = [{ color: 'blue', value: null }]
