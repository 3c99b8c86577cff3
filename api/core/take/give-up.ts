import { isBefore } from '../clock.ts'
import type { PersonId } from '../id.ts'
import { inState, type JobChange, jobEvent, publishedText, seatsLeft, takeEvent, takeInState, takeOf, withTake } from '../job/change.ts'
import type { Job } from '../job/job.ts'
import { LIMIT } from '../limit.ts'
import { accept, type Refused, type Result, refuse } from '../result.ts'
import { advance } from './advance.ts'
import type { Take } from './take.ts'

interface GiveUp {
  readonly worker: PersonId
  readonly now: Temporal.Instant
}

/** Within the first minute a grab can be taken back as if it had not been; only guessed start codes are not forgotten with it. */
export function undoTake(job: Job, by: GiveUp): Result<JobChange> {
  const take = givable(job, by)
  if ('refusal' in take) return take
  const { now } = by
  if (now.since(take.takenAt).total('seconds') > LIMIT.undoSeconds) return refuse('undo-too-late', { seconds: LIMIT.undoSeconds })
  const without =
    take.wrongCodes > 0
      ? givenUp(job, take, { freedBy: 'undone', freedAt: now })
      : { ...job, takes: job.takes.filter(({ id }) => id !== take.id) }
  return accept(
    freed({ job: without, events: [takeEvent('takeUndone', { job, take, at: now }, { publishedAt: publishedText(job) })] }, { take, now }),
  )
}

/** Later, but before work starts, the seat is handed back and the take stays on record. */
export function handBack(job: Job, by: GiveUp): Result<JobChange> {
  const take = givable(job, by)
  if ('refusal' in take) return take
  const { now } = by
  return accept(
    freed(
      { job: givenUp(job, take, { freedBy: 'worker', freedAt: now }), events: [takeEvent('takeHandedBack', { job, take, at: now }, {})] },
      { take, now },
    ),
  )
}

const givenUp = (job: Job, take: Take, how: Pick<Take, 'freedBy' | 'freedAt'>): Job =>
  withTake(job, { ...takeInState(take, 'cancelled'), ...how })

/** Once the work is over it is too late: who did not come has missed it. */
function givable(job: Job, { worker, now }: GiveUp): Take | Refused {
  const take = takeOf(job, worker)
  if (!take) return refuse('no-take')
  if (take.state !== 'taken') return refuse('already-started')
  return isBefore(now, job.terms.endsAt) ? take : refuse('job-over')
}

/** A free seat opens a full job again; where work goes on, this may have been the last take that was waited for. */
function freed({ job, events }: JobChange, { take, now }: { take: Take; now: Temporal.Instant }): JobChange {
  if (job.state !== 'filled') return advance({ job, events }, now)
  const open = inState(job, 'open')
  return { job: open, events: [...events, jobEvent('jobReopened', { job: open, at: now, again: take.id }, { seatsLeft: seatsLeft(open) })] }
}
