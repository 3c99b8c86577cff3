import { countyDay, instantText, isBefore } from '../clock.ts'
import type { PersonId } from '../id.ts'
import { inState, type JobChange, takeEvent, takeInState, takeOf, withTake } from '../job/change.ts'
import type { Job } from '../job/job.ts'
import { LIMIT } from '../limit.ts'
import { coversWork } from '../policy/policy.ts'
import { accept, type Result, refuse } from '../result.ts'
import type { Take } from './take.ts'

export const earliestStart = (job: Job): Temporal.Instant => job.terms.startsAt.subtract({ minutes: LIMIT.startEarlyMinutes })

/** The worker proves to be at the work place by the code only the employer there can tell. */
export function startWork(job: Job, { worker, code, now }: { worker: PersonId; code: string; now: Temporal.Instant }): Result<JobChange> {
  const take = takeOf(job, worker)
  if (!take) return refuse('no-take')
  if (take.state !== 'taken') return refuse('already-started')
  if (isBefore(now, earliestStart(job))) return refuse('too-early-to-start', { from: instantText(earliestStart(job)) })
  if (!isBefore(now, job.terms.endsAt)) return refuse('job-over')
  if (take.wrongCodes >= LIMIT.startCodeTries) return refuse('start-code-locked')
  if (code !== job.startCode) return accept(wrongCode(job, take))
  const covered = coversWork(job, take, now)
  const started = { ...takeInState(take, 'started'), startedAt: now }
  const working = job.state === 'working' ? job : inState(job, 'working')
  return accept({ job: withTake(working, started), events: [takeEvent('takeStarted', { job, take, at: now }, { covered })] })
}

/** A wrong code is a "no" that is written down, so that guessing ends. */
function wrongCode(job: Job, take: Take): JobChange {
  const wrongCodes = take.wrongCodes + 1
  const butRefused =
    wrongCodes >= LIMIT.startCodeTries
      ? refuse('start-code-locked')
      : refuse('wrong-start-code', { triesLeft: LIMIT.startCodeTries - wrongCodes })
  return { job: withTake(job, { ...take, wrongCodes }), events: [], butRefused }
}

export const lastWorkDay = (job: Job): Temporal.PlainDate => countyDay(job.terms.startsAt).add({ days: job.terms.days - 1 })
