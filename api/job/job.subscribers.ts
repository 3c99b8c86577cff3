import type { DomainEvent } from '../core/event.ts'
import { closesAt } from '../core/job/close-job.ts'
import { expiresAt } from '../core/job/expire-job.ts'
import { LIMIT } from '../core/limit.ts'
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
    on: ['jobPublished'] as const,
    async run({ facts }: DomainEvent<'jobPublished'>): Promise<void> {
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
]
