import { isBefore } from '../clock.ts'
import { LIMIT } from '../limit.ts'
import { accept, type Result } from '../result.ts'
import { type JobChange, jobEvent, unchanged } from './change.ts'
import { openDues, owedFen } from './dues.ts'
import type { Job } from './job.ts'

/** From when on what is owed counts as withheld pay. */
export const arrearsFrom = (owedSince: Temporal.Instant): Temporal.Instant => owedSince.add({ hours: LIMIT.arrearsAfterHours })

/** Tells once that an employer has owed somebody for too long; again only where something else has fallen due and stayed so. */
export function markArrears(job: Job, { now }: { now: Temporal.Instant }): Result<JobChange> {
  const { owedSince } = job
  if (owedSince === null || isBefore(now, arrearsFrom(owedSince)) || job.arrearsOf?.equals(owedSince) === true)
    return accept(unchanged(job))
  const marked = { ...job, arrearsOf: owedSince }
  const facts = { owedFen: owedFen(job), workers: [...new Set(openDues(job).map(({ worker }) => worker))] }
  return accept({
    job: marked,
    events: [jobEvent('jobInArrears', { job: marked, at: now, again: `${owedSince.epochMilliseconds}` }, facts)],
  })
}
