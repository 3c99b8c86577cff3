import type { MetricUnit } from './metric-row.ts'

/** How far a figure has moved: shares in points, everything else in per cent. */
export interface FigureChange {
  readonly direction: 'up' | 'down' | 'same'
  /** 「12.3」, without a sign; undefined where it came from nothing, of which no per cent can be said. */
  readonly size: string | undefined
  readonly in: 'percent' | 'points'
}

const ONE = new Intl.NumberFormat('zh-CN', { minimumFractionDigits: 1, maximumFractionDigits: 1 })

/** Less than is shown is no change. */
const LEAST = 0.05

/** From one figure to the other, as they are told beside each other. */
export function figureChange(unit: MetricUnit, { from, to }: { readonly from: number; readonly to: number }): FigureChange {
  const inPoints = unit === 'ratio'
  const told = inPoints ? 'points' : 'percent'
  if (from === to) return { direction: 'same', size: ONE.format(0), in: told }
  if (from === 0 && !inPoints) return { direction: to > 0 ? 'up' : 'down', size: undefined, in: told }
  const by = inPoints ? (to - from) * 100 : ((to - from) / Math.abs(from)) * 100
  const direction = Math.abs(by) < LEAST ? 'same' : by > 0 ? 'up' : 'down'
  return { direction, size: ONE.format(Math.abs(by)), in: told }
}
