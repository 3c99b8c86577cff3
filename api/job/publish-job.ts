import type { PersonId } from '../core/id.ts'
import type { Job } from '../core/job/job.ts'
import { publishJob as decidePublish } from '../core/job/publish-job.ts'
import type { Result } from '../core/result.ts'
import { createGate } from '../store/gate.ts'
import type { Once } from '../store/once.ts'
import type { JobDesk } from './edit-job.ts'
import { countJobs, type ListJobsPorts } from './list-jobs.ts'

interface Publishing {
  readonly employer: PersonId
  readonly number: string
  readonly call: Once
  readonly now: Temporal.Instant
}

const LINE = { holdMs: 15_000, waitingMax: 1000 }

/**
 * Opens a draft. What one employer publishes in this process goes one after the other, so that the open jobs are counted rightly; no
 * document knows how many there are, so two processes may let one more through.
 */
export function createPublishJob(ports: ListJobsPorts & { readonly desk: Pick<JobDesk, 'editByNumber'> }) {
  const line = createGate(LINE)

  async function publish({ employer, number, call, now }: Publishing): Promise<Result<Job>> {
    const openJobs = await countJobs(ports, employer, 'open')
    return ports.desk.editByNumber(number, (job) => decidePublish(job, { employer, now, openJobs }), { call })
  }

  return (asked: Publishing): Promise<Result<Job>> => line.run(asked.employer, () => publish(asked))
}
