import type { Board } from '../contract/hall.contract.ts'
import { type Clock, countyDay, instantText } from '../core/clock.ts'
import { seatsLeft } from '../core/job/change.ts'
import type { Job } from '../core/job/job.ts'
import { LIMIT } from '../core/limit.ts'
import { maskDigits } from '../core/person/mask.ts'
import { wholeBuckets } from '../core/statistics/bucket.ts'
import type { MetricId } from '../core/statistics/catalogue.ts'
import { metricCard } from '../core/statistics/metric-card.ts'
import { listJobs } from '../job/list-jobs.ts'
import type { NameOf } from '../job/show-job.ts'
import { queryMetric, sourceOf } from '../statistics/query-metric.ts'
import type { Store } from '../store/port.ts'

export interface BoardPorts {
  readonly store: Store
  readonly county: string
  readonly countyName: string
  readonly clock: Clock
  readonly nameOf: NameOf
}

/** What a county shows of itself in its own hall; figures of the whole county, so nobody is told apart by them. */
const FIGURES: readonly { readonly metric: MetricId; readonly of: Board['figures'][number]['of'] }[] = [
  { metric: 'jobs_posted', of: 'today' },
  { metric: 'seats_posted', of: 'today' },
  { metric: 'orders_completed', of: 'today' },
  { metric: 'workers_new', of: 'today' },
  { metric: 'orders_completed', of: 'month' },
  { metric: 'amount_settled', of: 'month' },
  { metric: 'insurance_coverage', of: 'month' },
  { metric: 'workers_total', of: 'end' },
]

const boardJob = async (job: Job, nameOf: NameOf): Promise<Board['jobs'][number]> => ({
  ...{ number: job.number, seatsLeft: seatsLeft(job), insured: job.insuredAt !== null, employerName: await nameOf(job.employer) },
  ...{ trade: job.terms.trade, pay: job.terms.pay, days: job.terms.days, seats: job.terms.seats, township: job.terms.township },
  ...{ content: maskDigits(job.terms.content), place: maskDigits(job.terms.place) },
  ...{ licences: [...job.terms.licences], startsAt: instantText(job.terms.startsAt) },
})

async function figureOf({ store, county, clock }: BoardPorts, { metric, of }: (typeof FIGURES)[number]): Promise<Board['figures'][number]> {
  const now = clock.now()
  const today = countyDay(now)
  const bucket = of === 'month' ? 'month' : 'day'
  const range = wholeBuckets({ from: today, to: today.add({ days: 1 }) }, bucket)
  const answer = await queryMetric(store, { county, metric, bucket, breakdown: 'none', ...range }, { now, maySeeSmall: false })
  const { id, name, unit } = metricCard(metric)
  return { metric: { id, name, unit }, of, value: answer.ok ? (answer.value.rows[0]?.value ?? null) : null }
}

export async function seeBoard(ports: BoardPorts): Promise<Board> {
  const { store, county, countyName, clock, nameOf } = ports
  const now = clock.now()
  const [{ jobs, next }, source, figures] = await Promise.all([
    listJobs({ store, county }, { limit: LIMIT.jobsOnBoard }, now),
    sourceOf(store, county, now),
    Promise.all(FIGURES.map((figure) => figureOf(ports, figure))),
  ])
  return {
    ...{ county: countyName, today: `${countyDay(now)}`, dataAsOf: instantText(source.asOf), demo: source.demo },
    ...{ jobs: await Promise.all(jobs.map((job) => boardJob(job, nameOf))), more: next !== null, figures },
  }
}
