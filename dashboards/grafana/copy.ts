import type { MetricUnit } from '@linggong/api/core/statistics/metric-row.ts'

/** What the dashboards say beside the catalogue's names and definitions. */
export const OVERVIEW = {
  title: '零工市场概览',
  description: '登记、成交、结算和参保情况。每张图的定义见标题旁的说明。',
  tags: ['零工市场'],
} as const

export const PANEL_TITLE = {
  figure: (metric: string) => metric,
  gauge: (metric: string) => metric,
  trend: (metric: string) => `${metric}趋势`,
  townships: (metric: string) => `各乡镇${metric}`,
} as const

export const UNIT_NAME: Readonly<Record<Exclude<MetricUnit, 'ratio'>, string>> = {
  people: '人',
  jobs: '条',
  seats: '个',
  takes: '笔',
  fen: '元',
  employers: '家',
  personDays: '人天',
  minutes: '分钟',
  days: '天',
  perThousand: '‰',
  cases: '件',
  stars: '星',
}

export const NOTHING_YET = '暂无'
export const NO_TOWNSHIP = '未填乡镇'

export const SOURCE = {
  title: '数据来源',
  description: '数据截至最近一次计入的业务时间。还没有真实业务时显示演示数据；有了真实业务，演示数据就不再计入。',
  dataAsOf: '数据截至',
  demo: '数据',
  isDemo: { true: '演示数据', false: '真实数据' },
} as const

export const BUCKET = {
  label: '按',
  choices: [
    { text: '日', value: 'day' },
    { text: '周', value: 'week' },
    { text: '月', value: 'month' },
  ],
} as const

/** Ranges end tomorrow at midnight: the API counts up to but not including the last day, and today should be seen. */
export const RANGES = [
  { display: '最近7天', from: 'now-6d/d', to: 'now+1d/d' },
  { display: '最近30天', from: 'now-29d/d', to: 'now+1d/d' },
  { display: '本月', from: 'now/M', to: 'now+1d/d' },
  { display: '今年', from: 'now/y', to: 'now+1d/d' },
  { display: '最近一年', from: 'now-364d/d', to: 'now+1d/d' },
] as const
