import type { Builder, Dataquery } from '@grafana/grafana-foundation-sdk/cog'
import type { Bucket } from '@linggong/api/core/statistics/bucket.ts'
import { METRICS, type MetricId } from '@linggong/api/core/statistics/catalogue.ts'
import type { Breakdown } from '@linggong/api/core/statistics/metric-row.ts'

/** The data source as provisioning/datasources names it. */
export const DATASOURCE = { type: 'yesoreyeram-infinity-datasource', uid: 'linggong-statistics' } as const

type ColumnType = 'number' | 'string' | 'timestamp'

/** `text` repeats the selector: releases of the plug-in disagree on what a renamed column is looked up by. */
export interface InfinityColumn {
  readonly selector: string
  readonly text: string
  readonly type: ColumnType
  readonly timestampFormat?: string
}

/** A query of the Infinity data source, as its back end reads it. */
export interface InfinityQuery {
  readonly refId: string
  readonly datasource: typeof DATASOURCE
  readonly type: 'json'
  readonly source: 'url'
  readonly format: 'table'
  readonly parser: 'backend'
  readonly url: string
  readonly url_options: { readonly method: 'GET'; readonly data: '' }
  readonly root_selector: string
  readonly columns: readonly InfinityColumn[]
  readonly computed_columns: readonly InfinityColumn[]
  readonly filters: readonly []
}

/** Go writes a date format as the date of its own birthday. */
const GO_DAY = '2006-01-02'

const COLUMN = {
  bucketStart: { selector: 'bucketStart', text: 'bucketStart', type: 'timestamp', timestampFormat: GO_DAY },
  region: { selector: 'region', text: 'region', type: 'string' },
  value: { selector: 'value', text: 'value', type: 'number' },
  yuan: { selector: 'value / 100', text: 'yuan', type: 'number' },
  dataAsOf: { selector: 'dataAsOf', text: 'dataAsOf', type: 'timestamp' },
  demo: { selector: 'demo', text: 'demo', type: 'string' },
} as const satisfies Record<string, InfinityColumn>

/** Grafana fills in the days of the chosen range by the clock of the browser, which in the county is the county's. */
// biome-ignore lint/suspicious/noTemplateCurlyInString: these are Grafana's placeholders
const DAYS = 'from=${__from:date:YYYY-MM-DD}&to=${__to:date:YYYY-MM-DD}'

const queryUrl = (metric: MetricId, breakdown: Breakdown, bucket: Bucket | '$bucket'): string =>
  `/stats/query?metric=${metric}&breakdown=${breakdown}&bucket=${bucket}&${DAYS}`

function infinity(about: Pick<InfinityQuery, 'url' | 'root_selector' | 'columns'> & { money?: boolean }): InfinityQuery {
  const { money = false, ...asked } = about
  return {
    refId: 'A',
    datasource: DATASOURCE,
    type: 'json',
    source: 'url',
    format: 'table',
    parser: 'backend',
    url_options: { method: 'GET', data: '' },
    ...asked,
    computed_columns: money ? [COLUMN.yuan] : [],
    filters: [],
  }
}

/** The SDK marks queries by a method, which JSON leaves out. */
export const asTarget = (query: InfinityQuery): Builder<Dataquery> => ({
  build: () => ({ ...query, _implementsDataqueryVariant: () => undefined }),
})

export const isMoney = (metric: MetricId): boolean => METRICS[metric].unit === 'fen'

/** The column that holds what is shown: money arrives in fen and is shown in yuan. */
export const shownColumn = (metric: MetricId): 'value' | 'yuan' => (isMoney(metric) ? 'yuan' : 'value')

/** The whole range as one figure. */
export const figureQuery = (metric: MetricId): InfinityQuery =>
  infinity({ url: queryUrl(metric, 'none', 'all'), root_selector: 'rows', columns: [COLUMN.value], money: isMoney(metric) })

/** One figure a bucket of the size chosen at the top of the dashboard. */
export const trendQuery = (metric: MetricId): InfinityQuery =>
  infinity({
    url: queryUrl(metric, 'none', '$bucket'),
    root_selector: 'rows',
    columns: [COLUMN.bucketStart, COLUMN.value],
    money: isMoney(metric),
  })

/** The whole range, one figure a township. */
export const townshipQuery = (metric: MetricId): InfinityQuery =>
  infinity({
    url: queryUrl(metric, 'township', 'all'),
    root_selector: 'rows',
    columns: [COLUMN.region, COLUMN.value],
    money: isMoney(metric),
  })

/** Where the figures come from: as of when, and whether they are demo data. */
export const sourceQuery = (): InfinityQuery =>
  infinity({ url: queryUrl('workers_total', 'none', 'all'), root_selector: '', columns: [COLUMN.dataAsOf, COLUMN.demo] })
