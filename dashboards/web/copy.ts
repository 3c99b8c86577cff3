import type { NoFigure } from '@linggong/api/core/statistics/figure-copy.ts'
import type { PeriodKind } from '@linggong/api/core/statistics/period-kind.ts'
import type { SeasonKind } from '@linggong/api/core/statistics/season.ts'

/** Every Chinese sentence of the statistics page and the hall screen beside the catalogue's own. */
export const BY_NAME: Readonly<Record<PeriodKind, string>> = { day: '日', week: '周', month: '月', quarter: '季', year: '年' }

export const CURRENT_NAME: Readonly<Record<PeriodKind, string>> = {
  day: '今天',
  week: '本周',
  month: '本月',
  quarter: '本季',
  year: '今年',
}

export const PAGE = {
  title: '零工市场统计',
  demo: '演示数据',
  dataAsOf: '数据截至',
  stale: '超过一天没有新数据，请核对',
  notOver: '本期未完',
  by: '统计周期',
  earlier: '上一期',
  later: '下一期',
  township: '乡镇',
  trade: '工种',
  allTownships: '全部乡镇',
  allTrades: '全部工种',
  where: '当前范围',
  print: '打印月报',
  leave: '退出',
  updated: (what: string) => `已更新：${what}`,
  failed: '没读到数据，正在重试……',
  tiles: '主要指标，点一项看它的走势和分布',
  definitionOf: (name: string) => `${name}的口径`,
} as const

export const CARD = {
  trend: (name: string) => `${name}走势`,
  townships: (name: string) => `各乡镇${name}`,
  trades: (name: string) => `各工种${name}`,
  employers: (name: string) => `各类用工主体${name}`,
  coverage: '保险覆盖率',
  ageing: '欠薪账龄',
  all: '全部指标',
  chart: '图',
  table: '表',
  asChart: '看图',
  asTable: '看表',
  csv: 'CSV',
  xlsx: 'Excel',
  download: (name: string, format: string) => `${format}：下载${name}`,
  pickTownship: '点一个乡镇，只看它',
  pickTrade: '点一个工种，只看它',
  noTrades: '这个指标不分工种统计。',
  noEmployersByTrade: '用工主体不分工种统计，选「全部工种」可看。',
  parts: '按什么分',
  noAgeingByTrade: '账龄不分工种统计，选「全部工种」可看。',
  onlyWholeCounty: '您的账号只看本乡镇。',
  nothing: '这一期没有数据。',
  noDebt: '没有欠薪。',
  suppressed: (count: number) => `有${count}格人数不足5人，不公布。`,
  waits: '正在读取……',
  noCharts: '图表没打开，先看表。',
} as const

export const COLUMN = {
  period: '统计期',
  township: '乡镇',
  trade: '工种',
  employer: '用工主体',
  band: '账龄',
  value: '数值',
  seats: '人次',
  metric: '指标',
  now: '本期',
  before: '对比期',
  change: '变化',
  definition: '口径',
} as const

export const COVERAGE = {
  target: '目标95%',
  line: '竖线是目标95%',
  covered: '已参保',
  started: '已开工',
  gap: '缺口',
  highRisk: '高风险未参保',
} as const

/** Days of the county's calendar. */
export const BAND_NAME: Readonly<Record<string, string>> = { '1–3': '1至3天', '4–7': '4至7天', '8–30': '8至30天', '>30': '30天以上' }

export const EMPLOYER_NAME: Readonly<Record<string, string>> = { household: '家庭和个人', company: '企业', coop: '合作社' }

export const NO_TOWNSHIP = '未填乡镇'

/** What a chart says to whoever does not see it. */
export const SPOKEN = {
  trend: (name: string, from: string, to: string, last: string) => `${name}从${from}到${to}的走势，最近一期${last}。看表可读每一期。`,
  bars: (name: string, count: number, first: string) => `${name}，共${count}项，最高的是${first}。看表可读全部。`,
  gauge: (value: string) => `保险覆盖率${value}，目标95%。`,
  ageing: (total: string) => `欠薪按账龄分四档，共${total}。看表可读每一档。`,
} as const

export const WHY: Readonly<Record<NoFigure, string>> = {
  suppressed: '不足5人不公布',
  nothing: '暂无数据',
  'not-collected': '尚未采集',
  'not-by-trade': '不分工种',
}

export const SIGN_IN = {
  title: '登录后查看',
  lead: '统计数字给领导和工作人员看，不含任何人的姓名。',
  login: '工作账号',
  password: '密码',
  code: '动态码（六位）',
  submit: '登录',
  orToken: '用看数口令进入',
  token: '看数口令',
  enter: '进入',
  wrong: '没登录成：账号、密码或动态码不对。',
  wrongToken: '口令不对。',
  notAllowed: '这个账号不能看统计，请找系统管理员。',
  secondFactor: '请先给账号绑定动态码，再看统计。',
  tooMany: '试得太多了，过一会儿再来。',
  unreachable: '连不上服务器，过一会儿再试。',
} as const

export const SEASON_NAME: Readonly<Record<SeasonKind, string>> = {
  'spring-festival': '春节前后',
  'wheat-harvest': '麦收',
  'autumn-harvest': '秋收',
  policy: '政策调整',
}

export const ALERT = {
  title: '预警',
  urgent: '今天要看',
  state: { new: '待处理', acknowledged: '已接手', closed: '已关闭' },
  count: (count: number, more: boolean) => (more ? `最近${count}条` : `共${count}条`),
  none: '没有预警。规则随业务、每小时和每晚检查。',
  waits: '正在读取……',
  desk: (name: string) => `责任：${name}`,
  note: (note: string) => `处理：${note}`,
  muted: (season: string) => `${season}期间，不催办`,
  wholeCounty: '全县',
} as const
