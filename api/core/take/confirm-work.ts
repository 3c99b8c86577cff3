import type { PersonId, TakeId } from '../id.ts'
import { type JobChange, takeEvent, takeInState, unchanged } from '../job/change.ts'
import { owe } from '../job/dues.ts'
import type { Job } from '../job/job.ts'
import { NO_FEN, subtractFen } from '../money.ts'
import { accept, type Result, refuse } from '../result.ts'
import { advance } from './advance.ts'
import { heldOf, payOf, workHours } from './pay-agreed.ts'
import type { Take } from './take.ts'

const agreedWork = ({ terms }: Job) => ({ days: terms.days, minutesPerDay: Math.round((workHours(terms) / terms.days) * 60) })

/** Nothing about its pay is under discussion. */
const isClear = ({ proposal, contestedAt }: Take): boolean => proposal === null && contestedAt === null

/** The employer confirms everything that is finished and undisputed; each confirmation releases that worker's pay. */
export function confirmWork(job: Job, { employer, now }: { employer: PersonId; now: Temporal.Instant }): Result<JobChange> {
  if (job.employer !== employer) return refuse('not-your-job')
  const finished = job.takes.filter((take) => take.state === 'finished')
  if (finished.length === 0) return refuse('not-finished')
  const clear = finished.filter(isClear).map(({ id }) => id)
  if (clear.length === 0) return refuse('pay-under-discussion')
  return accept(confirmTakes({ job, events: [] }, clear, { now, automatic: false, cash: false }))
}

/** An employer who says nothing does not keep a worker waiting: one finished take is confirmed by the clock, unless its pay is in question. */
export function confirmByClock(job: Job, { take, now }: { take: TakeId; now: Temporal.Instant }): Result<JobChange> {
  const due = job.takes.filter((each) => each.id === take && each.state === 'finished' && isClear(each)).map(({ id }) => id)
  return accept(due.length === 0 ? unchanged(job) : confirmTakes({ job, events: [] }, due, { now, automatic: true, cash: false }))
}

export interface HowConfirmed {
  readonly now: Temporal.Instant
  readonly automatic: boolean
  /** All of it has changed hands already, so nothing is held for it or owed. */
  readonly cash: boolean
}

/** Confirms finished takes at what their pay is agreed to be. What is more than was put aside falls due now, on one bill. */
export function confirmTakes({ job, events }: JobChange, ids: readonly TakeId[], how: HowConfirmed): JobChange {
  const { now, cash } = how
  const finished = job.takes.filter(({ id }) => ids.includes(id))
  const confirmed = (take: Take): Take => ({
    ...{ ...takeInState(take, 'confirmed'), proposal: null, contestedAt: null, confirmedAt: now, paidBy: cash ? 'cash' : null },
  })
  const takes = job.takes.map((take) => (ids.includes(take.id) ? confirmed(take) : take))
  const told = finished.flatMap((take) => confirmEvents(job, take, how))
  const owed = finished.map((take) => {
    const payFen = payOf(job, take)
    const amountFen = cash ? NO_FEN : subtractFen(payFen, heldOf(job, payFen))
    return { take: take.id, worker: take.worker, kind: 'pay' as const, amountFen }
  })
  return advance(owe({ job: { ...job, takes }, events: [...events, ...told] }, owed, now), now)
}

function confirmEvents(job: Job, take: Take, { now: at, automatic, cash }: HowConfirmed) {
  const payFen = payOf(job, take)
  const heldFen = cash ? NO_FEN : heldOf(job, payFen)
  const confirmed = takeEvent('takeConfirmed', { job, take, at }, { payFen, heldFen, automatic, cash, ...agreedWork(job) })
  return cash ? [confirmed, takeEvent('takeCashed', { job, take, at }, { amountFen: payFen })] : [confirmed]
}
