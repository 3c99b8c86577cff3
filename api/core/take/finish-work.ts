import { countyDay } from '../clock.ts'
import type { PersonId } from '../id.ts'
import { type JobChange, takeEvent, takeInState, takeOf, withTake } from '../job/change.ts'
import type { Job } from '../job/job.ts'
import { accept, type Result, refuse } from '../result.ts'
import { lastWorkDay } from './start-work.ts'

/** The worker's word that the whole job is finished; on an earlier day of several the work goes on. */
export function finishWork(job: Job, { worker, now }: { worker: PersonId; now: Temporal.Instant }): Result<JobChange> {
  const take = takeOf(job, worker)
  if (!take) return refuse('no-take')
  if (take.state === 'taken') return refuse('not-started')
  if (take.state !== 'started') return refuse('already-finished')
  const lastDay = lastWorkDay(job)
  if (Temporal.PlainDate.compare(countyDay(now), lastDay) < 0) return refuse('work-goes-on', { lastDay: lastDay.toString() })
  const finished = { ...takeInState(take, 'finished'), finishedAt: now }
  return accept({ job: withTake(job, finished), events: [takeEvent('takeFinished', { job, take, at: now }, {})] })
}
