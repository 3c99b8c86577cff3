import type { Handlers } from '../contract/handler.ts'
import type { Caller } from '../contract/route.ts'
import type { Clock } from '../core/clock.ts'
import { accept, refuse } from '../core/result.ts'
import { isMetricId } from '../core/statistics/catalogue.ts'
import { metricCards } from '../core/statistics/metric-card.ts'
import type { Store } from '../store/port.ts'
import { queryMetric } from './query-metric.ts'

export interface StatisticsParts {
  readonly store: Store
  readonly clock: Clock
  /** Whether this caller may be told of cells with a handful of people. */
  readonly maySeeSmall: (caller: Caller) => boolean
}

export const statisticsHandlers = ({ store, clock, maySeeSmall }: StatisticsParts): Pick<Handlers, 'listMetrics' | 'queryMetric'> => ({
  listMetrics: async () => accept({ metrics: metricCards() }),
  queryMetric: async ({ query, caller }) => {
    const { metric, from, to, region, ...how } = query
    if (!isMetricId(metric)) return refuse('not-found')
    const days = { from: Temporal.PlainDate.from(from), to: Temporal.PlainDate.from(to) }
    const where = region === undefined ? {} : { region }
    return await queryMetric(
      store,
      { ...how, ...days, ...where, metric, county: caller.county },
      { now: clock.now(), maySeeSmall: maySeeSmall(caller) },
    )
  },
})
