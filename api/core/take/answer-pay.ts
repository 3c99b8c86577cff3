import { isBefore } from '../clock.ts'
import type { TakeId } from '../id.ts'
import { type JobChange, takeEvent, takeInState, unchanged, withTake } from '../job/change.ts'
import { openPayDues, rebill, withDues } from '../job/dues.ts'
import type { Job } from '../job/job.ts'
import { LIMIT } from '../limit.ts'
import { accept, type Result, refuse } from '../result.ts'
import { confirmTakes } from './confirm-work.ts'
import type { Deal, Proposal, Side } from './proposal.ts'
import { proposedFacts } from './propose-pay.ts'
import type { Take } from './take.ts'

interface Answer {
  readonly take: TakeId
  readonly by: Side
  readonly yes: boolean
  readonly now: Temporal.Instant
  /** What the other side says it got or takes it to be; another figure than was offered is a "no". */
  readonly amountFen?: number | undefined
}

/** The other side's word on an offer. What both have agreed to is confirmed by it, except overtime, where the work goes on. */
export function answerPay(job: Job, answer: Answer): Result<JobChange> {
  const take = job.takes.find(({ id }) => id === answer.take)
  if (!take) return refuse('no-take')
  const { proposal } = take
  if (proposal === null) return refuse('nothing-offered')
  if (proposal.by === answer.by) return refuse('not-yours-to-answer')
  const saysSo = answer.amountFen === undefined || answer.amountFen === proposal.amountFen
  return accept(
    answer.yes && saysSo ? agreed(job, { take, proposal, now: answer.now }) : declined(job, { take, proposal, now: answer.now }),
  )
}

interface Offered {
  readonly take: Take
  readonly proposal: Proposal
  readonly now: Temporal.Instant
}

function agreed(job: Job, { take, proposal, now }: Offered): JobChange {
  const { at: _, no, ...terms } = proposal
  const deal: Deal = { ...terms, agreedAt: now }
  const event = takeEvent('payAgreed', { job, take, at: now, again: `${no}` }, proposedFacts(proposal))
  if (take.state === 'confirmed') return owedInCash({ job, events: [event] }, { take, deal, now })
  const dealt: Take = { ...take, proposal: null, contestedAt: null, agreedFen: proposal.amountFen, deals: [...take.deals, deal] }
  if (proposal.kind === 'overtime') return { job: withTake(job, dealt), events: [event] }
  const finished = dealt.state === 'started' ? { ...takeInState(dealt, 'finished'), finishedAt: now } : dealt
  const done = finished === dealt ? [] : [takeEvent('takeFinished', { job, take, at: now }, {})]
  const change = { job: withTake(job, finished), events: [event, ...done] }
  return confirmTakes(change, [take.id], { now, automatic: false, cash: proposal.kind === 'cash' })
}

interface Cashed {
  readonly take: Take
  readonly deal: Deal
  readonly now: Temporal.Instant
}

/** What was owed for confirmed work has changed hands: it comes off its bills. */
function owedInCash({ job, events }: JobChange, { take, deal, now }: Cashed): JobChange {
  const settled = openPayDues(job, take.id)
  const dues = job.dues.map((due) => (settled.includes(due) ? { ...due, state: 'cash' as const, settledAt: now } : due))
  const dealt: Take = { ...take, proposal: null, contestedAt: null, deals: [...take.deals, deal], paidBy: 'cash' }
  const cashed = withDues(withTake(job, dealt), dues)
  const told = takeEvent('takeCashed', { job: cashed, take, at: now }, { amountFen: deal.amountFen })
  const bills = new Set(settled.map(({ bill }) => bill))
  return [...bills].reduce<JobChange>((left, bill) => rebill(left, bill, now), { job: cashed, events: [...events, told] })
}

/** A deduction or cash that the worker denies is a quarrel about pay, which stays held; any other offer is simply gone. */
function declined(job: Job, { take, proposal, now }: Offered): JobChange {
  const about = { job, take, at: now, again: `${proposal.no}` }
  const isQuarrel = proposal.kind === 'deduction' || proposal.kind === 'cash'
  const event = takeEvent(isQuarrel ? 'payContested' : 'payDeclined', about, proposedFacts(proposal))
  const contestedAt = isQuarrel ? now : take.contestedAt
  return { job: withTake(job, { ...take, proposal: null, contestedAt }), events: [event] }
}

/** Silence is no consent: an offer that nobody answered in time ends as if it had been declined. */
export function lapseProposal(job: Job, { take: id, now }: { take: TakeId; now: Temporal.Instant }): Result<JobChange> {
  const take = job.takes.find((each) => each.id === id)
  if (!take || take.proposal === null || isBefore(now, answerUntil(take.proposal))) return accept(unchanged(job))
  return accept(declined(job, { take, proposal: take.proposal, now }))
}

export const answerUntil = ({ at }: Pick<Proposal, 'at'>): Temporal.Instant => at.add({ hours: LIMIT.answerPayHours })
