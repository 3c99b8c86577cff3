import type { JobView } from '../contract/job.contract.ts'
import type { Caller } from '../contract/route.ts'
import { isChatNumber } from '../core/chat-number.ts'
import type { Clock } from '../core/clock.ts'
import type { PersonId } from '../core/id.ts'
import type { JobChange } from '../core/job/change.ts'
import type { Job } from '../core/job/job.ts'
import type { Person } from '../core/person/person.ts'
import { accept, type Result, refuse } from '../core/result.ts'
import type { Once } from '../store/once.ts'
import { onceOf } from '../vault/once-of.ts'
import type { JobDesk } from './edit-job.ts'
import { type NameOf, showJob } from './show-job.ts'

export interface OnJobParts {
  readonly desk: JobDesk
  readonly clock: Clock
  readonly personOf: (contact: string) => Promise<Person | undefined>
  readonly nameOf: NameOf
}

interface Asked<Body> {
  readonly params: { readonly number: string }
  readonly body: Body
  readonly caller: Caller
}

/** A registered person's numbered call about one job. */
export interface Act {
  readonly person: Person
  readonly number: string
  readonly call: Once
  readonly now: Temporal.Instant
}

interface By {
  readonly id: PersonId
  readonly now: Temporal.Instant
}

/** What every route that changes one job shares: a registered person, a number with a right check digit, the job as that person sees it. */
export function createOnJob({ desk, clock, personOf, nameOf }: OnJobParts) {
  const acting =
    <Body>(route: string, act: (asked: Act) => Promise<Result<Job>>) =>
    async ({ params, body, caller }: Asked<Body>): Promise<Result<JobView>> => {
      const person = await personOf(caller.contact)
      if (!person) return refuse('not-registered')
      if (!isChatNumber(params.number)) return refuse('job-not-found')
      const call = onceOf(caller, route, [params, body])
      const job = await act({ person, number: params.number, call, now: clock.now() })
      return job.ok ? accept(await showJob(job.value, person.id, nameOf)) : job
    }

  /** A pure decision about the job, written once for each call. */
  const deciding =
    <Body>(route: string, decide: (job: Job, by: By, body: Body) => Result<JobChange>) =>
    (asked: Asked<Body>): Promise<Result<JobView>> =>
      acting<Body>(route, ({ person: { id }, number, call, now }) =>
        desk.editByNumber(number, (job) => decide(job, { id, now }, asked.body), { call }),
      )(asked)

  return { acting, deciding }
}
