import type { EventFacts } from '../event.ts'
import type { TakeId } from '../id.ts'
import { type JobChange, takeEvent, withTake } from '../job/change.ts'
import { openPayDues } from '../job/dues.ts'
import type { Job } from '../job/job.ts'
import { LIMIT } from '../limit.ts'
import { addFen, type Fen, fen, NO_FEN } from '../money.ts'
import { accept, type Refused, type Result, refuse } from '../result.ts'
import { payOf } from './pay-agreed.ts'
import type { Proposal, ProposalKind, Side } from './proposal.ts'
import type { Take } from './take.ts'

export interface Offer {
  readonly take: TakeId
  readonly kind: ProposalKind
  readonly by: Side
  /** All that the seat is to be paid. */
  readonly amountFen: number
  readonly reason: string
  readonly now: Temporal.Instant
  /** On the day of the work. */
  readonly workerAge: number
}

/** What an event says of an offer; the reason may speak of people, so it stays with the job. */
export const proposedFacts = ({
  kind,
  amountFen,
  by,
}: Pick<Proposal, 'kind' | 'amountFen' | 'by'>): Pick<EventFacts['payProposed'], 'kind' | 'amountFen' | 'by'> => ({ kind, amountFen, by })

/** One side offers other pay than the terms; nothing changes until the other side agrees. */
export function proposePay(job: Job, offer: Offer): Result<JobChange> {
  const take = job.takes.find(({ id }) => id === offer.take)
  if (!take) return refuse('no-take')
  const refused = whyNotNow(job, take, offer) ?? whyNotSo(payOf(job, take), offer) ?? notWhatIsOwed(job, take, offer)
  if (refused) return refused
  const { kind, by, reason, now: at } = offer
  const no = take.offers + 1
  const proposal: Proposal = { no, kind, by, reason, at, amountFen: fen(offer.amountFen) }
  const proposed = takeEvent('payProposed', { job, take, at, again: `${no}` }, proposedFacts(proposal))
  return accept({ job: withTake(job, { ...take, offers: no, proposal }), events: [proposed] })
}

/** Cash may still change hands for what is confirmed and owed; everything else is settled before. */
function whyNotNow(job: Job, take: Take, { kind, by }: Offer): Refused | undefined {
  if (take.state === 'taken') return refuse('not-started')
  const owesPay = openPayDues(job, take.id).length > 0
  const mayStill = take.state === 'started' || take.state === 'finished' || (kind === 'cash' && take.state === 'confirmed' && owesPay)
  if (!mayStill) return refuse('already-settled')
  if (kind === 'cash' && take.state === 'started') return refuse('not-finished')
  return take.proposal !== null && take.proposal.by !== by ? refuse('answer-first') : undefined
}

/** Once the work is confirmed the sum is fixed: cash settles all that is still owed, or nothing. */
function notWhatIsOwed(job: Job, take: Take, { amountFen }: Offer): Refused | undefined {
  if (take.state !== 'confirmed') return undefined
  const owedFen = addFen(NO_FEN, ...openPayDues(job, take.id).map((due) => due.amountFen))
  return amountFen === owedFen ? undefined : refuse('not-what-is-owed', { owedFen })
}

function whyNotSo(payFen: Fen, { kind, by, amountFen, reason, workerAge }: Offer): Refused | undefined {
  if (!Number.isSafeInteger(amountFen) || amountFen <= 0 || amountFen > LIMIT.payPerTakeFen) {
    return refuse('pay-out-of-range', { atMostFen: LIMIT.payPerTakeFen })
  }
  if ((kind === 'deduction' || kind === 'cash') && by !== 'employer') return refuse('not-your-job')
  if (kind === 'deduction' && reason === '') return refuse('reason-missing')
  if ((kind === 'deduction' || kind === 'part-day') && amountFen >= payFen) return refuse('pay-not-less', { payFen })
  if (kind === 'overtime' && amountFen <= payFen) return refuse('pay-not-more', { payFen })
  return kind === 'overtime' && workerAge >= LIMIT.overtimeUntilAge
    ? refuse('no-overtime-at-age', { age: LIMIT.overtimeUntilAge })
    : undefined
}
