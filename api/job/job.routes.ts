import type { Handlers } from '../contract/handler.ts'
import type { JobView } from '../contract/job.contract.ts'
import type { Caller } from '../contract/route.ts'
import { isChatNumber } from '../core/chat-number.ts'
import type { Clock } from '../core/clock.ts'
import { cancelJob } from '../core/job/cancel-job.ts'
import type { Job } from '../core/job/job.ts'
import { publishJob } from '../core/job/publish-job.ts'
import type { Person } from '../core/person/person.ts'
import { accept, type Result, refuse } from '../core/result.ts'
import { onceOf } from '../vault/once-of.ts'
import type { DecideJob, JobDesk } from './edit-job.ts'
import { jobsOf, listJobs } from './list-jobs.ts'
import { type PostJobPorts, postJob } from './post-job.ts'
import { type NameOf, showJob } from './show-job.ts'

export interface JobRoutesParts extends PostJobPorts {
  readonly desk: JobDesk
  readonly clock: Clock
  readonly personOf: (contact: string) => Promise<Person | undefined>
  readonly nameOf: NameOf
}

type JobHandlers = Pick<Handlers, 'postJob' | 'publishJob' | 'cancelJob' | 'listJobs' | 'myJobs' | 'seeJob'>

interface Asked {
  readonly params: { readonly number: string }
  readonly caller: Caller
}

export function createJobRoutes(parts: JobRoutesParts): JobHandlers {
  const { desk, clock, personOf, nameOf } = parts

  const shown = async (job: Result<Job>, viewer: Person): Promise<Result<JobView>> =>
    job.ok ? accept(await showJob(job.value, viewer.id, nameOf)) : job

  const byEmployer =
    (route: string, decide: (employer: Person) => DecideJob) =>
    async ({ params, caller }: Asked): Promise<Result<JobView>> => {
      const employer = await personOf(caller.contact)
      if (!employer) return refuse('not-registered')
      if (!isChatNumber(params.number)) return refuse('job-not-found')
      const call = onceOf(caller, route, params)
      return shown(await desk.editByNumber(params.number, decide(employer), { call }), employer)
    }

  return {
    async postJob({ body, caller }) {
      const employer = await personOf(caller.contact)
      if (!employer) return refuse('not-registered')
      if (!employer.roles.includes('employer')) return refuse('not-an-employer')
      const call = onceOf(caller, 'postJob', body)
      return shown(await postJob(parts, { terms: body, employer, call, now: clock.now() }), employer)
    },
    publishJob: byEmployer(
      'publishJob',
      ({ id }) =>
        (job) =>
          publishJob(job, { employer: id, now: clock.now() }),
    ),
    cancelJob: byEmployer(
      'cancelJob',
      ({ id }) =>
        (job) =>
          cancelJob(job, { employer: id, now: clock.now() }),
    ),
    async listJobs({ query, caller }) {
      const viewer = await personOf(caller.contact)
      const { jobs, next } = await listJobs(parts, query, clock.now())
      return accept({ jobs: await Promise.all(jobs.map((job) => showJob(job, viewer?.id, nameOf))), next })
    },
    async myJobs({ query, caller }) {
      const viewer = await personOf(caller.contact)
      if (!viewer) return refuse('not-registered')
      const { posted, taken } = await jobsOf(parts, viewer.id, query.limit)
      const show = (job: Job) => showJob(job, viewer.id, nameOf)
      return accept({ posted: await Promise.all(posted.map(show)), taken: await Promise.all(taken.map(show)) })
    },
    async seeJob({ params, caller }) {
      const viewer = await personOf(caller.contact)
      const job = isChatNumber(params.number) ? await desk.byNumber(params.number) : undefined
      if (!job || (job.state === 'draft' && job.employer !== viewer?.id)) return refuse('job-not-found')
      return accept(await showJob(job, viewer?.id, nameOf))
    },
  }
}
