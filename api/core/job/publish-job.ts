import { instantText, isBefore } from '../clock.ts'
import type { PersonId } from '../id.ts'
import { LIMIT } from '../limit.ts'
import { type Fen, timesFen } from '../money.ts'
import { accept, type Result, refuse } from '../result.ts'
import { inState, type JobChange, jobEvent } from './change.ts'
import type { Job, Terms } from './job.ts'

/** What the employer puts aside: every seat's pay for the whole job. */
export const holdFor = (terms: Terms): Fen => timesFen(terms.payPerTakeFen, terms.seats)

interface Publication {
  readonly employer: PersonId
  readonly now: Temporal.Instant
  /** Jobs the employer has open already; where a story is only retold nobody counts them. */
  readonly openJobs?: number
}

/** Opens a draft; the event holds the employer's funds. */
export function publishJob(job: Job, { employer, now, openJobs = 0 }: Publication): Result<JobChange> {
  if (job.employer !== employer) return refuse('not-your-job')
  if (job.state !== 'draft') return refuse('job-not-draft')
  if (!isBefore(now, job.terms.startsAt)) return refuse('start-in-past')
  if (openJobs >= LIMIT.openJobsPerEmployer) return refuse('too-many-open-jobs', { limit: LIMIT.openJobsPerEmployer })
  const open = { ...inState(job, 'open'), publishedAt: now }
  const { seats, startsAt, terms } = { ...job.terms, terms: job.terms }
  return accept({
    job: open,
    events: [jobEvent('jobPublished', { job: open, at: now }, { seats, holdFen: holdFor(terms), startsAt: instantText(startsAt) })],
  })
}
