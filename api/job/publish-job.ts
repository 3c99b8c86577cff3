import { instantText } from '../core/clock.ts'
import type { PersonId } from '../core/id.ts'
import type { Funding, Job } from '../core/job/job.ts'
import type { Poster } from '../core/job/poster.ts'
import { publishJob as decidePublish, holdFor } from '../core/job/publish-job.ts'
import { LIMIT } from '../core/limit.ts'
import type { Fen } from '../core/money.ts'
import { type Refused, type Result, refuse } from '../core/result.ts'
import { createGate } from '../store/gate.ts'
import type { Once } from '../store/once.ts'
import type { JobDesk } from './edit-job.ts'
import { jobs } from './job.collection.ts'
import { countJobs, type ListJobsPorts } from './list-jobs.ts'

interface Publishing {
  readonly employer: PersonId
  readonly number: string
  readonly payBy: 'online' | 'cash'
  readonly call: Once
  readonly now: Temporal.Instant
}

export interface PublishJobPorts extends ListJobsPorts {
  readonly desk: Pick<JobDesk, 'byNumber' | 'editByNumber'>
  /** How the county moves money: `offline` means from hand to hand only. */
  readonly pay: { readonly online: boolean; readonly cash: boolean }
  /** The "no" to publishing in a company's name; undefined where it may. */
  readonly whyNotFor: (poster: Poster, person: PersonId, now: Temporal.Instant) => Promise<Refused | undefined>
  /** Lets the employer's credit line carry a job; false where it has no room or there is none. Saying it twice takes its room once. */
  readonly lend: (asked: { readonly employer: PersonId; readonly job: Job; readonly amountFen: Fen }) => Promise<boolean>
}

const LINE = { holdMs: 15_000, waitingMax: 1000 }

/** Whether the employer has owed a worker for longer than the county puts up with. */
async function owesTooLong({ store, county }: ListJobsPorts, employer: PersonId, now: Temporal.Instant): Promise<boolean> {
  const below = instantText(now.subtract({ hours: LIMIT.arrearsAfterHours }).add({ milliseconds: 1 }))
  const range = { field: 'owedSince', from: '', below }
  return (await store.find(jobs, { index: 'owedBy', county, equals: { employer }, range, limit: 1 })).docs.length > 0
}

/**
 * Opens a draft, or asks for the money that opens it. What one employer publishes in this process goes one after the other, so that the
 * open jobs are counted rightly; no document knows how many there are, so two processes may let one more through.
 */
export function createPublishJob(ports: PublishJobPorts) {
  const line = createGate(LINE)

  async function fundingFor({ employer, number, payBy }: Publishing): Promise<Result<never> | Funding> {
    const { cash, online } = ports.pay
    if (payBy === 'cash' || !online) return cash ? 'cash' : refuse('cash-not-allowed')
    const job = await ports.desk.byNumber(number)
    const isOwnDraft = job?.state === 'draft' && job.employer === employer
    return isOwnDraft && (await ports.lend({ employer, job, amountFen: holdFor(job.terms) })) ? 'credit' : 'escrow'
  }

  async function publish(asked: Publishing): Promise<Result<Job>> {
    const { employer, number, call, now } = asked
    const job = await ports.desk.byNumber(number)
    const no = job?.state === 'draft' && job.employer === employer ? await ports.whyNotFor(job.poster, employer, now) : undefined
    if (no) return no
    const [openJobs, unpaidJobs, inArrears] = await Promise.all([
      countJobs(ports, employer, 'open'),
      countJobs(ports, employer, 'unpaid'),
      owesTooLong(ports, employer, now),
    ])
    const funding = await fundingFor(asked)
    if (typeof funding !== 'string') return funding
    const about = { employer, now, openJobs: openJobs + unpaidJobs, inArrears, funding }
    return ports.desk.editByNumber(number, (job) => decidePublish(job, about), { call })
  }

  return (asked: Publishing): Promise<Result<Job>> => line.run(asked.employer, () => publish(asked))
}
