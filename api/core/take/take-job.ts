import { isBefore } from '../clock.ts'
import type { DomainEvent } from '../event.ts'
import type { PersonId, TakeId } from '../id.ts'
import { inState, type JobChange, jobEvent, publishedText, seatsLeft, takeEvent, takeOf, unchanged } from '../job/change.ts'
import type { Job } from '../job/job.ts'
import { firstDayEnd } from '../job/terms.ts'
import { LIMIT } from '../limit.ts'
import { type AgeLimits, closedByAge, NO_AGE_LIMITS } from '../person/age-limits.ts'
import { type LicenceRule, lackedLicence, licencesNeeded, type ValidLicence, workDays } from '../person/licence-rule.ts'
import { accept, type Refused, type Result, refuse } from '../result.ts'
import { holdsSeat, NEW_TAKE, type Take } from './take.ts'

export interface Grab {
  /** Made from the message's key, so that the same message is the same take. */
  readonly take: TakeId
  readonly worker: PersonId
  readonly now: Temporal.Instant
  readonly birthDay: Temporal.PlainDate
  /** One of the two has blocked the other: it is as if there were no such job. */
  readonly strangers?: boolean
  /** What the county closes at an age, besides what the law does. */
  readonly ageLimits?: AgeLimits
  readonly licences: readonly ValidLicence[]
  /** What the law asks for on which day; what it asked for when the job was posted stands in the terms. */
  readonly licenceRules?: readonly LicenceRule[]
  /** When the worker is promised elsewhere. */
  readonly busy: readonly { readonly number: string; readonly startsAt: Temporal.Instant; readonly endsAt: Temporal.Instant }[]
}

/** First come, first served: the seat is sold by the one conditional write of the document that this returns. */
export function takeJob(job: Job, grab: Grab): Result<JobChange> {
  if (job.takes.some((take) => take.id === grab.take)) return accept(unchanged(job))
  const no = whyNot(job, grab)
  if (no) return no
  const { worker, now } = grab
  const take: Take = {
    ...NEW_TAKE,
    id: grab.take,
    worker,
    takenAt: now,
    coveredFrom: job.insuredAt === null ? null : now,
    wrongCodes: job.takes.findLast((older) => older.worker === worker)?.wrongCodes ?? 0,
  }
  const kept = recentTakes(job, worker)
  const forgotten = job.takes.filter((older) => older.freedBy === 'worker' && !kept.includes(older)).length
  const taken: Job = {
    ...{ ...job, takes: [...kept, take], firstTakenAt: job.firstTakenAt ?? now },
    forgottenHandBacks: job.forgottenHandBacks + forgotten,
  }
  const facts = { insured: take.coveredFrom !== null, publishedAt: publishedText(job), first: job.firstTakenAt === null }
  const events: DomainEvent[] = [takeEvent('jobTaken', { job, take, at: now }, facts)]
  if (seatsLeft(taken) > 0 || taken.state !== 'open') return accept({ job: taken, events })
  const filled = inState(taken, 'filled')
  return accept({ job: filled, events: [...events, jobEvent('jobFilled', { job: filled, at: now, again: take.id }, {})] })
}

function whyNot(job: Job, grab: Grab): Refused | undefined {
  if (job.employer === grab.worker) return refuse('own-job')
  if (job.state === 'draft' || job.state === 'unpaid') return refuse('job-not-found')
  if (takeOf(job, grab.worker)) return refuse('already-taken')
  if (grab.strangers) return refuse('job-not-found')
  if (job.state === 'filled') return refuse('job-full')
  if (job.state !== 'open' && job.state !== 'working') return refuse('job-not-open')
  if (!isBefore(grab.now, firstDayEnd(job.terms))) return refuse('job-not-open')
  if (seatsLeft(job) <= 0) return refuse('job-full')
  const needed = licencesNeeded(grab.licenceRules ?? [], job.terms, workDays(job.terms))
  const missing = lackedLicence(needed, grab.licences)
  if (missing) return refuse('licence-missing', { licence: missing })
  const closed = closedByAge({ ...job.terms, licences: [...needed.keys()] }, grab.birthDay, grab.ageLimits ?? NO_AGE_LIMITS)
  if (closed) return closed
  const clash = grab.busy.find(
    ({ number, startsAt, endsAt }) => number !== job.number && isBefore(startsAt, job.terms.endsAt) && isBefore(job.terms.startsAt, endsAt),
  )
  return clash && refuse('time-clash', { number: clash.number })
}

/** Given-up takes are kept as history, but not without end: the worker's own older ones go, and the oldest beyond the limit. */
function recentTakes(job: Job, worker: PersonId): readonly Take[] {
  const others = job.takes.filter((take) => holdsSeat(take) || take.worker !== worker)
  const surplus = others.filter((take) => !holdsSeat(take)).length - LIMIT.givenUpTakesPerJob
  if (surplus <= 0) return others
  const dropped = new Set(others.filter((take) => !holdsSeat(take)).slice(0, surplus))
  return others.filter((take) => !dropped.has(take))
}
