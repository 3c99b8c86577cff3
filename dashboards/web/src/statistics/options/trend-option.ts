import type { Overview } from '@linggong/api/contract/overview.contract.ts'
import { shortPeriodText } from '@linggong/api/core/statistics/period-text.ts'
import { COVERAGE, SPOKEN, WHY } from '../../../copy.ts'
import type { Palette } from '../palette.ts'
import { sinceFirst } from '../since-first.ts'
import type { Figure } from '../types.ts'
import { COVERAGE_TARGET, categoryAxis, frame, targetLine, tooltip, valueAxis, wholeText } from './parts.ts'

/** What has happened is bars, what there is and shares are a line. */
const isBars = ({ metric }: Figure): boolean => metric.kind === 'flow'

const text = ({ metric }: Figure, value: number | null): string => (value === null ? WHY.nothing : wholeText(metric, value))

export function trendOption(figure: Figure, { by }: Overview['period'], palette: Palette) {
  const { metric } = figure
  const trend = sinceFirst(figure.trend)
  const names = trend.map(({ bucketStart }) => shortPeriodText({ by, from: bucketStart }))
  const values = trend.map(({ value }) => value)
  const last = trend.length - 1
  const spoken = SPOKEN.trend(metric.name, names[0] ?? '', names.at(-1) ?? '', text(figure, values[last] ?? null))
  const target = targetLine(metric, palette, COVERAGE.target)
  const marked = 'markLine' in target ? { markLine: { ...target.markLine, data: [{ yAxis: COVERAGE_TARGET }] } } : {}
  const series = isBars(figure)
    ? {
        type: 'bar' as const,
        barMaxWidth: 34,
        data: values.map((value, at) => ({
          value,
          itemStyle: { color: palette.brand, opacity: at === last ? 1 : 0.45, borderRadius: [3, 3, 0, 0] },
        })),
      }
    : {
        type: 'line' as const,
        symbol: 'circle',
        symbolSize: 7,
        lineStyle: { width: 2.5, color: palette.brand },
        itemStyle: { color: palette.brand },
        areaStyle: { color: palette.brand, opacity: metric.unit === 'ratio' ? 0 : 0.08 },
        data: values,
      }
  return {
    ...frame(palette, spoken),
    grid: { left: 8, right: 16, top: 24, bottom: 8, outerBoundsMode: 'same' as const },
    tooltip: { ...tooltip(palette), valueFormatter: (value: unknown) => text(figure, typeof value === 'number' ? value : null) },
    xAxis: categoryAxis(palette, names),
    yAxis: { ...valueAxis(metric, palette), ...(metric.unit === 'ratio' ? { scale: true } : {}) },
    series: [{ name: metric.name, ...series, ...marked }],
  }
}
