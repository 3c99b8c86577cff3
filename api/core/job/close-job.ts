import { isBefore } from '../clock.ts'
import type { DomainEvent } from '../event.ts'
import { LIMIT } from '../limit.ts'
import { accept, type Result } from '../result.ts'
import { advance } from '../take/advance.ts'
import { holdsSeat, type Take } from '../take/take.ts'
import { inState, type JobChange, jobEvent, takeEvent, takeInState, unchanged } from './change.ts'
import type { Job } from './job.ts'

export const closesAt = (job: Job): Temporal.Instant => job.terms.endsAt.add({ hours: LIMIT.closeAfterEndHours })

/** Well after the work ended nobody is left hanging: who never started has missed it, who forgot 收工 has finished at the agreed end. */
export function closeJob(job: Job, { now }: { now: Temporal.Instant }): Result<JobChange> {
  const alive = job.state === 'open' || job.state === 'filled' || job.state === 'working'
  if (!alive || isBefore(now, closesAt(job))) return accept(unchanged(job))
  const events: DomainEvent[] = []
  const takes = job.takes.map((take) => closeTake(job, take, { now, events }))
  const closed = events.length === 0 ? job : { ...job, takes }
  if (takes.some(holdsSeat)) return accept(advance({ job: closed, events }, now))
  const expired = inState(closed, 'expired')
  return accept({ job: expired, events: [...events, jobEvent('jobExpired', { job: expired, at: now }, { unpaid: false })] })
}

function closeTake(job: Job, take: Take, { now, events }: { now: Temporal.Instant; events: DomainEvent[] }): Take {
  if (take.state === 'taken') {
    events.push(takeEvent('takeMissed', { job, take, at: now }, {}))
    return takeInState(take, 'missed')
  }
  if (take.state !== 'started') return take
  events.push(takeEvent('takeFinished', { job, take, at: now }, {}))
  return { ...takeInState(take, 'finished'), finishedAt: job.terms.endsAt }
}
