import type { DomainEvent } from '../event.ts'
import type { PersonId } from '../id.ts'
import { inState, type JobChange, jobEvent, seatsLeft, takeEvent, takeInState, takeOf, withTake } from '../job/change.ts'
import type { Job } from '../job/job.ts'
import { LIMIT } from '../limit.ts'
import { accept, type Refused, type Result, refuse } from '../result.ts'
import type { Take } from './take.ts'

interface GiveUp {
  readonly worker: PersonId
  readonly now: Temporal.Instant
}

/** Within the first minute a grab can be taken back as if it had not been. */
export function undoTake(job: Job, { worker, now }: GiveUp): Result<JobChange> {
  const take = givable(job, worker)
  if ('refusal' in take) return take
  if (now.since(take.takenAt).total('seconds') > LIMIT.undoSeconds) return refuse('undo-too-late', { seconds: LIMIT.undoSeconds })
  const without = { ...job, takes: job.takes.filter(({ id }) => id !== take.id) }
  return accept(reopened({ job: without, events: [takeEvent('takeUndone', { job, take, at: now }, {})] }, { take, now }))
}

/** Later, but before work starts, the seat is handed back and the take stays on record. */
export function handBack(job: Job, { worker, now }: GiveUp): Result<JobChange> {
  const take = givable(job, worker)
  if ('refusal' in take) return take
  const changed = withTake(job, takeInState(take, 'cancelled'))
  return accept(reopened({ job: changed, events: [takeEvent('takeHandedBack', { job, take, at: now }, {})] }, { take, now }))
}

function givable(job: Job, worker: PersonId): Take | Refused {
  const take = takeOf(job, worker)
  if (!take) return refuse('no-take')
  return take.state === 'taken' ? take : refuse('already-started')
}

function reopened(
  { job, events }: { job: Job; events: readonly DomainEvent[] },
  { take, now }: { take: Take; now: Temporal.Instant },
): JobChange {
  if (job.state !== 'filled') return { job, events }
  const open = inState(job, 'open')
  return { job: open, events: [...events, jobEvent('jobReopened', { job: open, at: now, again: take.id }, { seatsLeft: seatsLeft(open) })] }
}
