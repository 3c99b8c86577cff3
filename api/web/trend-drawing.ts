import { shortPeriodText } from '../core/statistics/period-text.ts'
import { type Html, html } from '../page/html.ts'
import type { Figure } from '../statistics/see-overview.ts'
import { cellText } from './report-tables.ts'

const WIDTH = 680
const HEIGHT = 150
const TOP = 18
const BOTTOM = 20

/** Bars with their figures above and their months below, as paper needs them: no script, no colour that has to be told apart. */
export function trendDrawing({ metric, trend }: Figure): Html {
  const first = trend.findIndex(({ value }) => value !== null && value !== 0)
  const shown = first === -1 ? [] : trend.slice(first)
  const most = Math.max(...shown.map(({ value }) => value ?? 0))
  const step = WIDTH / Math.max(1, shown.length)
  const bars = shown.map((row, at) => {
    const height = most === 0 ? 0 : ((row.value ?? 0) / most) * (HEIGHT - TOP - BOTTOM)
    const middle = (at + 0.5) * step
    const y = HEIGHT - BOTTOM - height
    return html`<rect x="${(middle - step * 0.3).toFixed(1)}" y="${y.toFixed(1)}" width="${(step * 0.6).toFixed(1)}" height="${height.toFixed(1)}"/><text x="${middle.toFixed(1)}" y="${(y - 5).toFixed(1)}">${cellText(metric, row)}</text><text x="${middle.toFixed(1)}" y="${HEIGHT - 5}">${shortPeriodText({ by: 'month', from: row.bucketStart })}</text>`
  })
  return html`<figure><figcaption>${metric.name}</figcaption><svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${metric.name}">${bars}</svg></figure>`
}
