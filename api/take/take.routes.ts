import type { Handlers } from '../contract/handler.ts'
import type { JobView } from '../contract/job.contract.ts'
import type { Caller } from '../contract/route.ts'
import { isChatNumber } from '../core/chat-number.ts'
import type { Clock } from '../core/clock.ts'
import type { Job } from '../core/job/job.ts'
import type { Person } from '../core/person/person.ts'
import { accept, type Result, refuse } from '../core/result.ts'
import { confirmWork } from '../core/take/confirm-work.ts'
import { finishWork } from '../core/take/finish-work.ts'
import { handBack, undoTake } from '../core/take/give-up.ts'
import { startWork } from '../core/take/start-work.ts'
import type { DecideJob, JobDesk } from '../job/edit-job.ts'
import { type NameOf, showJob } from '../job/show-job.ts'
import type { Store } from '../store/port.ts'
import { onceOf } from '../vault/once-of.ts'
import { createTakeJob } from './take-job.ts'

export interface TakeRoutesParts {
  readonly desk: JobDesk
  readonly store: Store
  readonly county: string
  readonly clock: Clock
  readonly personOf: (contact: string) => Promise<Person | undefined>
  readonly nameOf: NameOf
}

type TakeHandlers = Pick<Handlers, 'takeJob' | 'undoTake' | 'handBack' | 'startWork' | 'finishWork' | 'confirmWork'>
interface Asked {
  readonly params: { readonly number: string }
  readonly body: object
  readonly caller: Caller
}

export function createTakeRoutes(parts: TakeRoutesParts): TakeHandlers {
  const { desk, clock, personOf, nameOf } = parts
  const takeJob = createTakeJob(parts)

  /** What all of them share: a registered person, a number with a right check digit, one keyed edit, the job as that person sees it. */
  async function onJob({ params, caller }: Asked, act: (person: Person) => Promise<Result<Job>>): Promise<Result<JobView>> {
    const person = await personOf(caller.contact)
    if (!person) return refuse('not-registered')
    if (!isChatNumber(params.number)) return refuse('job-not-found')
    const job = await act(person)
    return job.ok ? accept(await showJob(job.value, person.id, nameOf)) : job
  }

  const edit = (route: string, asked: Asked, decide: (person: Person) => DecideJob) =>
    onJob(asked, (person) =>
      desk.editByNumber(asked.params.number, decide(person), { call: onceOf(asked.caller, route, [asked.params, asked.body]) }),
    )

  return {
    takeJob: (asked) =>
      onJob(asked, async (worker) => {
        if (!worker.roles.includes('worker')) return refuse('not-a-worker')
        const call = onceOf(asked.caller, 'takeJob', asked.params)
        return takeJob({ worker, number: asked.params.number, call, now: clock.now() })
      }),
    undoTake: (asked) =>
      edit(
        'undoTake',
        asked,
        ({ id }) =>
          (job) =>
            undoTake(job, { worker: id, now: clock.now() }),
      ),
    handBack: (asked) =>
      edit(
        'handBack',
        asked,
        ({ id }) =>
          (job) =>
            handBack(job, { worker: id, now: clock.now() }),
      ),
    startWork: (asked) =>
      edit(
        'startWork',
        asked,
        ({ id }) =>
          (job) =>
            startWork(job, { worker: id, code: asked.body.code, now: clock.now() }),
      ),
    finishWork: (asked) =>
      edit(
        'finishWork',
        asked,
        ({ id }) =>
          (job) =>
            finishWork(job, { worker: id, now: clock.now() }),
      ),
    confirmWork: (asked) =>
      edit(
        'confirmWork',
        asked,
        ({ id }) =>
          (job) =>
            confirmWork(job, { employer: id, now: clock.now() }),
      ),
  }
}
