import { chatNumber } from '@linggong/api/core/chat-number.ts'
import type { DomainEvent } from '@linggong/api/core/event.ts'
import { asId } from '@linggong/api/core/id.ts'
import { cancelJob } from '@linggong/api/core/job/cancel-job.ts'
import type { JobChange } from '@linggong/api/core/job/change.ts'
import { closeJob } from '@linggong/api/core/job/close-job.ts'
import { expireJob } from '@linggong/api/core/job/expire-job.ts'
import type { Job } from '@linggong/api/core/job/job.ts'
import { insurePaid, publishPaid } from '@linggong/api/core/job/publish-paid.ts'
import { type Result, refuse } from '@linggong/api/core/result.ts'
import { confirmWork } from '@linggong/api/core/take/confirm-work.ts'
import { finishWork } from '@linggong/api/core/take/finish-work.ts'
import { handBack, undoTake } from '@linggong/api/core/take/give-up.ts'
import { markPaid } from '@linggong/api/core/take/mark-paid.ts'
import { startWork } from '@linggong/api/core/take/start-work.ts'
import { takeJob } from '@linggong/api/core/take/take-job.ts'
import { aJob, CAI, LATE_RULE, NOW } from '@linggong/api/core/testing/builders.ts'

export const ACTS = ['publish', 'insure', 'take', 'undo', 'handBack', 'start', 'finish', 'confirm', 'cancel', 'expire', 'close'] as const
export type Act = (typeof ACTS)[number]

export interface Move {
  readonly act: Act
  readonly job: number
  readonly worker: number
}

/** A job and all that has happened to it; everything up to `cleared` has been handled and will not be told again. */
export interface Posted {
  job: Job
  readonly events: DomainEvent[]
  handled: number
  cleared: number
}

export interface JobBoard {
  readonly posted: readonly Posted[]
  /** Does what the rules allow and nothing else. */
  move(move: Move): void
  byNumber(number: string): Promise<Job | undefined>
  markPaid(paid: { readonly job: string; readonly take: string }): void
}

const BIRTH_DAY = Temporal.PlainDate.from('1970-05-01')
const worker = (index: number) => asId<'person'>(`worker-${index}`)

/** The pure decisions stand for the job slice: a board in memory that never forgets, because only money is on trial. */
export function jobBoard(county: string, jobs: number): JobBoard {
  let takes = 0
  const posted = Array.from({ length: jobs }, (_each, index): Posted => {
    const job = aJob({ id: asId(`job-${index}`), number: chatNumber(1000 + index), county, terms: { seats: 4, days: 1 + index } })
    return {
      job: { ...job, terms: { ...job.terms, endsAt: job.terms.endsAt.add({ hours: 24 * index }) } },
      events: [],
      handled: 0,
      cleared: 0,
    }
  })

  function change(on: Posted, decision: Result<JobChange>): void {
    if (!decision.ok) return
    on.job = decision.value.job
    on.events.push(...decision.value.events)
  }

  function decide(job: Job, { act, worker: index }: Move): Result<JobChange> {
    const [self, byEmployer] = [
      { worker: worker(index), now: NOW },
      { employer: CAI, now: NOW },
    ]
    const { startsAt, endsAt } = job.terms
    switch (act) {
      case 'publish':
        return publishPaid(job, byEmployer)
      case 'insure':
        return job.state === 'draft' ? refuse('job-not-open') : insurePaid(job, byEmployer)
      case 'take': {
        takes += 1
        return takeJob(job, { ...self, take: asId(`take-${takes}`), birthDay: BIRTH_DAY, licences: [], busy: [] })
      }
      case 'undo':
        return undoTake(job, self)
      case 'handBack':
        return handBack(job, self)
      case 'start':
        return startWork(job, { ...self, now: startsAt, code: job.startCode })
      case 'finish':
        return finishWork(job, { ...self, now: endsAt })
      case 'confirm':
        return confirmWork(job, { ...byEmployer, now: endsAt })
      case 'cancel':
        return cancelJob(job, { ...byEmployer, rule: LATE_RULE })
      case 'expire':
        return expireJob(job, { now: endsAt })
      case 'close':
        return closeJob(job, { now: endsAt.add({ hours: 24 }) })
    }
  }

  return {
    posted,
    move(move) {
      const on = posted[move.job % jobs]
      if (on !== undefined) change(on, decide(on.job, move))
    },
    byNumber: async (number) => posted.find(({ job }) => job.number === number)?.job,
    markPaid(paid) {
      const on = posted.find(({ job }) => job.id === paid.job)
      if (on !== undefined) change(on, markPaid(on.job, { take: asId(paid.take), now: on.job.terms.endsAt }))
    },
  }
}
