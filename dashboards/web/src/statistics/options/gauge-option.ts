import { SPOKEN, WHY } from '../../../copy.ts'
import type { Palette } from '../palette.ts'
import type { Figure } from '../types.ts'
import { COVERAGE_TARGET, FONT, frame, wholeText } from './parts.ts'

/** What the value and the mark of the target turn on. */
const DIAL = {
  type: 'gauge' as const,
  startAngle: 205,
  endAngle: -25,
  min: 0,
  max: 1,
  radius: '98%',
  center: ['50%', '60%'],
  silent: true,
  axisTick: { show: false },
  splitLine: { show: false },
  axisLabel: { show: false },
  title: { show: false },
}

/** How much of the work began under cover, and how much of the way to the target is missing. */
export function gaugeOption({ metric, now }: Figure, palette: Palette) {
  const value = now?.value ?? null
  const text = value === null ? WHY.nothing : wholeText(metric, value)
  const color = value !== null && value >= COVERAGE_TARGET ? palette.brand : palette.target
  return {
    ...frame(palette, SPOKEN.gauge(text)),
    series: [
      {
        ...DIAL,
        progress: { show: value !== null, width: 14, roundCap: true, itemStyle: { color } },
        axisLine: { roundCap: true, lineStyle: { width: 14, color: [[1, palette.line]] as [number, string][] } },
        anchor: { show: false },
        pointer: { show: false },
        detail: { offsetCenter: [0, '-2%'], formatter: () => text, color: palette.ink, fontFamily: FONT, fontSize: 34, fontWeight: 600 },
        data: [{ value: value ?? 0 }],
      },
      {
        /** A mark where the target lies. */
        ...DIAL,
        progress: { show: false },
        axisLine: { show: false, lineStyle: { width: 14 } },
        pointer: { length: 22, width: 4, offsetCenter: [0, '-86%'], icon: 'rect', itemStyle: { color: palette.ink } },
        detail: { show: false },
        data: [{ value: COVERAGE_TARGET }],
      },
    ],
  }
}
