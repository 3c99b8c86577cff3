import type { PersonId } from '../id.ts'
import { coverPaid, insureJob } from '../policy/insure-job.ts'
import { accept, type Result } from '../result.ts'
import type { JobChange } from './change.ts'
import type { Job } from './job.ts'
import { fundJob, publishJob } from './publish-job.ts'

interface By {
  readonly employer: PersonId
  readonly now: Temporal.Instant
}

const then = (first: Result<JobChange>, next: (job: Job) => JobChange): Result<JobChange> => {
  if (!first.ok) return first
  const { job, events } = next(first.value.job)
  return accept({ job, events: [...first.value.events, ...events] })
}

/** A job whose money comes in with the same breath: a story that is only retold waits for nobody to pay. */
export const publishPaid = (job: Job, by: By): Result<JobChange> => then(publishJob(job, by), (asked) => fundJob(asked, by))

export const insurePaid = (job: Job, by: By): Result<JobChange> => then(insureJob(job, by), (asked) => coverPaid(asked, by))
