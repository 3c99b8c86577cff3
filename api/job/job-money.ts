import type { Clock } from '../core/clock.ts'
import { asId } from '../core/id.ts'
import type { JobChange } from '../core/job/change.ts'
import type { Due } from '../core/job/due.ts'
import { payBill } from '../core/job/dues.ts'
import type { Job } from '../core/job/job.ts'
import { fundJob } from '../core/job/publish-job.ts'
import type { Fen } from '../core/money.ts'
import { coverPaid } from '../core/policy/insure-job.ts'
import { accept } from '../core/result.ts'
import { markPaid } from '../core/take/mark-paid.ts'
import type { DecideJob, JobDesk } from './edit-job.ts'

/** What the wallet tells a job once money has moved. Each may be said again: what it changes it changes once. */
export interface JobMoney {
  fund(job: string): Promise<unknown>
  cover(job: string): Promise<unknown>
  /** Gives what ever stood on the bill and has not moved to another one, as it is now. */
  payBill(job: string, bill: number): Promise<readonly Due[]>
  /** `taxFen` was withheld from all that was paid for the take. */
  markPaid(job: string, take: string, taxFen: Fen): Promise<unknown>
}

export function createJobMoney({ desk, clock }: { readonly desk: Pick<JobDesk, 'edit'>; readonly clock: Clock }): JobMoney {
  async function tell(job: string, decide: DecideJob): Promise<Job> {
    const told = await desk.edit(asId<'job'>(job), decide)
    if (!told.ok) throw new Error(`a job could not be told of its money: ${told.refusal}`)
    return told.value
  }
  const always =
    (change: (job: Job) => JobChange): DecideJob =>
    (job) =>
      accept(change(job))
  return {
    fund: (job) =>
      tell(
        job,
        always((doc) => fundJob(doc, { now: clock.now() })),
      ),
    cover: (job) =>
      tell(
        job,
        always((doc) => coverPaid(doc, { now: clock.now() })),
      ),
    payBill: async (job, bill) =>
      (
        await tell(
          job,
          always((doc) => payBill(doc, { bill, now: clock.now() })),
        )
      ).dues.filter((due) => due.bill === bill),
    markPaid: (job, take, taxFen) => tell(job, (doc) => markPaid(doc, { take: asId<'take'>(take), now: clock.now(), taxFen })),
  }
}
