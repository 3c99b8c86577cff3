import type { PersonId } from '../id.ts'
import { type JobChange, jobEvent, unchanged } from '../job/change.ts'
import type { Job, JobState } from '../job/job.ts'
import { accept, type Refused, type Result, refuse } from '../result.ts'
import { holdsSeat } from '../take/take.ts'
import { quotePremium } from './premium.ts'

const OVER: readonly JobState[] = ['done', 'settled', 'cancelled', 'expired']

export const isOver = (job: Job): boolean => OVER.includes(job.state)

/**
 * The employer wants every seat insured. Cover begins with the premium (`coverPaid`): a draft pays it together with the pay, so asking
 * again only changes something where the job is out already.
 */
export function insureJob(job: Job, { employer, now }: { employer: PersonId; now: Temporal.Instant }): Result<JobChange> {
  if (job.employer !== employer) return refuse('not-your-job')
  const no = whyNot(job)
  if (no) return no
  const quote = quotePremium(job.terms)
  if (!quote.ok) return quote
  if (job.coverAskedAt !== null) return accept(unchanged(job))
  if (job.state === 'unpaid') return refuse('pay-first')
  const asked = { ...job, coverAskedAt: now }
  if (job.state === 'draft') return accept({ job: asked, events: [] })
  return accept({ job: asked, events: [jobEvent('coverAsked', { job: asked, at: now }, { premiumFen: quote.value.totalFen })] })
}

function whyNot(job: Job): Refused | undefined {
  if (isOver(job)) return refuse('job-over')
  if (job.insuredAt !== null) return refuse('already-insured')
  return job.takes.some((take) => take.startedAt !== null) ? refuse('too-late-to-insure') : undefined
}

/** The premium has come in: seats that are taken are covered from now on, the others from when they are taken. Cover comes before work. */
export function coverPaid(job: Job, { now }: { now: Temporal.Instant }): JobChange {
  const quote = quotePremium(job.terms)
  if (whyNot(job) !== undefined || !quote.ok) return unchanged(job)
  const takes = job.takes.map((take) => (holdsSeat(take) ? { ...take, coveredFrom: now } : take))
  const insured = { ...job, takes, insuredAt: now, coverAskedAt: null }
  return { job: insured, events: [jobEvent('jobInsured', { job: insured, at: now }, { premiumFen: quote.value.totalFen })] }
}
