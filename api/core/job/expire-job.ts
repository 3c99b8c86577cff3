import { isBefore } from '../clock.ts'
import { LIMIT } from '../limit.ts'
import { accept, type Result } from '../result.ts'
import { holdsSeat } from '../take/take.ts'
import { inState, type JobChange, jobEvent, unchanged } from './change.ts'
import type { Job } from './job.ts'

export const expiresAt = (job: Job): Temporal.Instant => job.terms.startsAt.add({ minutes: LIMIT.expireAfterStartMinutes })

/** A job nobody wanted or nobody paid for ends some time after it should have begun; anything else is left as it is. */
export function expireJob(job: Job, { now }: { now: Temporal.Instant }): Result<JobChange> {
  const mayExpire = job.state === 'open' || job.state === 'unpaid' || job.state === 'draft'
  const unwanted = mayExpire && !job.takes.some(holdsSeat)
  return accept(!unwanted || isBefore(now, expiresAt(job)) ? unchanged(job) : expired(job, now))
}

/** Of a draft nobody has heard, so nobody hears of its end. */
export function expired(job: Job, now: Temporal.Instant): JobChange {
  const over = inState(job, 'expired')
  const unpaid = job.state === 'unpaid'
  return { job: over, events: job.state === 'draft' ? [] : [jobEvent('jobExpired', { job: over, at: now }, { unpaid })] }
}
