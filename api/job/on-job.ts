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
import { type Known, showJob } from './show-job.ts'

export interface OnJobParts extends Known {
  readonly desk: JobDesk
  readonly clock: Clock
  readonly personOf: (contact: string) => Promise<Person | undefined>
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

/** What every route about one job shares: a registered person, a number with a right check digit, the job as that person sees it. */
export function createOnJob({ desk, clock, personOf, ...known }: OnJobParts) {
  const asIs = async <View>(view: JobView): Promise<View> => view as View // where nothing is added the answer is the job's view
  const acting =
    <Body, View extends JobView = JobView>(
      route: string,
      act: (asked: Act, body: Body) => Promise<Result<Job>>,
      show: (view: JobView, job: Job) => Promise<View> = asIs,
    ) =>
    async ({ params, body, caller }: Asked<Body>): Promise<Result<View>> => {
      const person = await personOf(caller.contact)
      if (!person) return refuse('not-registered')
      if (!isChatNumber(params.number)) return refuse('job-not-found')
      const call = onceOf(caller, route, [params, body])
      const job = await act({ person, number: params.number, call, now: clock.now() }, body)
      return job.ok ? accept(await show(await showJob(job.value, person.id, known), job.value)) : job
    }

  /** A pure decision about the job, written once for each call. */
  const deciding =
    <Body>(route: string, decide: (job: Job, by: By, body: Body) => Result<JobChange>) =>
    (asked: Asked<Body>): Promise<Result<JobView>> =>
      acting<Body>(route, ({ person: { id }, number, call, now }) =>
        desk.editByNumber(number, (job) => decide(job, { id, now }, asked.body), { call }),
      )(asked)

  /** Something only the job's employer may ask. */
  const asEmployer =
    <View>(see: (job: Job, now: Temporal.Instant) => Result<View> | Promise<Result<View>>) =>
    async ({ params, caller }: Pick<Asked<unknown>, 'params' | 'caller'>): Promise<Result<View>> => {
      const person = await personOf(caller.contact)
      if (!person) return refuse('not-registered')
      const job = isChatNumber(params.number) ? await desk.byNumber(params.number) : undefined
      if (!job) return refuse('job-not-found')
      return job.employer === person.id ? see(job, clock.now()) : refuse('not-your-job')
    }

  return { acting, deciding, asEmployer }
}
