import type { GridPos } from '@grafana/grafana-foundation-sdk/dashboard'
import { METRICS, type MetricId } from '@linggong/api/core/statistics/catalogue.ts'
import type { Breakdown } from '@linggong/api/core/statistics/metric-row.ts'

/** What a panel shows of a metric: its one figure, a dial, how it went, how it went group by group, or a bar a group. */
export type Shown =
  | { readonly shape: 'figure' | 'gauge' | 'trend'; readonly metric: MetricId }
  | { readonly shape: 'stack' | 'bars'; readonly metric: MetricId; readonly breakdown: Breakdown }

/** Panels of one height beside each other. */
export interface Band {
  readonly height: number
  readonly panels: readonly Shown[]
}

const COLUMNS = 24

export const figures = (...metrics: readonly MetricId[]): Band => ({
  height: 4,
  panels: metrics.map((metric) => ({ shape: METRICS[metric].unit === 'ratio' ? 'gauge' : 'figure', metric })),
})

export const trends = (...metrics: readonly MetricId[]): Band => ({
  height: 8,
  panels: metrics.map((metric) => ({ shape: 'trend', metric })),
})

export const groups = (height: number, ...panels: readonly (readonly ['stack' | 'bars', MetricId, Breakdown])[]): Band => ({
  height,
  panels: panels.map(([shape, metric, breakdown]) => ({ shape, metric, breakdown })),
})

export interface Placed {
  readonly shown: Shown
  readonly at: GridPos
}

/** Bands stand one below the other and share their width fairly, so nothing can overlap. */
export function laidOut(bands: readonly Band[]): readonly Placed[] {
  let y = 0
  return bands.flatMap(({ height, panels }) => {
    const top = y
    y += height
    const edge = (at: number) => Math.round((COLUMNS * at) / panels.length)
    return panels.map((shown, at) => ({ shown, at: { x: edge(at), y: top, w: edge(at + 1) - edge(at), h: height } }))
  })
}
