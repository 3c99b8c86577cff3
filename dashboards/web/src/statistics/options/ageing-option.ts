import type { Metric } from '@linggong/api/contract/statistics.contract.ts'
import { SPOKEN } from '../../../copy.ts'
import type { Palette } from '../palette.ts'
import type { Bar } from './bars-option.ts'
import { barText } from './bars-option.ts'
import { categoryAxis, FONT, frame, tooltip, valueAxis, wholeText } from './parts.ts'

/** Told apart by pattern as well as by colour. */
const PATTERNS = [
  { symbol: 'circle', symbolSize: 0.5, dashArrayX: [6, 6], dashArrayY: [6, 6] },
  { symbol: 'rect', symbolSize: 0.8, dashArrayX: [1, 0], dashArrayY: [3, 5], rotation: -0.6 },
  { symbol: 'rect', symbolSize: 0.8, dashArrayX: [1, 0], dashArrayY: [2, 3], rotation: 0.6 },
  { symbol: 'rect', symbolSize: 0.9, dashArrayX: [2, 2], dashArrayY: [2, 2] },
]

export function ageingOption(metric: Metric, bars: readonly Bar[], palette: Palette) {
  const total = bars.reduce((sum, { value }) => sum + (value ?? 0), 0)
  return {
    ...frame(palette, SPOKEN.ageing(wholeText(metric, total))),
    grid: { left: 4, right: 8, top: 26, bottom: 4, outerBoundsMode: 'same' as const },
    tooltip: { ...tooltip(palette), valueFormatter: (value: unknown) => wholeText(metric, typeof value === 'number' ? value : 0) },
    xAxis: categoryAxis(
      palette,
      bars.map(({ name }) => name),
    ),
    yAxis: { ...valueAxis(metric, palette), axisLabel: { show: false }, splitLine: { show: false } },
    series: [
      {
        name: metric.name,
        type: 'bar' as const,
        barMaxWidth: 46,
        label: {
          show: true,
          position: 'top' as const,
          color: palette.ink,
          fontFamily: FONT,
          fontSize: 12,
          formatter: ({ dataIndex }: { dataIndex: number }) => labelAt(metric, bars[dataIndex]),
        },
        data: bars.map(({ value }, at) => ({
          value: value ?? 0,
          itemStyle: {
            color: palette.bands[at] ?? palette.brand,
            borderRadius: [3, 3, 0, 0],
            decal: { ...PATTERNS[at], color: 'rgba(255,255,255,0.35)' },
          },
        })),
      },
    ],
  }
}

const labelAt = (metric: Metric, bar: Bar | undefined): string => (bar === undefined ? '' : barText(metric, bar))
