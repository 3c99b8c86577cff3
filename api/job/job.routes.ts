import type { Handlers } from '../contract/handler.ts'
import { isChatNumber } from '../core/chat-number.ts'
import { cancelJob } from '../core/job/cancel-job.ts'
import type { Job } from '../core/job/job.ts'
import { accept, refuse } from '../core/result.ts'
import { onceOf } from '../vault/once-of.ts'
import { jobsOf, listJobs } from './list-jobs.ts'
import { createOnJob, type OnJobParts } from './on-job.ts'
import { type PostJobPorts, postJob } from './post-job.ts'
import { createPublishJob } from './publish-job.ts'
import { showJob } from './show-job.ts'

type JobHandlers = Pick<Handlers, 'postJob' | 'publishJob' | 'cancelJob' | 'listJobs' | 'myJobs' | 'seeJob'>

export function createJobRoutes(parts: OnJobParts & PostJobPorts): JobHandlers {
  const { desk, clock, personOf, nameOf } = parts
  const { acting, deciding } = createOnJob(parts)
  const publishJob = createPublishJob(parts)

  return {
    async postJob({ body, caller }) {
      const employer = await personOf(caller.contact)
      if (!employer) return refuse('not-registered')
      if (!employer.roles.includes('employer')) return refuse('not-an-employer')
      const posted = await postJob(parts, { terms: body, employer, call: onceOf(caller, 'postJob', body), now: clock.now() })
      return posted.ok ? accept(await showJob(posted.value, employer.id, nameOf)) : posted
    },
    publishJob: acting('publishJob', ({ person, ...asked }) => publishJob({ employer: person.id, ...asked })),
    cancelJob: deciding('cancelJob', (job, { id, now }) => cancelJob(job, { employer: id, now })),
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
