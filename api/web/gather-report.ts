import type { Handlers } from '../contract/handler.ts'
import type { Overview } from '../contract/overview.contract.ts'
import type { Caller } from '../contract/route.ts'
import type { StatisticsAnswer } from '../contract/statistics.contract.ts'
import { accept, type Result } from '../core/result.ts'
import { isMetricId, type MetricId } from '../core/statistics/catalogue.ts'

export type ReportPorts = Pick<Handlers, 'seeOverview' | 'queryMetric'>

/** Metrics side by side, told apart by the same thing. */
export interface ReportTable {
  readonly answers: readonly StatisticsAnswer[]
}

export interface Report {
  readonly overview: Overview
  /** undefined for who works for one township. */
  readonly townships: ReportTable | undefined
  readonly trades: ReportTable
  readonly ageing: ReportTable
  /** What has come in since the month was closed. */
  readonly revised: readonly StatisticsAnswer[]
}

const BY_TOWNSHIP = ['workers_total', 'seats_posted', 'orders_completed', 'amount_settled', 'insurance_coverage'] as const
const BY_TRADE = ['seats_posted', 'orders_completed', 'amount_settled', 'worker_median_day_pay', 'insurance_coverage'] as const
const BY_AGEING = ['wage_arrears', 'wage_arrears_seats'] as const

export interface ReportQuestion {
  readonly at?: string | undefined
  readonly region?: string | undefined
}

/** Everything a month's report tells, asked of the same queries as everywhere. */
export async function gatherReport(ports: ReportPorts, { at, region }: ReportQuestion, caller: Caller): Promise<Result<Report>> {
  const call = { params: {}, body: {}, caller }
  const seen = await ports.seeOverview({ ...call, query: { by: 'month', at, region } })
  if (!seen.ok) return seen
  const overview = seen.value
  const { from, to } = overview.period

  async function ask(metric: MetricId, breakdown: 'none' | 'township' | 'trade' | 'ageing'): Promise<readonly StatisticsAnswer[]> {
    const where = breakdown === 'township' ? {} : { region: overview.region }
    const answer = await ports.queryMetric({ ...call, query: { metric, breakdown, bucket: 'month', from, to, ...where } })
    return answer.ok ? [answer.value] : []
  }
  const table = async (metrics: readonly MetricId[], breakdown: Parameters<typeof ask>[1]): Promise<ReportTable> => ({
    answers: (await Promise.all(metrics.map((metric) => ask(metric, breakdown)))).flat(),
  })

  const collected = overview.figures.filter(({ metric }) => metric.collected).map(({ metric }) => metric.id)
  const [townships, trades, ageing, all] = await Promise.all([
    table(BY_TOWNSHIP, 'township'),
    table(BY_TRADE, 'trade'),
    table(BY_AGEING, 'ageing'),
    table(collected.filter(isMetricId), 'none'),
  ])
  const revised = all.answers.filter(({ revisions }) => revisions.length > 0)
  return accept({ overview, townships: townships.answers.length === 0 ? undefined : townships, trades, ageing, revised })
}
