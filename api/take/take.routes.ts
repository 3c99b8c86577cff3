import type { Handlers } from '../contract/handler.ts'
import type { Person } from '../core/person/person.ts'
import { refuse } from '../core/result.ts'
import { confirmWork } from '../core/take/confirm-work.ts'
import { finishWork } from '../core/take/finish-work.ts'
import { handBack, undoTake } from '../core/take/give-up.ts'
import { startWork } from '../core/take/start-work.ts'
import { createOnJob, type OnJobParts } from '../job/on-job.ts'
import { createTakeJob, type TakeJobPorts } from './take-job.ts'

type TakeHandlers = Pick<Handlers, 'takeJob' | 'undoTake' | 'handBack' | 'startWork' | 'finishWork' | 'confirmWork'>

export interface TakeRoutesParts extends OnJobParts, TakeJobPorts {
  /** Whether the county has made sure enough of somebody. */
  readonly mayWork: (person: Person) => boolean
}

export function createTakeRoutes(parts: TakeRoutesParts): TakeHandlers {
  const { acting, deciding } = createOnJob(parts)
  const takeJob = createTakeJob(parts)
  return {
    takeJob: acting('takeJob', async ({ person, ...asked }) => {
      if (!person.roles.includes('worker')) return refuse('not-a-worker')
      return parts.mayWork(person) ? takeJob({ worker: person, ...asked }) : refuse('not-verified')
    }),
    undoTake: deciding('undoTake', (job, { id, now }) => undoTake(job, { worker: id, now })),
    handBack: deciding('handBack', (job, { id, now }) => handBack(job, { worker: id, now })),
    startWork: deciding('startWork', (job, { id, now }, { code }: { code: string }) => startWork(job, { worker: id, code, now })),
    finishWork: deciding('finishWork', (job, { id, now }) => finishWork(job, { worker: id, now })),
    confirmWork: deciding('confirmWork', (job, { id, now }) => confirmWork(job, { employer: id, now })),
  }
}
