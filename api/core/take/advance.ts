import type { DomainEvent } from '../event.ts'
import { inState, type JobChange, jobEvent } from '../job/change.ts'
import { holdsSeat } from './take.ts'

/**
 * Moves a job on after its takes have changed: done when nobody who holds a seat is still to come, to finish or to be confirmed;
 * settled when, besides, everybody has been paid.
 */
export function advance({ job, events }: JobChange, now: Temporal.Instant): JobChange {
  const states = job.takes.filter(holdsSeat).map(({ state }) => state)
  const passed: DomainEvent[] = []
  let reached = job
  if (reached.state === 'working' && states.length > 0 && states.every((state) => state === 'confirmed' || state === 'paid')) {
    reached = inState(reached, 'done')
    passed.push(jobEvent('jobDone', { job: reached, at: now }, {}))
  }
  if (reached.state === 'done' && states.every((state) => state === 'paid')) {
    reached = inState(reached, 'settled')
    passed.push(jobEvent('jobSettled', { job: reached, at: now }, {}))
  }
  return { job: reached, events: [...events, ...passed] }
}
