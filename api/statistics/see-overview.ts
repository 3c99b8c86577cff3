import type { Overview } from '../contract/overview.contract.ts'
import type { StatisticsAnswer } from '../contract/statistics.contract.ts'
import { countyDay, instantText } from '../core/clock.ts'
import { accept, type Result, refuse } from '../core/result.ts'
import type { DayRange } from '../core/statistics/bucket.ts'
import type { MetricId } from '../core/statistics/catalogue.ts'
import { type MetricCard, metricCards } from '../core/statistics/metric-card.ts'
import { type Period, periodOf } from '../core/statistics/period.ts'
import type { PeriodKind } from '../core/statistics/period-kind.ts'
import type { Store } from '../store/port.ts'
import { type Asking, isStale, queryMetric, sourceOf } from './query-metric.ts'
import type { StatisticsQuestion } from './question.ts'

export type Figure = Overview['figures'][number]
type Row = StatisticsAnswer['rows'][number]

export interface OverviewQuestion {
  readonly county: string
  readonly by: PeriodKind
  readonly at?: Temporal.PlainDate | undefined
  readonly region?: string | undefined
  readonly trade?: string | undefined
}

/** No county worked with us before. */
const EARLIEST_YEAR = 2001

/** Every figure for one period, each out of the same query that answers for it alone. */
export async function seeOverview(store: Store, question: OverviewQuestion, asking: Asking): Promise<Result<Overview>> {
  const today = countyDay(asking.now)
  const { by, at = today, county, region = county, trade } = question
  if (Temporal.PlainDate.compare(at, today) > 0 || at.year < EARLIEST_YEAR) return refuse('bad-request', { field: 'at' })
  const period = periodOf(by, at, today)
  const look = createLook(store, { county, region, trade }, { period, asking })
  const [source, figures] = await Promise.all([sourceOf(store, county, asking.now), Promise.all(metricCards().map(look))])
  const { from, to, isOpen, before, trendFrom } = period
  return accept({
    period: {
      by,
      from: `${from}`,
      to: `${to}`,
      isOpen,
      earlier: `${before.from}`,
      later: isOpen ? null : `${to}`,
      trendFrom: `${trendFrom}`,
    },
    ...{ region, trade: trade ?? null, dataAsOf: instantText(source.asOf) },
    ...{ stale: isStale(source, asking.now), demo: source.demo, figures },
  })
}

type Place = Pick<StatisticsQuestion, 'county' | 'region' | 'trade'>

/** How one figure of a period is found, with what it was before. */
export function createLook(store: Store, place: Place, { period, asking }: { period: Period; asking: Asking }) {
  async function rows(metric: MetricId, range: DayRange & Pick<StatisticsQuestion, 'bucket'>): Promise<readonly Row[]> {
    const answer = await queryMetric(store, { ...place, ...range, metric, breakdown: 'none' }, asking)
    return answer.ok ? answer.value.rows : []
  }

  /** A stock is held against what there was at the end; what can be cut by the day against as many days; the rest against the whole. */
  async function beforeOf({ id, kind, buckets }: MetricCard, whole: Row | undefined): Promise<Figure['before']> {
    const { before, soFarBefore, isOpen } = period
    if (kind === 'stock') return beforeFrom(whole, before, 'end')
    if (!isOpen || !buckets.includes('all')) return beforeFrom(whole, before, 'whole')
    const [soFar] = await rows(id, { ...soFarBefore, bucket: 'all' })
    return beforeFrom(soFar, soFarBefore, 'same-days')
  }

  return async (metric: MetricCard): Promise<Figure> => {
    const applies = place.trade === undefined || metric.breakdowns.includes('trade')
    if (!applies || !metric.collected) return { metric, applies, now: null, before: null, trend: [] }
    const trend = await rows(metric.id, { from: period.trendFrom, to: period.to, bucket: period.by })
    const [now, whole] = [trend.at(-1), trend.at(-2)]
    return {
      ...{ metric, applies },
      now: now === undefined ? null : seenOf(now),
      before: await beforeOf(metric, whole),
      trend: trend.map(({ bucketStart, value, suppressed }) => ({ bucketStart, value, suppressed })),
    }
  }
}

const seenOf = ({ value, p90, numerator, denominator, suppressed }: Row) => ({ value, p90, numerator, denominator, suppressed })

const beforeFrom = (row: Row | undefined, { from, to }: DayRange, basis: 'same-days' | 'whole' | 'end'): Figure['before'] =>
  row === undefined ? null : { ...seenOf(row), from: `${from}`, to: `${to}`, basis }
