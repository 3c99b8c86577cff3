import { type Clock, countyDay } from '../core/clock.ts'
import { asId, type JobId } from '../core/id.ts'
import { closeJob } from '../core/job/close-job.ts'
import { expireJob } from '../core/job/expire-job.ts'
import { markArrears } from '../core/job/mark-arrears.ts'
import { LIMIT } from '../core/limit.ts'
import type { Tell } from '../core/notice/notices.ts'
import { showRatings } from '../core/rating/rate-takes.ts'
import { answerUntil, lapseProposal } from '../core/take/answer-pay.ts'
import { confirmByClock } from '../core/take/confirm-work.ts'
import type { Take } from '../core/take/take.ts'
import type { DecideJob, JobDesk } from './edit-job.ts'
import type { Timer } from './job.subscribers.ts'

export interface JobTasksParts {
  readonly desk: JobDesk
  readonly clock: Clock
  readonly setTimer: (timer: Timer) => Promise<void>
  readonly tell: (cause: string, job: JobId, tell: Tell) => Promise<void>
}

/** What happens when a clock of `job.subscribers` runs out. Each decision looks at the job as it is then, so running twice is running once. */
export function createJobTasks({ desk, clock, setTimer, tell }: JobTasksParts) {
  async function edit(id: string, decide: DecideJob): Promise<void> {
    const edited = await desk.edit(asId<'job'>(id), decide)
    if (!edited.ok && edited.refusal === 'try-again') throw new Error('the job is being changed by many at once')
  }

  /** An offer that nobody has answered holds the pay up, but not for ever: the clock comes back once there has been time to answer. */
  async function comeBack(subject: string, take: Take | undefined): Promise<void> {
    if (take?.state !== 'finished' || take.proposal === null) return
    const dueAt = answerUntil(take.proposal).add({ minutes: LIMIT.remindAfterMinutes })
    await setTimer({ kind: 'confirm-by-clock', subject, dueAt })
  }

  return {
    'expire-job': (subject: string) => edit(subject, (job) => expireJob(job, { now: clock.now() })),
    'close-job': (subject: string) => edit(subject, (job) => closeJob(job, { now: clock.now() })),
    'confirm-by-clock': async (subject: string) => {
      const [job = '', take = ''] = subject.split(':')
      const about = () => ({ take: asId<'take'>(take), now: clock.now() })
      await edit(job, (doc) => lapseProposal(doc, about()))
      await edit(job, (doc) => confirmByClock(doc, about()))
      const after = await desk.byId(job)
      await comeBack(
        subject,
        after?.takes.find(({ id }) => id === take),
      )
    },
    'lapse-proposal': (subject: string) => {
      const [job = '', take = ''] = subject.split(':')
      return edit(job, (doc) => lapseProposal(doc, { take: asId<'take'>(take), now: clock.now() }))
    },
    'show-ratings': (subject: string) => {
      const [job = '', take = ''] = subject.split(':')
      return edit(job, (doc) => showRatings(doc, { take: asId<'take'>(take), now: clock.now() }))
    },
    'mark-arrears': (subject: string) => edit(subject.split(':')[0] ?? '', (job) => markArrears(job, { now: clock.now() })),
    'remind-confirm': async (subject: string) => {
      const [id = '', take = ''] = subject.split(':')
      const job = await desk.byId(id)
      if (!job?.takes.some((each) => each.id === take && each.state === 'finished')) return
      const cause = `remind-confirm:${job.id}:${countyDay(clock.now())}`
      await tell(cause, job.id, { kind: 'confirm-reminder', to: { person: job.employer } })
    },
  }
}
