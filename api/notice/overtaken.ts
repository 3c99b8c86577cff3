import { takeOf } from '../core/job/change.ts'
import type { Job } from '../core/job/job.ts'
import type { NoticeKind } from '../core/notice/notice-kind.ts'
import { isOffered } from '../job/show-job.ts'
import type { JobNotice } from './notice.collection.ts'

interface About {
  readonly job: Job
  readonly worker: JobNotice['worker']
  readonly now: Temporal.Instant
}

const isNotOffered = ({ job, now }: About): boolean => !isOffered(job, now)
const isOpenAgain = ({ job }: About): boolean => job.state === 'open'
const holdsSeat = ({ job, worker }: About): boolean => worker !== null && takeOf(job, worker) !== undefined

/** What was true when it was filed and is not any more; kinds that are not here tell of something that stays so. */
const OVERTAKEN: Partial<Record<NoticeKind, (about: About) => boolean>> = {
  'job-opened': isNotOffered,
  'job-for-you': isNotOffered,
  'job-reopened': isNotOffered,
  'job-filled': isOpenAgain,
  'job-ready': isOpenAgain,
  'worker-took': (about) => !holdsSeat(about),
  'worker-left': holdsSeat,
  'work-finished': ({ job, worker }) => !job.takes.some((take) => take.worker === worker && take.state === 'finished'),
  'pay-proposed': ({ job, worker }) => !job.takes.some((take) => take.worker === worker && take.proposal !== null),
  'pay-due': ({ job }) => job.owedSince === null,
  arrears: ({ job }) => job.owedSince === null,
  'confirm-reminder': ({ job }) => !job.takes.some(({ state }) => state === 'finished'),
}

/** Whether a notice, held back by the night or a failure, would tell what is not so any more. */
export const isOvertaken = ({ kind, worker }: JobNotice, { job, now }: { job: Job; now: Temporal.Instant }): boolean =>
  OVERTAKEN[kind]?.({ job, worker, now }) ?? false
