import type { PersonId } from '../core/id.ts'
import type { JobChange } from '../core/job/change.ts'
import type { Job } from '../core/job/job.ts'
import { insureJob as decideInsure } from '../core/policy/insure-job.ts'
import type { Result } from '../core/result.ts'
import type { Once } from '../store/once.ts'

export interface InsureJobPorts {
  /** Changes one job by a pure decision, together with what has thereby happened; the same call changes it once. */
  readonly editJob: (number: string, decide: (job: Job) => Result<JobChange>, how: { readonly call: Once }) => Promise<Result<Job>>
}

interface Insure {
  readonly number: string
  readonly employer: PersonId
  readonly now: Temporal.Instant
  readonly call: Once
}

/** Marks that cover is wanted; it begins when the premium has come in, and the policies of the takes follow. */
export function insureJob({ editJob }: InsureJobPorts, { number, employer, now, call }: Insure): Promise<Result<Job>> {
  return editJob(number, (job) => decideInsure(job, { employer, now }), { call })
}
