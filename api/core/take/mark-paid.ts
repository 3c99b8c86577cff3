import { instantText } from '../clock.ts'
import type { TakeId } from '../id.ts'
import { type JobChange, takeEvent, takeInState, unchanged, withTake } from '../job/change.ts'
import { openPayDues } from '../job/dues.ts'
import type { Job } from '../job/job.ts'
import { type Fen, NO_FEN } from '../money.ts'
import { accept, type Result } from '../result.ts'
import { advance } from './advance.ts'
import { payOf } from './pay-agreed.ts'

interface Moved {
  readonly take: TakeId
  readonly now: Temporal.Instant
  /** What was withheld from all that was paid for the take. */
  readonly taxFen?: Fen
}

/**
 * The ledger has moved pay; a take of which nothing is owed any more is paid, and with the last one the job is settled and what is left
 * returns. Saying it twice changes nothing.
 */
export function markPaid(job: Job, { take: id, now, taxFen = NO_FEN }: Moved): Result<JobChange> {
  const take = job.takes.find((each) => each.id === id)
  if (take?.state !== 'confirmed' || openPayDues(job, id).length > 0) return accept(unchanged(job))
  const cash = take.paidBy === 'cash'
  const facts = { payFen: payOf(job, take), taxFen, cash, confirmedAt: instantText(take.confirmedAt ?? now) }
  const paid = takeEvent('takePaid', { job, take, at: now }, facts)
  const marked = { ...takeInState(take, 'paid'), paidBy: take.paidBy ?? ('wallet' as const), paidAt: now }
  return accept(advance({ job: withTake(job, marked), events: [paid] }, now))
}
