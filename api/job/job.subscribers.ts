import type { DomainEvent } from '../core/event.ts'
import { closesAt } from '../core/job/close-job.ts'
import { expiresAt } from '../core/job/expire-job.ts'
import { arrearsFrom } from '../core/job/mark-arrears.ts'
import { LIMIT } from '../core/limit.ts'
import { answerUntil } from '../core/take/answer-pay.ts'
import type { JobDesk } from './edit-job.ts'

export interface Timer {
  readonly kind: string
  readonly subject: string
  readonly dueAt: Temporal.Instant
}

/** Winds the clocks that a job and its takes run by; setting one again changes nothing. */
export const createJobSubscribers = ({ desk, setTimer }: { desk: Pick<JobDesk, 'byId'>; setTimer: (timer: Timer) => Promise<void> }) => [
  {
    name: 'wind-job-clocks',
    on: ['holdAsked', 'jobPublished'] as const,
    async run({ facts }: DomainEvent<'holdAsked' | 'jobPublished'>): Promise<void> {
      const job = await desk.byId(facts.job)
      if (!job) return
      await setTimer({ kind: 'expire-job', subject: job.id, dueAt: expiresAt(job) })
      await setTimer({ kind: 'close-job', subject: job.id, dueAt: closesAt(job) })
    },
  },
  {
    name: 'wind-confirm-clocks',
    on: ['takeFinished'] as const,
    async run({ facts, at }: DomainEvent<'takeFinished'>): Promise<void> {
      const subject = `${facts.job}:${facts.take}`
      const remindAt = at.add({ minutes: LIMIT.remindAfterMinutes })
      await setTimer({ kind: 'remind-confirm', subject, dueAt: remindAt })
      await setTimer({ kind: 'confirm-by-clock', subject, dueAt: remindAt.add({ hours: LIMIT.autoReleaseHours }) })
    },
  },
  {
    name: 'wind-rating-clocks',
    on: ['takePaid'] as const,
    async run({ facts, at }: DomainEvent<'takePaid'>): Promise<void> {
      await setTimer({ kind: 'show-ratings', subject: `${facts.job}:${facts.take}`, dueAt: at.add({ hours: LIMIT.rateHours }) })
    },
  },
  {
    name: 'wind-answer-clocks',
    on: ['payProposed'] as const,
    async run({ facts, at }: DomainEvent<'payProposed'>): Promise<void> {
      await setTimer({ kind: 'lapse-proposal', subject: `${facts.job}:${facts.take}`, dueAt: answerUntil({ at }) })
    },
  },
  {
    name: 'wind-arrears-clocks',
    on: ['payDue'] as const,
    /** Each bill has a clock of its own: a later one must not set back the clock of what has been owed for longer. */
    async run({ facts, at }: DomainEvent<'payDue'>): Promise<void> {
      await setTimer({ kind: 'mark-arrears', subject: `${facts.job}:${facts.bill}`, dueAt: arrearsFrom(at) })
    },
  },
]
