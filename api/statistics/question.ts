import type { Bucket, DayRange } from '../core/statistics/bucket.ts'
import type { MetricId } from '../core/statistics/catalogue.ts'
import type { Breakdown } from '../core/statistics/metric-row.ts'

export interface StatisticsQuestion extends DayRange {
  readonly county: string
  readonly metric: MetricId
  readonly bucket: Bucket
  readonly breakdown: Breakdown
  /** One township only; the county's own code stands for all of it. */
  readonly region?: string | undefined
  readonly trade?: string | undefined
  readonly risk?: number | undefined
  /** Each township by itself, whatever the breakdown: asked by nobody but whoever keeps back what is small. */
  readonly everyTownship?: true
}

/** Where the figures come from: as long as nothing is real, from the demo. */
export interface Source {
  readonly demo: boolean
  readonly asOf: Temporal.Instant
}

export const townshipOf = ({ region, county }: StatisticsQuestion): string | undefined => (region === county ? undefined : region)
