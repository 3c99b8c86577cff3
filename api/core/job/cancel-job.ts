import { isBefore } from '../clock.ts'
import type { PersonId } from '../id.ts'
import { accept, type Result, refuse } from '../result.ts'
import { holdsSeat } from '../take/take.ts'
import { inState, type JobChange, jobEvent, takeEvent, takeInState } from './change.ts'
import type { Job } from './job.ts'

/**
 * The employer takes a job back while nobody has started; every seat is freed and the funds return. From the hour of the start on, whoever
 * holds a seat may have come: the funds stay until the job is worked or closed.
 */
export function cancelJob(job: Job, { employer, now }: { employer: PersonId; now: Temporal.Instant }): Result<JobChange> {
  if (job.employer !== employer) return refuse('not-your-job')
  if (job.state === 'working') return refuse('cancel-too-late')
  if (job.state !== 'draft' && job.state !== 'open' && job.state !== 'filled') return refuse('job-over')
  const freed = job.takes.filter(holdsSeat)
  if (freed.length > 0 && !isBefore(now, job.terms.startsAt)) return refuse('cancel-too-late')
  const cancelled = {
    ...inState(job, 'cancelled'),
    takes: job.takes.map((take) => (holdsSeat(take) ? takeInState(take, 'cancelled') : take)),
  }
  if (job.state === 'draft') return accept({ job: cancelled, events: [] })
  return accept({
    job: cancelled,
    events: [
      ...freed.map((take) => takeEvent('takeCancelled', { job: cancelled, take, at: now }, {})),
      jobEvent('jobCancelled', { job: cancelled, at: now }, { workers: freed.map((take) => take.worker) }),
    ],
  })
}
