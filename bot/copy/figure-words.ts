import type { MetricId } from '@linggong/api/core/statistics/catalogue.ts'
import { metricCards } from '@linggong/api/core/statistics/metric-card.ts'
import type { PeriodKind } from '@linggong/api/core/statistics/period-kind.ts'

/** What a line of an official asks for. */
export type FigureQuestion =
  | { readonly kind: 'alerts' }
  | {
      readonly kind: 'figures'
      readonly metrics: readonly MetricId[]
      readonly by: PeriodKind
      /** So many days ago; 0 is today. */
      readonly daysAgo: number
      readonly byTownship: boolean
    }

interface Period {
  readonly by: PeriodKind
  readonly daysAgo: number
}

const TODAY: Period = { by: 'day', daysAgo: 0 }
const PERIODS: readonly (readonly [string, Period])[] = [
  ['今天', TODAY],
  ['今日', TODAY],
  ['当天', TODAY],
  ['昨天', { by: 'day', daysAgo: 1 }],
  ['昨日', { by: 'day', daysAgo: 1 }],
  ['本周', { by: 'week', daysAgo: 0 }],
  ['这周', { by: 'week', daysAgo: 0 }],
  ['这个月', { by: 'month', daysAgo: 0 }],
  ['本月', { by: 'month', daysAgo: 0 }],
  ['当月', { by: 'month', daysAgo: 0 }],
  ['这个季度', { by: 'quarter', daysAgo: 0 }],
  ['本季度', { by: 'quarter', daysAgo: 0 }],
  ['本季', { by: 'quarter', daysAgo: 0 }],
  ['今年', { by: 'year', daysAgo: 0 }],
  ['本年', { by: 'year', daysAgo: 0 }],
]

const SUMMARY: readonly MetricId[] = [
  'workers_new',
  'jobs_posted',
  'orders_completed',
  'amount_settled',
  'insurance_coverage',
  'wage_arrears',
]

const TOWNSHIPS = ['各乡镇', '各村镇', '各乡', '各镇', '各村', '分乡镇', '每个乡镇', '按乡镇']
const POLITE = ['请问', '帮我', '帮忙', '查一下', '看一下', '查下', '看下', '查询', '看看', '查', '看']
const ASKING = ['是多少', '有多少', '多少', '怎么样', '情况', '如何', '呢', '吗']

/** The words for a metric besides its own name, and the period that is meant where none is said. */
const TOPICS: readonly (readonly [string, MetricId | readonly MetricId[], PeriodKind])[] = [
  ['统计 统计数据 数据 日报 报表 数据报告 数字 汇总', SUMMARY, 'day'],
  ['注册数 注册人数 登记数 登记人数 劳动者数 工友数', 'workers_total', 'day'],
  ['新注册 新注册数 新登记 新登记数 新增注册 新增登记 注册 登记', 'workers_new', 'day'],
  ['成交 成交数 成交量 成交笔数 交易 交易数 交易量 完工数', 'orders_completed', 'day'],
  ['成交额 成交金额 发了工钱', 'amount_settled', 'day'],
  ['保险 保险覆盖率 覆盖率 参保率 保险率 保险覆盖', 'insurance_coverage', 'month'],
  ['未参保 高风险未参保', 'high_risk_uninsured', 'month'],
  ['满足率 到岗率', 'fill_rate', 'month'],
  ['欠薪 欠薪数 欠薪金额 欠款 拖欠 欠薪账龄', ['wage_arrears', 'wage_arrears_seats'], 'day'],
  ['发布数 发活数 岗位数 用工数 发布岗位', ['jobs_posted', 'seats_posted'], 'day'],
  ['日薪 工价 日薪中位数', 'worker_median_day_pay', 'month'],
  ['活跃 活跃数 活跃人数', 'workers_active_30d', 'day'],
  ['雇主数 用工主体 用工主体数', 'employers_active', 'month'],
  ['投诉 投诉数 投诉率 纠纷', 'complaints_per_1000', 'month'],
  ['工伤 事故 事故率', 'accident_rate', 'month'],
  ['培训 培训人数', ['training_enrolments', 'training_completions'], 'month'],
]
const ALERTS = ['预警', '告警', '新预警', '有什么预警', '有预警', '预警信息']

/** Nothing depends on them, and a metric's own name may have some. */
const withoutSigns = (text: string): string => text.normalize('NFKC').replace(/[\s。.!?,，、的]/gu, '')

const byTopic = new Map<string, { readonly metrics: readonly MetricId[]; readonly by: PeriodKind }>([
  ...metricCards().map(({ id, name }) => [withoutSigns(name), { metrics: [id], by: 'month' }] as const),
  ...TOPICS.flatMap(([words, of, by]) => {
    const metrics = typeof of === 'string' ? [of] : of
    return words.split(' ').map((word) => [word, { metrics, by }] as const)
  }),
])

const withoutFirst = (words: readonly string[], text: string): string => {
  const word = words.find((each) => text.startsWith(each) && text.length > each.length)
  return word === undefined ? text : text.slice(word.length)
}
const withoutLast = (words: readonly string[], text: string): string => {
  const word = words.find((each) => text.endsWith(each) && text.length > each.length)
  return word === undefined ? text : text.slice(0, -word.length)
}

/** 今天统计, 本月保险覆盖率, 各村注册数, 欠薪: the whole line is the question, and every word of it is known. */
export function readFigureQuestion(line: string): FigureQuestion | undefined {
  const plain = withoutLast(ASKING, withoutFirst(POLITE, withoutSigns(line)))
  if (ALERTS.includes(plain)) return { kind: 'alerts' }
  const place = TOWNSHIPS.find((word) => plain.includes(word))
  const rest = place === undefined ? plain : plain.replace(place, '')
  const found = PERIODS.find(([word]) => rest.startsWith(word))
  const topic = byTopic.get(found === undefined ? rest : rest.slice(found[0].length))
  if (topic === undefined) return undefined
  const period = found?.[1] ?? { by: topic.by, daysAgo: 0 }
  /** How many there are is asked at the end of a day; how many of a month is how many came in it. */
  const metrics = topic.metrics[0] === 'workers_total' && found !== undefined ? (['workers_new'] as const) : topic.metrics
  return { kind: 'figures', metrics, ...period, byTownship: place !== undefined }
}
