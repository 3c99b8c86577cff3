import { figureText, type Measured } from '@linggong/api/core/statistics/figure-text.ts'
import type { Palette } from '../palette.ts'

export const FONT = 'system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "WenQuanYi Zen Hei", sans-serif'

export function wholeText(metric: Measured, value: number): string {
  const { number, unit } = figureText(metric, value)
  return `${number}${unit}`
}

/** What every chart has in common. */
export const frame = ({ ink, moves }: Palette, spoken: string) => ({
  animation: moves,
  animationDuration: 300,
  textStyle: { fontFamily: FONT, color: ink, fontSize: 13 },
  aria: { enabled: true, label: { description: spoken } },
})

/** Drawn and not made of markup, which the page's policy would not let have a style. */
export const tooltip = ({ ink, line, paper }: Palette) => ({
  trigger: 'axis' as const,
  renderMode: 'richText' as const,
  confine: true,
  backgroundColor: paper,
  borderColor: line,
  textStyle: { color: ink, fontFamily: FONT, fontSize: 13 },
  axisPointer: { type: 'shadow' as const, shadowStyle: { opacity: 0.06 } },
})

export const categoryAxis = ({ faint, line }: Palette, data: readonly string[]) => ({
  type: 'category' as const,
  data: [...data],
  axisLine: { lineStyle: { color: line } },
  axisTick: { show: false },
  axisLabel: { color: faint, fontFamily: FONT, fontSize: 12 },
})

export const valueAxis = (metric: Measured, { faint, line }: Palette) => ({
  type: 'value' as const,
  splitNumber: 3,
  axisLabel: { color: faint, fontFamily: FONT, fontSize: 12, formatter: (value: number) => axisText(metric, value) },
  splitLine: { lineStyle: { color: line, type: 'dashed' as const } },
})

/** An axis has no room for places behind the point that say nothing. */
function axisText(metric: Measured, value: number): string {
  const { number, unit } = figureText(metric, value)
  return `${number.replace(/\.0+$/, '')}${unit}`
}

/** Shares are held against what is to be reached. */
export const COVERAGE_TARGET = 0.95

export const targetLine = ({ id }: Measured, { target }: Palette, words: string) =>
  id === 'insurance_coverage'
    ? {
        markLine: {
          silent: true,
          symbol: 'none',
          lineStyle: { color: target, type: 'solid' as const, width: 1.5 },
          label: { formatter: words, color: target, position: 'insideEndTop' as const, fontFamily: FONT },
        },
      }
    : {}
