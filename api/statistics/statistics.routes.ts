import type { z } from 'zod'
import { alertMarks } from '../alert/explain.ts'
import type { Handlers } from '../contract/handler.ts'
import type { Caller } from '../contract/route.ts'
import {
  type Explanation,
  STATISTICS_CONTRACT,
  type StatisticsAnswer,
  type statisticsQuery,
  type VARIABLE_KINDS,
} from '../contract/statistics.contract.ts'
import type { Clock } from '../core/clock.ts'
import { instantText } from '../core/clock.ts'
import { accept, type Result, refuse } from '../core/result.ts'
import { can } from '../core/staff/policy.ts'
import { townshipsOf } from '../core/staff/scope.ts'
import { BUCKETS } from '../core/statistics/bucket.ts'
import { DEFINITIONS_VERSION, isMetricId } from '../core/statistics/catalogue.ts'
import { metricCards } from '../core/statistics/metric-card.ts'
import { type Season, seasonsIn } from '../core/statistics/season.ts'
import type { Store } from '../store/port.ts'
import { exportMetric } from './export-metric.ts'
import { isStale, queryMetric, sourceOf } from './query-metric.ts'
import { seeOverview } from './see-overview.ts'
import { BUCKET_NAME, SEASON_NAME, SEASON_TEXT } from './statistics-copy.ts'

export interface StatisticsParts {
  readonly store: Store
  readonly clock: Clock
  /** Whether this caller may be told of cells with a handful of people. */
  readonly maySeeSmall: (caller: Caller) => boolean
  readonly places: {
    readonly adcode: string
    readonly name: string
    readonly townships: readonly string[]
    readonly trades: readonly string[]
  }
}

type StatisticsHandlers = Pick<
  Handlers,
  'listMetrics' | 'queryMetric' | 'seeOverview' | 'exportMetric' | 'listVariable' | 'listExplanations' | 'statisticsHealth'
>

const asChoice = (text: string) => ({ value: text, text })

function choicesOf(kind: (typeof VARIABLE_KINDS)[number], { adcode, name, townships, trades }: StatisticsParts['places']) {
  switch (kind) {
    case 'counties':
      return [{ value: adcode, text: name }]
    case 'townships':
      return townships.map(asChoice)
    case 'trades':
      return trades.map(asChoice)
    case 'metrics':
      return metricCards().map((card) => ({ value: card.id, text: card.name }))
    case 'buckets':
      return BUCKETS.map((bucket) => ({ value: bucket, text: BUCKET_NAME[bucket] }))
  }
}

const seasonMark = ({ kind, from, to }: Season, region: string): Explanation => ({
  ...{ kind, title: SEASON_NAME[kind], text: SEASON_TEXT[kind], from: `${from}`, to: `${to}`, region },
  ...{ alert: null, rule: null },
})

/** Where somebody looks who says no place: the county, or his own township. */
const ownOf = ({ staff }: Caller): string | undefined => (staff === undefined ? undefined : townshipsOf(staff.scope)?.[0])

export function statisticsHandlers({ store, clock, maySeeSmall, places }: StatisticsParts): StatisticsHandlers {
  /** The dashboards' token sees the whole county; who works for some townships asks for one of them, and nobody for another county's. */
  function maySee({ staff, county }: Caller, region = county): boolean {
    if (staff === undefined) return true
    if (region === county) return can(staff, 'see-figures', { county, township: '' })
    return places.townships.includes(region) && can(staff, 'see-figures', { county, township: region })
  }

  async function answer(query: z.output<typeof statisticsQuery>, caller: Caller): Promise<Result<StatisticsAnswer>> {
    const { metric, from, to, ...how } = query
    if (!isMetricId(metric)) return refuse('not-found')
    /** A table of the townships tells of all of them, wherever else it is asked for. */
    if (!maySee(caller, how.breakdown === 'township' ? undefined : how.region)) return refuse('not-allowed')
    const days = { from: Temporal.PlainDate.from(from), to: Temporal.PlainDate.from(to) }
    return await queryMetric(
      store,
      { ...how, ...days, metric, county: caller.county },
      { now: clock.now(), maySeeSmall: maySeeSmall(caller) },
    )
  }

  return {
    listMetrics: async () => accept({ metrics: metricCards() }),
    queryMetric: ({ query, caller }) => answer(query, caller),
    async seeOverview({ query: { at, ...asked }, caller }) {
      const { region = ownOf(caller) } = asked
      if (!maySee(caller, region)) return refuse('not-allowed')
      const day = at === undefined ? undefined : Temporal.PlainDate.from(at)
      const question = { ...asked, region, at: day, county: caller.county }
      return await seeOverview(store, question, { now: clock.now(), maySeeSmall: maySeeSmall(caller) })
    },
    async exportMetric({ query, caller }) {
      const { format, ...asked } = query
      const answered = await answer(asked, caller)
      return answered.ok ? accept(exportMetric(answered.value, { format, county: caller.county })) : answered
    },
    listVariable: async ({ params }) => accept({ values: choicesOf(params.kind, places) }),
    async listExplanations({ query: { from, to, region }, caller }) {
      const days = { from: Temporal.PlainDate.from(from), to: Temporal.PlainDate.from(to) }
      if (days.to.year - days.from.year > YEARS_MAX) return refuse('bad-request', { field: 'to' })
      if (region !== undefined && !maySee(caller, region)) return refuse('not-allowed')
      const { demo } = await sourceOf(store, caller.county, clock.now())
      const township = region === caller.county ? undefined : region
      const marks = await alertMarks(store, caller, { from, to, township, demo })
      return accept({ events: [...seasonsIn(days).map((season) => seasonMark(season, caller.county)), ...marks] })
    },
    async statisticsHealth({ caller }) {
      const now = clock.now()
      const source = await sourceOf(store, caller.county, now)
      const { asOf, demo } = source
      const stale = isStale(source, now)
      return accept({ contract: STATISTICS_CONTRACT, definitionVersion: DEFINITIONS_VERSION, dataAsOf: instantText(asOf), stale, demo })
    },
  }
}

/** The Chinese calendar is known for some centuries; nobody looks at more than a few years. */
const YEARS_MAX = 20
