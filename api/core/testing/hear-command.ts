import { asId, type PersonId, type TakeId } from '../id.ts'
import { cancelJob } from '../job/cancel-job.ts'
import { type JobChange, takeOf } from '../job/change.ts'
import { closeJob } from '../job/close-job.ts'
import { expireJob } from '../job/expire-job.ts'
import type { Job } from '../job/job.ts'
import { accept, type Result } from '../result.ts'
import { confirmByClock, confirmWork } from '../take/confirm-work.ts'
import { finishWork } from '../take/finish-work.ts'
import { handBack, undoTake } from '../take/give-up.ts'
import { markPaid } from '../take/mark-paid.ts'
import { startWork } from '../take/start-work.ts'
import { takeJob } from '../take/take-job.ts'
import { LATE_RULE } from './builders.ts'
import type { Command } from './job-reference.ts'

export const workerOf = (worker: number): PersonId => asId<'person'>(`worker-${worker}`)

const ADULT = Temporal.PlainDate.from('1980-01-01')

/** Says one command to the real job. `take` is the id a grab would get. */
export function hearCommand(job: Job, command: Command, { now, take }: { now: Temporal.Instant; take: TakeId }): Result<JobChange> {
  switch (command.say) {
    case 'wait':
      return accept({ job, events: [] })
    case 'confirm':
      return confirmWork(job, { employer: job.employer, now })
    case 'cancel':
      return cancelJob(job, { employer: job.employer, rule: LATE_RULE, now })
    case 'expire':
      return expireJob(job, { now })
    case 'close':
      return closeJob(job, { now })
    default:
      return hearWorker(job, command, { now, take, worker: workerOf(command.worker) })
  }
}

type OfWorker = Extract<Command, { worker: number }>
interface Said {
  readonly now: Temporal.Instant
  readonly take: TakeId
  readonly worker: PersonId
}

function hearWorker(job: Job, command: OfWorker, { now, take, worker }: Said): Result<JobChange> {
  const held = takeOf(job, worker)?.id ?? asId<'take'>('no take')
  switch (command.say) {
    case 'take':
      return takeJob(job, { take, worker, now, birthDay: ADULT, licences: [], busy: [] })
    case 'undo':
      return undoTake(job, { worker, now })
    case 'hand-back':
      return handBack(job, { worker, now })
    case 'start':
      return startWork(job, { worker, now, code: command.isRight ? job.startCode : 'wrong' })
    case 'finish':
      return finishWork(job, { worker, now })
    case 'confirm-by-clock':
      return confirmByClock(job, { take: held, now })
    case 'pay':
      return markPaid(job, { take: held, now })
  }
}
