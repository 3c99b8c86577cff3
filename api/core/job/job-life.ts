import type { Life } from '../life.ts'
import type { JobState } from './job.ts'

export const NEXT_JOB_STATE = {
  draft: ['unpaid', 'open', 'cancelled', 'expired'],
  unpaid: ['open', 'cancelled', 'expired'],
  open: ['filled', 'working', 'cancelled', 'expired'],
  filled: ['open', 'working', 'cancelled', 'expired'],
  working: ['done'],
  done: ['settled'],
  settled: [],
  cancelled: [],
  expired: [],
} as const satisfies Life<JobState>
