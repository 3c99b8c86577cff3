import type { TakeId } from '../id.ts'
import { type JobChange, takeEvent, takeInState, unchanged, withTake } from '../job/change.ts'
import type { Job } from '../job/job.ts'
import { accept, type Result } from '../result.ts'
import { advance } from './advance.ts'

/** The ledger has moved the pay; when it was the last one the job is settled and what is left returns. Saying it twice changes nothing. */
export function markPaid(job: Job, { take: id, now }: { take: TakeId; now: Temporal.Instant }): Result<JobChange> {
  const take = job.takes.find((each) => each.id === id)
  if (take?.state !== 'confirmed') return accept(unchanged(job))
  const paid = takeEvent('takePaid', { job, take, at: now }, { payFen: job.terms.payPerTakeFen })
  return accept(advance({ job: withTake(job, takeInState(take, 'paid')), events: [paid] }, now))
}
