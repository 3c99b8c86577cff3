import { isBefore } from '../clock.ts'
import type { JobId, PersonId, TakeId } from '../id.ts'
import type { Job } from '../job/job.ts'
import { RATING_STARS } from '../rating/rating.ts'
import type { Take } from '../take/take.ts'

/** From the worker's 收工 to his money: as soon as the first bound, or the next one. Beyond the last it is slow. */
export const PAID_WITHIN_HOURS = [2, 6, 24, 72] as const

/** What one job says of its employer. It only ever grows, so of two the one of the newer job is the truer. */
export interface EmployerMark {
  readonly job: JobId
  readonly version: number
  /** When the work was to begin. */
  readonly at: Temporal.Instant
  /** Somebody came and began. */
  readonly worked: boolean
  readonly insured: boolean
  /** Taken back although somebody had taken it. */
  readonly calledOff: boolean
  /** How many were paid within each of `PAID_WITHIN_HOURS`, and behind them how many later. */
  readonly paid: readonly number[]
  readonly dues: number
  readonly openDues: number
  readonly owedSince: Temporal.Instant | null
  /** How many gave one star, two … five. */
  readonly stars: readonly number[]
}

export const CAME = ['came', 'missed', 'left-late', 'none'] as const

/** What one job says of a worker who held a seat of it last by this take. */
export interface WorkerMark {
  readonly job: JobId
  readonly version: number
  readonly take: TakeId
  readonly at: Temporal.Instant
  /** `none`: nothing yet that would speak for or against him. */
  readonly came: (typeof CAME)[number]
  /** How long after the agreed hour he began; 0 where he was there in time. */
  readonly lateMinutes: number
  /** What the employer gave him, once it is shown; 0 for nothing. */
  readonly stars: number
}

export interface VersionedJob extends Job {
  readonly version: number
}

const countOf = (count: number, at: number): readonly number[] => Array.from({ length: count }, (_, index) => (index === at ? 1 : 0))
const sum = (rows: readonly (readonly number[])[], length: number): readonly number[] =>
  Array.from({ length }, (_, index) => rows.reduce((total, row) => total + (row[index] ?? 0), 0))

function paidBin({ finishedAt, paidAt }: Take): readonly number[] {
  if (finishedAt === null || paidAt === null) return []
  const hours = paidAt.since(finishedAt).total('hours')
  const bin = PAID_WITHIN_HOURS.findIndex((bound) => hours <= bound)
  return countOf(PAID_WITHIN_HOURS.length + 1, bin < 0 ? PAID_WITHIN_HOURS.length : bin)
}

/** undefined: nobody has begun it and nobody was turned away, so it says nothing yet. */
export function employerMarkOf(job: VersionedJob): EmployerMark | undefined {
  const { id, version, terms, takes, dues, owedSince } = job
  const worked = takes.some(({ startedAt }) => startedAt !== null)
  const calledOff = takes.some(({ freedBy }) => freedBy === 'employer')
  if (!worked && !calledOff && dues.length === 0) return undefined
  const given = takes.flatMap(({ ratingsShownAt, ratedByWorker }) =>
    ratingsShownAt !== null && ratedByWorker ? [ratedByWorker.stars] : [],
  )
  return {
    ...{ job: id, version, at: terms.startsAt, worked, insured: job.insuredAt !== null, calledOff },
    paid: sum(takes.map(paidBin), PAID_WITHIN_HOURS.length + 1),
    ...{ dues: dues.length, openDues: dues.filter(({ state }) => state === 'open').length, owedSince },
    stars: RATING_STARS.map((stars) => given.filter((each) => each === stars).length),
  }
}

/** undefined: he holds no seat of it and is not remembered to have held one. `lateHours`: from how long before the start on a hand-back is late. */
export function workerMarkOf(job: VersionedJob, worker: PersonId, lateHours: number): WorkerMark | undefined {
  const take = job.takes.findLast((each) => each.worker === worker)
  if (!take) return undefined
  const { startsAt } = job.terms
  const late = take.startedAt === null ? 0 : Math.max(0, Math.floor(take.startedAt.since(startsAt).total('minutes')))
  const stars = take.ratingsShownAt === null ? 0 : (take.ratedByEmployer?.stars ?? 0)
  const came = cameOf(take, startsAt.subtract({ hours: lateHours }))
  return { job: job.id, version: job.version, take: take.id, at: startsAt, came, lateMinutes: late, stars }
}

function cameOf({ state, startedAt, freedBy, freedAt }: Take, lateFrom: Temporal.Instant): WorkerMark['came'] {
  if (startedAt !== null) return 'came'
  if (state === 'missed') return 'missed'
  const isLate = freedBy === 'worker' && freedAt !== null && !isBefore(freedAt, lateFrom)
  return isLate ? 'left-late' : 'none'
}
