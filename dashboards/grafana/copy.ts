import type { Breakdown, MetricUnit } from '@linggong/api/core/statistics/metric-row.ts'

/** What the dashboards say beside the catalogue's names and definitions. */
export const TAG = '零工市场'

export const BOARD = {
  overview: { title: '零工市场概览', description: '登记、成交、结算和参保情况。每张图的口径见标题旁的说明。' },
  market: { title: '用工市场', description: '岗位、用工、满足率、接单快慢和日薪。每张图的口径见标题旁的说明。' },
  insurance: { title: '保险与安全', description: '参保、保费、理赔和事故。每张图的口径见标题旁的说明。' },
  rights: { title: '权益与欠薪', description: '欠薪账龄、按时付款、投诉和纠纷。每张图的口径见标题旁的说明。' },
  people: { title: '人员与驿站', description: '登记劳动者、活跃、年龄、代办和培训。每张图的口径见标题旁的说明。' },
} as const

const BREAKDOWN_TITLE: Readonly<Record<Breakdown, (metric: string) => string>> = {
  none: (metric) => metric,
  township: (metric) => `各乡镇${metric}`,
  trade: (metric) => `各工种${metric}`,
  risk: (metric) => `各风险等级${metric}`,
  age: (metric) => `各年龄段${metric}`,
  channel: (metric) => `${metric}（按登记方式）`,
  employer: (metric) => `${metric}（按用工主体）`,
  party: (metric) => `${metric}（按责任方）`,
  ageing: (metric) => `${metric}（按账龄）`,
  stars: (metric) => `${metric}（按星数）`,
}

export const PANEL_TITLE = {
  figure: (metric: string) => metric,
  gauge: (metric: string) => metric,
  trend: (metric: string) => `${metric}趋势`,
  bars: (metric: string, breakdown: Breakdown) => BREAKDOWN_TITLE[breakdown](metric),
  stack: (metric: string, breakdown: Breakdown) => BREAKDOWN_TITLE[breakdown](`${metric}趋势`),
} as const

/** Of people who are counted once a month there is no figure for a range of any length. */
export const NEWEST_MONTH = '（最近一个月）'

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
  perJob: '次/条',
  cases: '件',
  stars: '星',
}

export const NOTHING_YET = '暂无'
export const NOT_COLLECTED = '尚未采集'

export const FRESHNESS = {
  title: '数据来源',
  description: '数据截至最近一次计入的业务时间。还没有真实业务时显示演示数据；有了真实业务，演示数据就不再计入。',
} as const

export const EVENTS = '节日、农忙、政策、预警'

export const ALERTS = {
  title: '预警',
  description: '规则发现的、需要有人看一看的情况，最新的在最上面；每条写明数字、时间和由谁来看。预警只提醒，不作处分依据。',
  none: '没有预警',
} as const

export const VARIABLE = { datasource: '数据源', county: '县', township: '地区', trade: '工种' } as const

export const BUCKET = {
  label: '按',
  choices: [
    { text: '日', value: 'day' },
    { text: '周', value: 'week' },
    { text: '月', value: 'month' },
  ],
} as const

/** To the end of today: the plug-in asks for every day a range touches. */
export const RANGES = [
  { display: '最近7天', from: 'now-6d/d', to: 'now/d' },
  { display: '最近30天', from: 'now-29d/d', to: 'now/d' },
  { display: '本月', from: 'now/M', to: 'now/d' },
  { display: '今年', from: 'now/y', to: 'now/d' },
  { display: '最近一年', from: 'now-364d/d', to: 'now/d' },
] as const
