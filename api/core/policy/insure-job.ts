import type { PersonId } from '../id.ts'
import { type JobChange, jobEvent } from '../job/change.ts'
import type { Job, JobState } from '../job/job.ts'
import { accept, type Result, refuse } from '../result.ts'
import { holdsSeat } from '../take/take.ts'
import { quotePremium } from './premium.ts'

const OVER: readonly JobState[] = ['done', 'settled', 'cancelled', 'expired']

export const isOver = (job: Job): boolean => OVER.includes(job.state)

/** The employer insures every seat: those taken are covered from now on, the others from when they are taken. Cover comes before work. */
export function insureJob(job: Job, { employer, now }: { employer: PersonId; now: Temporal.Instant }): Result<JobChange> {
  if (job.employer !== employer) return refuse('not-your-job')
  if (isOver(job)) return refuse('job-over')
  if (job.insuredAt !== null) return refuse('already-insured')
  const quote = quotePremium(job.terms)
  if (!quote.ok) return quote
  if (job.takes.some((take) => take.startedAt !== null)) return refuse('too-late-to-insure')
  const takes = job.takes.map((take) => (holdsSeat(take) ? { ...take, coveredFrom: now } : take))
  const insured = { ...job, takes, insuredAt: now }
  return accept({ job: insured, events: [jobEvent('jobInsured', { job: insured, at: now }, { premiumFen: quote.value.totalFen })] })
}
