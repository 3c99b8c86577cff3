import { isBefore } from '../clock.ts'
import { LIMIT } from '../limit.ts'
import { accept, type Result } from '../result.ts'
import { holdsSeat } from '../take/take.ts'
import { inState, type JobChange, jobEvent, unchanged } from './change.ts'
import type { Job } from './job.ts'

export const expiresAt = (job: Job): Temporal.Instant => job.terms.startsAt.add({ minutes: LIMIT.expireAfterStartMinutes })

/** A job nobody wanted ends some time after it should have begun; anything else is left as it is. */
export function expireJob(job: Job, { now }: { now: Temporal.Instant }): Result<JobChange> {
  const unwanted = (job.state === 'open' || job.state === 'draft') && !job.takes.some(holdsSeat)
  if (!unwanted || isBefore(now, expiresAt(job))) return accept(unchanged(job))
  const expired = inState(job, 'expired')
  return accept({ job: expired, events: job.state === 'draft' ? [] : [jobEvent('jobExpired', { job: expired, at: now }, {})] })
}
