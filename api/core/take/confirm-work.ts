import type { PersonId, TakeId } from '../id.ts'
import { type JobChange, takeEvent, takeInState } from '../job/change.ts'
import type { Job } from '../job/job.ts'
import { accept, type Result, refuse } from '../result.ts'
import { advance } from './advance.ts'
import type { Take } from './take.ts'

/** The employer confirms everything that is finished; each confirmation releases that worker's pay. */
export function confirmWork(job: Job, { employer, now }: { employer: PersonId; now: Temporal.Instant }): Result<JobChange> {
  if (job.employer !== employer) return refuse('not-your-job')
  const finished = job.takes.filter((take) => take.state === 'finished')
  if (finished.length === 0) return refuse('not-finished')
  return accept(confirmed(job, finished, { now, automatic: false }))
}

/** An employer who says nothing does not keep a worker waiting: one finished take is confirmed by the clock. */
export function confirmByClock(job: Job, { take, now }: { take: TakeId; now: Temporal.Instant }): Result<JobChange> {
  const finished = job.takes.filter(({ id, state }) => id === take && state === 'finished')
  return accept(finished.length === 0 ? { job, events: [] } : confirmed(job, finished, { now, automatic: true }))
}

function confirmed(job: Job, finished: readonly Take[], { now, automatic }: { now: Temporal.Instant; automatic: boolean }): JobChange {
  const ids = new Set(finished.map(({ id }) => id))
  const takes = job.takes.map((take) => (ids.has(take.id) ? takeInState(take, 'confirmed') : take))
  const payFen = job.terms.payPerTakeFen
  const events = finished.map((take) => takeEvent('takeConfirmed', { job, take, at: now }, { payFen, automatic }))
  return advance({ job: { ...job, takes }, events }, now)
}
