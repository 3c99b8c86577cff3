import { isBefore } from '../clock.ts'
import type { PersonId } from '../id.ts'
import { type Fen, fen, NO_FEN } from '../money.ts'
import { accept, type Result, refuse } from '../result.ts'
import { holdsSeat, type Take } from '../take/take.ts'
import { inState, type JobChange, jobEvent, takeEvent, takeInState } from './change.ts'
import { owe } from './dues.ts'
import type { Job } from './job.ts'
import { holdFor } from './publish-job.ts'

/** What the county lets an employer pay who takes a job back late: a share of one day's pay to each seat that is held. */
export interface LateCancelRule {
  readonly withinHours: number
  /** 2 000 to 5 000: 20 to 50 %. */
  readonly basisPoints: number
}

interface Cancellation {
  readonly employer: PersonId
  readonly now: Temporal.Instant
  readonly rule: LateCancelRule
  /** Rain, flood, frost: nobody's fault, so nobody pays for it. */
  readonly weather?: boolean
}

/** What each held seat gets when the job is taken back now; nothing while there is time enough to find other work. */
export function compensationFor(job: Job, { now, rule, weather = false }: Omit<Cancellation, 'employer'>): Fen {
  const isLate = !isBefore(now, job.terms.startsAt.subtract({ hours: rule.withinHours }))
  if (weather || !isLate) return NO_FEN
  return fen(Math.floor((Math.floor(job.terms.payPerTakeFen / job.terms.days) * rule.basisPoints) / 10_000))
}

/**
 * The employer takes a job back while nobody has started; every seat is freed and the funds return, less what a late word costs. From the
 * hour of the start on, whoever holds a seat may have come: the funds stay until the job is worked or closed.
 */
export function cancelJob(job: Job, asked: Cancellation): Result<JobChange> {
  const { employer, now } = asked
  if (job.employer !== employer) return refuse('not-your-job')
  if (job.state === 'working') return refuse('cancel-too-late')
  if (job.state !== 'draft' && job.state !== 'unpaid' && job.state !== 'open' && job.state !== 'filled') return refuse('job-over')
  const freed = job.takes.filter(holdsSeat)
  if (freed.length > 0 && !isBefore(now, job.terms.startsAt)) return refuse('cancel-too-late')
  const freedBy = asked.weather ? 'weather' : 'employer'
  const takes = job.takes.map((take): Take => (holdsSeat(take) ? { ...takeInState(take, 'cancelled'), freedBy, freedAt: now } : take))
  const cancelled = { ...inState(job, 'cancelled'), takes }
  if (job.state === 'draft') return accept({ job: cancelled, events: [] })
  const compensated = compensate({ job: cancelled, events: [] }, freed, { ...asked, amountFen: compensationFor(job, asked) })
  const over = { seats: job.terms.seats, workers: freed.map((take) => take.worker), unpaid: job.state === 'unpaid' }
  const event = jobEvent('jobCancelled', { job: compensated.job, at: now }, over)
  return accept({ job: compensated.job, events: [...compensated.events, event] })
}

interface Compensation {
  readonly now: Temporal.Instant
  readonly weather?: boolean
  readonly amountFen: Fen
}

/** Out of what was put aside where there is anything, else as a debt. */
function compensate({ job }: JobChange, freed: readonly Take[], about: Compensation): JobChange {
  const { now, weather = false, amountFen: compensationFen } = about
  const heldFen = job.funding === 'escrow' ? compensationFen : NO_FEN
  const events = freed.map((take) => takeEvent('takeCancelled', { job, take, at: now }, { compensationFen, heldFen, weather }))
  const owed = freed.map(({ id, worker }) => ({
    take: id,
    worker,
    kind: 'compensation' as const,
    amountFen: fen(compensationFen - heldFen),
  }))
  return owe({ job, events }, owed, now)
}

export interface CancelQuote {
  /** Who holds a seat now. */
  readonly people: number
  readonly perSeatFen: Fen
  readonly returnsFen: Fen
}

/** What taking the job back now would cost and return, or why it cannot be. */
export function quoteCancel(job: Job, asked: Cancellation): Result<CancelQuote> {
  const cancelled = cancelJob(job, asked)
  if (!cancelled.ok) return cancelled
  const people = job.takes.filter(holdsSeat).length
  const perSeatFen = people === 0 ? NO_FEN : compensationFor(job, asked)
  const isHeld = job.funding === 'escrow' && job.publishedAt !== null
  const returnsFen = isHeld ? fen(Math.max(0, holdFor(job.terms) - people * perSeatFen)) : NO_FEN
  return accept({ people, perSeatFen, returnsFen })
}
