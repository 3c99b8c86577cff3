import type { FiguresInChat } from '../contract/figures-in-chat.contract.ts'
import { countyDay, instantText } from '../core/clock.ts'
import { accept, type Result, refuse } from '../core/result.ts'
import { can, type StaffRights } from '../core/staff/policy.ts'
import { townshipsOf } from '../core/staff/scope.ts'
import { isMetricId, type MetricId } from '../core/statistics/catalogue.ts'
import { metricCard } from '../core/statistics/metric-card.ts'
import { periodOf } from '../core/statistics/period.ts'
import type { PeriodKind } from '../core/statistics/period-kind.ts'
import type { Store } from '../store/port.ts'
import { queryMetric, sourceOf } from './query-metric.ts'
import { createLook } from './see-overview.ts'

export interface AskedInChat {
  readonly metrics: readonly string[]
  readonly by: PeriodKind
  readonly at?: string | undefined
  readonly breakdown: 'none' | 'township'
}

interface Ports {
  readonly store: Store
  readonly county: string
  readonly now: Temporal.Instant
}

/**
 * What a member of staff is told in chat: the very figures of every other front end, for the county or the township that he works for. Handfuls
 * of people are kept back from him whatever else he may see, for a phone is looked at by others too.
 */
export async function figuresInChat(
  { store, county, now }: Ports,
  staff: StaffRights,
  { metrics, by, at, breakdown }: AskedInChat,
): Promise<Result<FiguresInChat>> {
  if (!can(staff, 'see-figures')) return refuse('not-allowed')
  const ids = metrics.filter(isMetricId)
  const [first] = ids
  if (first === undefined || ids.length < metrics.length) return refuse('bad-request', { field: 'query.metrics' })
  const today = countyDay(now)
  const day = at === undefined ? today : Temporal.PlainDate.from(at)
  if (Temporal.PlainDate.compare(day, today) > 0) return refuse('bad-request', { field: 'query.at' })
  const period = periodOf(by, day, today)
  const townships = townshipsOf(staff.scope)
  const [region = county] = townships ?? []
  const asking = { now, maySeeSmall: false }
  const look = createLook(store, { county, region, trade: undefined }, { period, asking })
  const figures = await Promise.all(ids.map((id) => look(metricCard(id))))
  const source = await sourceOf(store, county, now)
  const isByTownship = breakdown === 'township' || (townships?.length ?? 0) > 1
  return accept({
    ...{ by, from: `${period.from}`, to: `${period.to}`, isOpen: period.isOpen, region },
    ...{ dataAsOf: instantText(source.asOf), demo: source.demo },
    figures: figures.map(({ trend: _, ...figure }) => figure),
    townships: isByTownship ? await byTownship(first) : [],
  })

  async function byTownship(metric: MetricId): Promise<FiguresInChat['townships']> {
    if (!metricCard(metric).breakdowns.includes('township')) return []
    const { from, to } = period
    const asked = await queryMetric(store, { county, metric, bucket: by, breakdown: 'township', from, to }, asking)
    const rows = asked.ok ? asked.value.rows : []
    const own = rows.filter((row) => row.region !== '' && can(staff, 'see-figures', { county, township: row.region }))
    return own.map(({ region, value, suppressed }) => ({ region, value, suppressed }))
  }
}
