import { isBefore } from '../clock.ts'
import type { DomainEvent } from '../event.ts'
import type { PersonId } from '../id.ts'
import { LIMIT } from '../limit.ts'
import { addFen, type Fen, NO_FEN, timesFen } from '../money.ts'
import { quotePremium } from '../policy/premium.ts'
import { accept, type Result, refuse } from '../result.ts'
import { inState, type JobChange, jobEvent, unchanged } from './change.ts'
import { expired, expiresAt } from './expire-job.ts'
import type { Funding, Job, Terms } from './job.ts'

/** What the employer puts aside: every seat's pay for the whole job. */
export const holdFor = (terms: Terms): Fen => timesFen(terms.payPerTakeFen, terms.seats)

/** The premiums that are paid together with the pay; nothing where no cover was asked for. */
export function premiumFor({ coverAskedAt, terms }: Job): Fen {
  const quote = quotePremium(terms)
  return coverAskedAt !== null && quote.ok ? quote.value.totalFen : NO_FEN
}

interface Publication {
  readonly employer: PersonId
  readonly now: Temporal.Instant
  /** Jobs the employer has open already; where a story is only retold nobody counts them. */
  readonly openJobs?: number
  /** Whether the employer has owed somebody for longer than the county puts up with. */
  readonly inArrears?: boolean
  readonly funding?: Funding
}

/**
 * The employer's word that a draft is to go out. With an escrow it waits for the money, which `fundJob` tells of; an employer who is trusted
 * or pays in cash goes out at once.
 */
export function publishJob(job: Job, asked: Publication): Result<JobChange> {
  const { employer, now, openJobs = 0, inArrears = false, funding = 'escrow' } = asked
  if (job.employer !== employer) return refuse('not-your-job')
  if (job.state !== 'draft') return refuse('job-not-draft')
  if (!isBefore(now, job.terms.startsAt)) return refuse('start-in-past')
  if (openJobs >= LIMIT.openJobsPerEmployer) return refuse('too-many-open-jobs', { limit: LIMIT.openJobsPerEmployer })
  if (inArrears) return refuse('in-arrears')
  if (funding !== 'escrow') return accept(opened({ ...job, funding }, now))
  const unpaid = inState(job, 'unpaid')
  const amountFen = addFen(holdFor(job.terms), premiumFor(job))
  return accept({ job: unpaid, events: [jobEvent('holdAsked', { job: unpaid, at: now }, { amountFen })] })
}

/** The money has come in: the job opens, with the cover that was paid for. What came too late to open it leaves it as it is or ends it. */
export function fundJob(job: Job, { now }: { now: Temporal.Instant }): JobChange {
  if (job.state !== 'unpaid') return unchanged(job)
  if (!isBefore(now, expiresAt(job))) return expired(job, now)
  if (job.coverAskedAt === null) return opened(job, now)
  const covered = { ...job, insuredAt: now, coverAskedAt: null }
  const insured = jobEvent('jobInsured', { job: covered, at: now }, { premiumFen: premiumFor(job) })
  const { job: open, events } = opened(covered, now)
  return { job: open, events: [...events, insured] }
}

function opened(job: Job, now: Temporal.Instant): JobChange {
  const open = { ...inState(job, 'open'), publishedAt: now }
  const { seats } = job.terms
  const holdFen = job.funding === 'escrow' ? holdFor(job.terms) : NO_FEN
  const events: DomainEvent[] = [jobEvent('jobPublished', { job: open, at: now }, { seats, holdFen })]
  if (job.coverAskedAt !== null) events.push(jobEvent('coverAsked', { job: open, at: now }, { premiumFen: premiumFor(job) }))
  return { job: open, events }
}
