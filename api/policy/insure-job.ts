import type { PremiumQuote } from '../contract/policy.contract.ts'
import type { PersonId } from '../core/id.ts'
import type { JobChange } from '../core/job/change.ts'
import type { Job } from '../core/job/job.ts'
import { insureJob as decideInsure } from '../core/policy/insure-job.ts'
import type { Result } from '../core/result.ts'
import type { Once } from '../store/once.ts'
import { showQuote } from './quote-premium.ts'

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

/** Marks the job as insured; the policies of its takes follow from the event. */
export async function insureJob({ editJob }: InsureJobPorts, { number, employer, now, call }: Insure): Promise<Result<PremiumQuote>> {
  const insured = await editJob(number, (job) => decideInsure(job, { employer, now }), { call })
  return insured.ok ? showQuote(insured.value) : insured
}
