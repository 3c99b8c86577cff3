import { type Clock, countyDay } from '../core/clock.ts'
import { asId, type JobId } from '../core/id.ts'
import { closeJob } from '../core/job/close-job.ts'
import { expireJob } from '../core/job/expire-job.ts'
import { markArrears } from '../core/job/mark-arrears.ts'
import type { Tell } from '../core/notice/notices.ts'
import { lapseProposal } from '../core/take/answer-pay.ts'
import { confirmByClock } from '../core/take/confirm-work.ts'
import type { DecideJob, JobDesk } from './edit-job.ts'

export interface JobTasksParts {
  readonly desk: JobDesk
  readonly clock: Clock
  readonly tell: (cause: string, job: JobId, tell: Tell) => Promise<void>
}

/** What happens when a clock of `job.subscribers` runs out. Each decision looks at the job as it is then, so running twice is running once. */
export function createJobTasks({ desk, clock, tell }: JobTasksParts) {
  async function edit(id: string, decide: DecideJob): Promise<void> {
    const edited = await desk.edit(asId<'job'>(id), decide)
    if (!edited.ok && edited.refusal === 'try-again') throw new Error('the job is being changed by many at once')
  }

  return {
    'expire-job': (subject: string) => edit(subject, (job) => expireJob(job, { now: clock.now() })),
    'close-job': (subject: string) => edit(subject, (job) => closeJob(job, { now: clock.now() })),
    'confirm-by-clock': (subject: string) => {
      const [job = '', take = ''] = subject.split(':')
      return edit(job, (doc) => confirmByClock(doc, { take: asId<'take'>(take), now: clock.now() }))
    },
    'lapse-proposal': (subject: string) => {
      const [job = '', take = ''] = subject.split(':')
      return edit(job, (doc) => lapseProposal(doc, { take: asId<'take'>(take), now: clock.now() }))
    },
    'mark-arrears': (subject: string) => edit(subject, (job) => markArrears(job, { now: clock.now() })),
    'remind-confirm': async (subject: string) => {
      const [id = '', take = ''] = subject.split(':')
      const job = await desk.byId(id)
      if (!job?.takes.some((each) => each.id === take && each.state === 'finished')) return
      const cause = `remind-confirm:${job.id}:${countyDay(clock.now())}`
      await tell(cause, job.id, { kind: 'confirm-reminder', to: { person: job.employer } })
    },
  }
}
