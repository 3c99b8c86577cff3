import type { z } from 'zod'
import type { Handlers } from '../contract/handler.ts'
import type { PayOrder } from '../contract/job.contract.ts'
import type { RouteOf } from '../contract/routes.ts'
import { isChatNumber } from '../core/chat-number.ts'
import type { PersonId } from '../core/id.ts'
import { cancelJob, type LateCancelRule, quoteCancel } from '../core/job/cancel-job.ts'
import type { Job } from '../core/job/job.ts'
import type { Person } from '../core/person/person.ts'
import { accept, type Refused, refuse } from '../core/result.ts'
import type { Strangers } from '../tie/strangers.ts'
import { onceOf } from '../vault/once-of.ts'
import type { JobDesk } from './edit-job.ts'
import { jobsOf, listJobs } from './list-jobs.ts'
import { createOnJob, type OnJobParts } from './on-job.ts'
import { type PostJobPorts, postJob } from './post-job.ts'
import { createPublishJob, type PublishJobPorts } from './publish-job.ts'
import { isHiddenFrom, type Offering, showJob, showOffer } from './show-job.ts'

type JobHandlers = Pick<Handlers, 'postJob' | 'publishJob' | 'quoteCancel' | 'cancelJob' | 'payJob' | 'listJobs' | 'myJobs' | 'seeJob'>

type PublishedView = z.output<RouteOf<'publishJob'>['answer']>

export interface JobRoutesParts extends OnJobParts, PostJobPorts, PublishJobPorts, Offering {
  readonly desk: JobDesk
  readonly lateCancel: LateCancelRule
  /** Whom somebody does not meet. */
  readonly strangers: Pick<Strangers, 'of'>
  /** Why somebody has to rest from publishing; undefined where he need not. */
  readonly whyPaused: (person: PersonId) => Promise<Refused | undefined>
  /** Whether the county has made sure enough of somebody. */
  readonly mayWork: (person: Person) => boolean
  /** What the employer has to pay for a job now. */
  readonly ordersOf: (job: Job, how?: { readonly isAgain: boolean }) => Promise<readonly PayOrder[]>
}

export function createJobRoutes(parts: JobRoutesParts): JobHandlers {
  const { desk, clock, personOf, lateCancel: rule, ordersOf } = parts
  const { acting, deciding, asEmployer } = createOnJob(parts)
  const publishJob = createPublishJob(parts)

  return {
    async postJob({ body, caller }) {
      const employer = await personOf(caller.contact)
      if (!employer) return refuse('not-registered')
      if (!employer.roles.includes('employer')) return refuse('not-an-employer')
      const posted = await postJob(parts, { terms: body, employer, call: onceOf(caller, 'postJob', body), now: clock.now() })
      return posted.ok ? accept(await showJob(posted.value, employer.id, parts)) : posted
    },
    publishJob: acting<{ payBy: 'online' | 'cash' }, PublishedView>(
      'publishJob',
      async ({ person, ...asked }, { payBy }) =>
        parts.mayWork(person)
          ? ((await parts.whyPaused(person.id)) ?? publishJob({ employer: person.id, payBy, ...asked }))
          : refuse('not-verified'),
      async (view, job) => ({ ...view, order: (await ordersOf(job))[0] ?? null }),
    ),
    quoteCancel: (asked) =>
      asEmployer((job, now) => quoteCancel(job, { employer: job.employer, now, rule, weather: asked.query.weather === 'true' }))(asked),
    cancelJob: deciding('cancelJob', (job, { id, now }, { weather }: { weather: boolean }) =>
      cancelJob(job, { employer: id, now, rule, weather }),
    ),
    payJob: asEmployer(async (job) => {
      const orders = await ordersOf(job, { isAgain: true })
      return orders.length === 0 ? refuse('nothing-to-pay') : accept({ orders: [...orders] })
    }),
    async listJobs({ query, caller }) {
      const viewer = await personOf(caller.contact)
      const without = viewer ? await parts.strangers.of(viewer.id) : new Set<PersonId>()
      const { jobs, next } = await listJobs(parts, { ...query, without }, clock.now())
      return accept({ jobs: await Promise.all(jobs.map((job) => showOffer(job, viewer, parts))), next })
    },
    async myJobs({ query, caller }) {
      const viewer = await personOf(caller.contact)
      if (!viewer) return refuse('not-registered')
      const { posted, taken } = await jobsOf(parts, viewer.id, query.limit)
      const show = (job: Job) => showJob(job, viewer.id, parts)
      return accept({ posted: await Promise.all(posted.map(show)), taken: await Promise.all(taken.map(show)) })
    },
    async seeJob({ params, caller }) {
      const viewer = await personOf(caller.contact)
      const job = isChatNumber(params.number) ? await desk.byNumber(params.number) : undefined
      if (!job || (job.state === 'draft' && job.employer !== viewer?.id)) return refuse('job-not-found')
      if (await isHiddenFrom(parts.strangers, job, viewer?.id)) return refuse('job-not-found')
      return accept(await showOffer(job, viewer, parts))
    },
  }
}
