import type { FiguresInChat } from '@linggong/api/contract/figures-in-chat.contract.ts'
import { countyDay, inCounty } from '@linggong/api/core/clock.ts'
import { figureText } from '@linggong/api/core/statistics/figure-text.ts'
import { periodText } from '@linggong/api/core/statistics/period-text.ts'
import { toldFigure } from '@linggong/api/core/statistics/told-figure.ts'
import { lines } from '../format.ts'
import type { Nothing, Now } from './about.ts'

/** The adcode of a county is six digits; a township goes by its name. */
const placeText = (region: string): string => (/^\d+$/.test(region) ? '全县' : region)

function oneLine(figure: FiguresInChat['figures'][number], period: Pick<FiguresInChat, 'by' | 'isOpen'>): string {
  const { name } = figure.metric
  const { text, why, against, was, change } = toldFigure(figure, period)
  if (text === undefined) return `${name}：${why === undefined ? '' : WHY[why]}`
  const compared = was === '' ? '' : `（${against}${was}${change === undefined ? '' : `，${change.words}`}）`
  return `${name}：${text.number}${text.unit}${compared}`
}

const WHY = {
  suppressed: '不足5人，不公布',
  nothing: '暂无数据',
  'not-collected': '尚未采集',
  'not-by-trade': '不分工种',
} as const

function townshipLine(
  { region, value, suppressed }: FiguresInChat['townships'][number],
  metric: FiguresInChat['figures'][number]['metric'],
): string {
  if (suppressed) return `${region} ${WHY.suppressed}`
  if (value === null) return `${region} ${WHY.nothing}`
  const { number, unit } = figureText(metric, value)
  return `${region} ${number}${unit}`
}

function asOfText({ dataAsOf, demo }: Pick<FiguresInChat, 'dataAsOf' | 'demo'>, now: Now): string {
  const at = Temporal.Instant.from(dataAsOf)
  const moment = inCounty(at)
  const clock = moment.toPlainTime().toString({ smallestUnit: 'minute' })
  const day = countyDay(at).equals(countyDay(now)) ? '今天' : `${moment.month}月${moment.day}日`
  return `数据截至${day}${clock}${demo ? '，演示数据' : ''}。`
}

export const FIGURES = {
  figures: (answer: FiguresInChat, now: Now) => {
    const { by, from, region, figures, townships } = answer
    const [first, ...others] = figures
    const title = `${placeText(region)} ${periodText({ by, from })}`
    const byTownship = first === undefined ? [] : townships.map((row) => townshipLine(row, first.metric))
    return lines(
      title,
      ...figures.map((figure) => oneLine(figure, answer)),
      ...byTownship,
      first !== undefined && others.length < 2 && `口径：${first.metric.definition}`,
      others.length >= 2 && '口径：回指标名看，如「保险覆盖率」。',
      asOfText(answer, now),
    )
  },
  alerts: ({ alerts, more }: { alerts: readonly { text: string; urgent: boolean; from: string }[]; more: boolean }) =>
    lines(...alerts.map(({ text, urgent, from }) => `${from.slice(5)} ${urgent ? '【急】' : ''}${text}`), more && '还有，到统计页面看。'),
  noAlerts: (_: Nothing) => '没有待处理的预警。',
} as const
