import { type DataQueryRequest, type DataSourceInstanceSettings, dateTime } from '@grafana/data'
import type { SourceOptions, StatisticsQuery } from '../query.ts'
import { PROXY } from './fake-grafana.ts'
import { STRETCH } from './recordings.ts'

/** The settings Grafana makes a data source of. */
export const SETTINGS = {
  url: PROXY,
  uid: 'linggong-statistics',
  name: 'linggong-statistics',
} as unknown as DataSourceInstanceSettings<SourceOptions> // nothing else of it is read

/** A panel's request for the stretch of days that was recorded. */
export function aRequest<Q extends { refId: string } = StatisticsQuery>(...targets: Q[]): DataQueryRequest<Q> {
  const [from, to] = [dateTime(STRETCH.fromMs), dateTime(STRETCH.toMs)]
  return { targets, range: { from, to, raw: { from, to } }, scopedVars: {} } as unknown as DataQueryRequest<Q> // nothing else of it is read
}
