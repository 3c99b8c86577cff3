import type { ComboboxOption } from '@grafana/ui'
import { EVERYTHING, knowsTrades } from './asked.ts'
import type { Copy } from './copy.ts'
import { NEW_QUERY, type StatisticsQuery } from './query.ts'
import type { Choice, Metric } from './shapes.ts'
import { worded } from './worded.ts'

export type Options = ComboboxOption<string>[]

/** By the name that is read, with the other one below it. */
export const metricOptions = (metrics: readonly Metric[], { editor }: Copy): Options =>
  metrics.map(({ id, name, collected }) => {
    const { label, description } = editor.metricOption(name, id)
    return { value: id, label: collected ? label : `${label}${editor.notCollectedMark}`, description }
  })

export const breakdownOptions = (metric: Metric | undefined, copy: Copy): Options =>
  (metric?.breakdowns ?? []).map((value) => ({ value, label: worded(copy.breakdown, value) }))

export const bucketOptions = (metric: Metric | undefined, variables: Options, copy: Copy): Options => [
  ...(metric?.buckets ?? []).map((value) => ({ value, label: worded(copy.bucket, value) })),
  ...variables,
]

const asOption = ({ value, text }: Choice) => ({ value, label: text })

/** Everything first, then what there is, then the dashboard's own variables. */
export const placeOptions = (everything: string, choices: readonly Choice[], variables: Options): Options => [
  { value: EVERYTHING, label: everything },
  ...choices.map(asOption),
  ...variables,
]

/** A query after another metric was chosen: whatever the new one does not know goes back to what every metric knows. */
export function withMetric(query: StatisticsQuery, metric: Metric | undefined): StatisticsQuery {
  if (metric === undefined) return query
  const { breakdown, trade, bucket } = { ...NEW_QUERY, ...query }
  const kept = metric.breakdowns.includes(breakdown) ? breakdown : NEW_QUERY.breakdown
  return {
    ...query,
    metric: metric.id,
    breakdown: kept,
    trade: knowsTrades(metric.breakdowns, kept) ? trade : EVERYTHING,
    bucket: metric.buckets.includes(bucket) || bucket.startsWith('$') ? bucket : (metric.buckets[0] ?? NEW_QUERY.bucket),
  }
}

/** A query after another breakdown was chosen. */
export const withBreakdown = (query: StatisticsQuery, breakdown: string, metric: Metric | undefined): StatisticsQuery => ({
  ...query,
  breakdown,
  trade: knowsTrades(metric?.breakdowns ?? [], breakdown) ? (query.trade ?? EVERYTHING) : EVERYTHING,
})
