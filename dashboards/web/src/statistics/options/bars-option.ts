import type { Metric } from '@linggong/api/contract/statistics.contract.ts'
import { COVERAGE, SPOKEN, WHY } from '../../../copy.ts'
import type { Palette } from '../palette.ts'
import { COVERAGE_TARGET, categoryAxis, FONT, frame, targetLine, tooltip, valueAxis, wholeText } from './parts.ts'

export interface Bar {
  /** What the address calls it. */
  readonly key: string
  readonly name: string
  readonly value: number | null
  readonly suppressed: boolean
}

/** The largest first; what cannot be told stands last, in the order it came. */
export const sortBars = (bars: readonly Bar[]): readonly Bar[] =>
  bars.toSorted((one, other) => (other.value ?? Number.NEGATIVE_INFINITY) - (one.value ?? Number.NEGATIVE_INFINITY) || 0)

export const barText = (metric: Metric, { value, suppressed }: Bar): string => {
  if (suppressed) return WHY.suppressed
  return value === null ? WHY.nothing : wholeText(metric, value)
}

/** Bars beside each other from the top, each with its figure behind it; the one that is looked at stands out. */
export function barsOption(
  { metric, bars, picked }: { metric: Metric; bars: readonly Bar[]; picked: string | undefined },
  palette: Palette,
) {
  const [first] = bars
  const target = targetLine(metric, palette, COVERAGE.target)
  const marked =
    'markLine' in target ? { markLine: { ...target.markLine, label: { show: false }, data: [{ xAxis: COVERAGE_TARGET }] } } : {}
  return {
    ...frame(palette, SPOKEN.bars(metric.name, bars.length, first === undefined ? WHY.nothing : `${first.name}${barText(metric, first)}`)),
    grid: { left: 4, right: 76, top: 6, bottom: 4, outerBoundsMode: 'same' as const },
    tooltip: { ...tooltip(palette), formatter: (at: unknown) => spokenBar(metric, bars[indexOf(at)]) },
    xAxis: {
      ...valueAxis(metric, palette),
      axisLabel: { show: false },
      splitLine: { show: false },
      ...(metric.unit === 'ratio' ? { min: 0 } : {}),
    },
    yAxis: {
      ...categoryAxis(
        palette,
        bars.map(({ name }) => name),
      ),
      inverse: true,
      axisLine: { show: false },
      axisLabel: { color: palette.ink, fontFamily: FONT, fontSize: 13 },
    },
    series: [
      {
        name: metric.name,
        type: 'bar' as const,
        barMaxWidth: 16,
        cursor: 'pointer',
        label: {
          show: true,
          opacity: 1,
          position: 'right' as const,
          color: palette.faint,
          fontFamily: FONT,
          fontSize: 12,
          formatter: (at: unknown) => labelOf(metric, bars[indexOf(at)]),
        },
        data: bars.map(({ key, value }) => ({
          value: value ?? 0,
          itemStyle: { color: palette.brand, opacity: picked === undefined || picked === key ? 0.85 : 0.3, borderRadius: [0, 3, 3, 0] },
        })),
        ...marked,
      },
    ],
  }
}

const labelOf = (metric: Metric, bar: Bar | undefined): string => (bar === undefined ? '' : barText(metric, bar))
const spokenBar = (metric: Metric, bar: Bar | undefined): string => (bar === undefined ? '' : `${bar.name}  ${barText(metric, bar)}`)

function indexOf(at: unknown): number {
  const one: unknown = Array.isArray(at) ? at[0] : at
  const index: unknown = typeof one === 'object' && one !== null ? Reflect.get(one, 'dataIndex') : undefined
  return typeof index === 'number' ? index : -1
}
