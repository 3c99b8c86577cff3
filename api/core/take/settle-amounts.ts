import type { PersonId, TakeId } from '../id.ts'
import { type JobChange, withTake } from '../job/change.ts'
import type { Job } from '../job/job.ts'
import { LIMIT } from '../limit.ts'
import { fen } from '../money.ts'
import { accept, type Refused, type Result, refuse } from '../result.ts'
import { confirmTakes } from './confirm-work.ts'
import { payOf } from './pay-agreed.ts'
import { proposePay } from './propose-pay.ts'
import type { Take } from './take.ts'

export interface Amount {
  readonly take: string
  readonly amountFen: number
  readonly reason: string
}

interface Settlement {
  readonly employer: PersonId
  readonly amounts: readonly Amount[]
  readonly now: Temporal.Instant
}

/**
 * The employer names what each finished worker gets. As much as agreed or more is confirmed at once; less needs a reason and the worker's
 * consent, and until then that worker's pay stays held. All or nothing: one wrong amount refuses the whole bill.
 */
export function settleAmounts(job: Job, { employer, amounts, now }: Settlement): Result<JobChange> {
  if (job.employer !== employer) return refuse('not-your-job')
  if (new Set(amounts.map(({ take }) => take)).size < amounts.length) return refuse('bad-request', { field: 'amounts' })
  let change: JobChange = { job, events: [] }
  const agreed: TakeId[] = []
  for (const amount of amounts) {
    const take = change.job.takes.find(({ id }) => id === amount.take)
    const no = whyNot(take, amount)
    if (take === undefined || no !== undefined) return no ?? refuse('no-take')
    if (amount.amountFen < payOf(job, take)) {
      const asked = { ...amount, take: take.id, kind: 'deduction', by: 'employer', now, workerAge: 0 } as const
      const proposed = proposePay(change.job, asked)
      if (!proposed.ok) return proposed
      change = { job: proposed.value.job, events: [...change.events, ...proposed.value.events] }
    } else {
      change = { ...change, job: withTake(change.job, { ...take, agreedFen: fen(amount.amountFen) }) }
      agreed.push(take.id)
    }
  }
  return accept(agreed.length === 0 ? change : confirmTakes(change, agreed, { now, automatic: false, cash: false }))
}

function whyNot(take: Take | undefined, { amountFen }: Amount): Refused | undefined {
  if (take === undefined) return refuse('no-take')
  if (take.state !== 'finished') return refuse(take.state === 'confirmed' || take.state === 'paid' ? 'already-settled' : 'not-finished')
  const isAmount = Number.isSafeInteger(amountFen) && amountFen > 0 && amountFen <= LIMIT.payPerTakeFen
  return isAmount ? undefined : refuse('pay-out-of-range', { atMostFen: LIMIT.payPerTakeFen })
}

/** Staff have heard both sides of a quarrel and say what is paid. Only what is contested is theirs to settle. */
export function settleByStaff(
  job: Job,
  { take: id, amountFen, now }: { take: TakeId; amountFen: number; now: Temporal.Instant },
): Result<JobChange> {
  const take = job.takes.find((each) => each.id === id)
  const no = whyNot(take, { take: id, amountFen, reason: '' })
  if (take === undefined || no !== undefined) return no ?? refuse('no-take')
  if (take.contestedAt === null) return refuse('nothing-contested')
  const settled = withTake(job, { ...take, agreedFen: fen(amountFen) })
  return accept(confirmTakes({ job: settled, events: [] }, [id], { now, automatic: false, cash: false }))
}
