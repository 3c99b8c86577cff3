import type { DataQuery, DataSourceJsonData } from '@grafana/schema'
import { type Asked, EVERYTHING } from './asked.ts'

/**
 * A panel's target: figures, unless it says otherwise. Events are what an annotation asks for, alerts are a list, freshness is how old the
 * figures are.
 */
export interface StatisticsQuery extends DataQuery, Partial<Asked> {
  readonly ask?: 'figures' | 'events' | 'alerts' | 'freshness'
}

/** What the choices of a dashboard variable are. */
export interface VariableQuery extends DataQuery {
  readonly kind?: string
  /** For townships: the code of the county, which is the first of the choices. */
  readonly county?: string
}

/** The address stands in the data source's own `url`, the token among its secrets. */
export type SourceOptions = DataSourceJsonData
export interface SourceSecrets {
  readonly token?: string
}

export const NEW_QUERY = { breakdown: 'none', region: EVERYTHING, trade: EVERYTHING, bucket: 'day' } as const satisfies Partial<Asked>

/** With `fill` each part gets its variables filled in. */
export function askedOf({ metric = '', ...query }: StatisticsQuery, fill: (text: string) => string): Asked {
  const { breakdown, region, trade, bucket } = { ...NEW_QUERY, ...query }
  return { metric: fill(metric), breakdown: fill(breakdown), region: fill(region), trade: fill(trade), bucket: fill(bucket) }
}
