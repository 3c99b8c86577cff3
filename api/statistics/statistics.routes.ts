import type { Handlers } from '../contract/handler.ts'
import type { Caller } from '../contract/route.ts'
import type { Clock } from '../core/clock.ts'
import { accept, refuse } from '../core/result.ts'
import { can } from '../core/staff/policy.ts'
import { isMetricId } from '../core/statistics/catalogue.ts'
import { metricCards } from '../core/statistics/metric-card.ts'
import type { Store } from '../store/port.ts'
import { queryMetric } from './query-metric.ts'

/** The dashboards' token sees the whole county; who works for some townships asks for one of them. */
const maySee = ({ staff, county }: Caller, region = county): boolean =>
  staff === undefined || can(staff, 'see-figures', { county, township: region === county ? '' : region })

export const statisticsHandlers = ({ store, clock }: { store: Store; clock: Clock }): Pick<Handlers, 'listMetrics' | 'queryMetric'> => ({
  listMetrics: async () => accept({ metrics: metricCards() }),
  queryMetric: async ({ query, caller }) => {
    const { metric, from, to, region, ...how } = query
    if (!isMetricId(metric)) return refuse('not-found')
    const days = { from: Temporal.PlainDate.from(from), to: Temporal.PlainDate.from(to) }
    if (!maySee(caller, region)) return refuse('not-allowed')
    const where = region === undefined ? {} : { region }
    return await queryMetric(store, { ...how, ...days, ...where, metric, county: caller.county }, clock.now())
  },
})
