import type { MetricUnit } from './metric-row.ts'

/** What is said behind a figure. Money is told in yuan and shares in per cent, see figure-text.ts. */
export const UNIT_WORD: Readonly<Record<Exclude<MetricUnit, 'fen' | 'ratio' | 'minutes'>, string>> = {
  people: '人',
  employers: '家',
  jobs: '条',
  seats: '个',
  takes: '笔',
  personDays: '人天',
  days: '天',
  perThousand: '‰',
  cases: '件',
  perJob: '次/条',
  stars: '星',
}

export const SCALE_WORD = { yuan: '元', wanYuan: '万元', yiYuan: '亿元', minutes: '分钟', hours: '小时', days: '天' } as const

/** Of persons and takes; the catalogue calls both of them seats. */
export const OWN_UNIT_WORD: Readonly<Record<string, string>> = { seats_posted: '人', wage_arrears_seats: '人次' }

export const PERIOD_WORD = {
  day: (year: number, month: number, day: number) => `${year}年${month}月${day}日`,
  week: (year: number, month: number, day: number) => `${year}年${month}月${day}日起一周`,
  month: (year: number, month: number) => `${year}年${month}月`,
  monthAlone: (month: number) => `${month}月`,
  quarter: (year: number, quarter: number) => `${year}年${['一', '二', '三', '四'][quarter - 1]}季度`,
  year: (year: number) => `${year}年`,
} as const

/** What a figure is held against. */
export const BEFORE_WORD = {
  end: { day: '前一日末', week: '上周末', month: '上月末', quarter: '上季末', year: '上年末' },
  'same-days': { day: '前一日', week: '上周同期', month: '上月同期', quarter: '上季同期', year: '上年同期' },
  whole: { day: '前一日', week: '上周', month: '上月', quarter: '上季', year: '上年' },
} as const

export const CHANGE_WORD = { up: '增', down: '减', same: '持平', percent: '%', points: '个百分点', fromNothing: '由0增' } as const

/** What stands where a figure would: why there is none. Never 0. */
export const NO_FIGURE_WORD = {
  suppressed: '不足5人不公布',
  nothing: '暂无数据',
  'not-collected': '尚未采集',
  'not-by-trade': '不分工种',
} as const
export type NoFigure = keyof typeof NO_FIGURE_WORD
