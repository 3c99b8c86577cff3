import type { Builder, Dataquery } from '@grafana/grafana-foundation-sdk/cog'
import type { DataSourceRef } from '@grafana/grafana-foundation-sdk/common'
import type { MetricId } from '@linggong/api/core/statistics/catalogue.ts'
import { type MetricCard, metricCard } from '@linggong/api/core/statistics/metric-card.ts'
import type { Breakdown } from '@linggong/api/core/statistics/metric-row.ts'
import type { Asked } from './plugin/src/asked.ts'

/** Our own plug-in, chosen by the variable at the top: a city has one data source a county. */
export const PLUGIN_ID = 'linggong-statistics-datasource'
// biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder of Grafana's
export const DATASOURCE = { type: PLUGIN_ID, uid: '${datasource}' } as const satisfies DataSourceRef

/** A target as the plug-in reads it. */
export interface Target extends Partial<Asked> {
  readonly refId: string
  readonly datasource: typeof DATASOURCE
  readonly ask?: 'events' | 'alerts' | 'freshness'
}

/** The SDK marks queries by a method, which JSON leaves out. */
export const asTarget = (target: Target): Builder<Dataquery> => ({
  build: () => ({ ...target, _implementsDataqueryVariant: () => undefined }),
})

const A = { refId: 'A', datasource: DATASOURCE } as const
const CHOSEN = { region: '$township', trade: '$trade' } as const

/** What a figure is the figure of: the whole range, or where people are counted once a bucket the newest month of it. */
export const figureBucket = ({ buckets }: MetricCard): 'all' | 'month' => (buckets.includes('all') ? 'all' : 'month')

export const figureTarget = (metric: MetricId): Target => ({
  ...A,
  ...{ metric, breakdown: 'none', ...CHOSEN, bucket: figureBucket(metricCard(metric)) },
})

/** One figure a bucket of the size chosen at the top, told apart by groups where that is asked for. */
export const trendTarget = (metric: MetricId, breakdown: Breakdown = 'none'): Target => ({
  ...A,
  ...{ metric, breakdown, ...CHOSEN, bucket: '$bucket' },
})

/** One figure a group, over the whole range. */
export const barsTarget = (metric: MetricId, breakdown: Breakdown): Target => ({
  ...A,
  ...{ metric, breakdown, ...CHOSEN, bucket: figureBucket(metricCard(metric)) },
})

/** As of when the figures are, and whether they are real. */
export const freshnessTarget = (): Target => ({ ...A, ask: 'freshness' })

/** The days that explain figures, and alerts as marks. */
export const eventsTarget = (): Target => ({ ...A, refId: 'events', ask: 'events', region: CHOSEN.region })

export const alertsTarget = (): Target => ({ ...A, ask: 'alerts', region: CHOSEN.region })
