import { instantText, isBefore } from '../clock.ts'
import type { PersonId } from '../id.ts'
import { type Fen, timesFen } from '../money.ts'
import { accept, type Result, refuse } from '../result.ts'
import { inState, type JobChange, jobEvent } from './change.ts'
import type { Job, Terms } from './job.ts'

/** What the employer puts aside: every seat's pay for the whole job. */
export const holdFor = (terms: Terms): Fen => timesFen(terms.payPerTakeFen, terms.seats)

/** Opens a draft; the event holds the employer's funds. */
export function publishJob(job: Job, { employer, now }: { employer: PersonId; now: Temporal.Instant }): Result<JobChange> {
  if (job.employer !== employer) return refuse('not-your-job')
  if (job.state !== 'draft') return refuse('job-not-draft')
  if (!isBefore(now, job.terms.startsAt)) return refuse('start-in-past')
  const open = { ...inState(job, 'open'), publishedAt: now }
  const { seats, startsAt, terms } = { ...job.terms, terms: job.terms }
  return accept({
    job: open,
    events: [jobEvent('jobPublished', { job: open, at: now }, { seats, holdFen: holdFor(terms), startsAt: instantText(startsAt) })],
  })
}
