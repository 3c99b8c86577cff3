import type { Job } from '../core/job/job.ts'
import type { Person } from '../core/person/person.ts'
import { accept, type Result } from '../core/result.ts'
import { takeJob as decideTake, type Grab } from '../core/take/take-job.ts'
import type { JobDesk } from '../job/edit-job.ts'
import { promisesOf } from '../job/list-jobs.ts'
import type { Once } from '../store/once.ts'
import type { Store } from '../store/port.ts'
import { deriveId } from '../vault/digest.ts'

interface TakeJobPorts {
  readonly desk: JobDesk
  readonly store: Store
  readonly county: string
}

/**
 * A grab. In a crowd most answers are "no" and come from memory; who could still win is then asked what else he has promised, and only the
 * conditional write of the second decision sells the seat.
 */
export async function takeJob(
  { desk, store, county }: TakeJobPorts,
  { worker, number, call, now }: { worker: Person; number: string; call: Once; now: Temporal.Instant },
): Promise<Result<Job>> {
  const grab: Grab = {
    take: deriveId('take', [county, number, call.key].join('\0')),
    worker: worker.id,
    now,
    birthDay: worker.birthDay,
    licences: worker.licences,
    busy: [],
  }
  const glance = await desk.editByNumber(number, (job) => keepingJob(decideTake(job, grab), job), { crowded: true })
  if (!glance.ok) return glance
  const busy = await promisesOf({ store, county }, worker.id, now)
  return desk.editByNumber(number, (job) => decideTake(job, { ...grab, busy }), { call, crowded: true })
}

const keepingJob = <T>(decision: Result<T>, job: Job) => (decision.ok ? accept({ job, events: [] }) : decision)
