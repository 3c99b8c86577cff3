import { addFen, type Fen } from '../money.ts'
import { quotePremium } from '../policy/premium.ts'
import { openDues } from './dues.ts'
import type { Job } from './job.ts'
import { holdFor, premiumFor } from './publish-job.ts'

/** What must come in before the job opens; undefined where nothing is waited for. */
export const holdAskedOf = (job: Job): Fen | undefined => (job.state === 'unpaid' ? addFen(holdFor(job.terms), premiumFor(job)) : undefined)

/** The premiums that are waited for. A job that is unpaid pays them together with the pay. */
export function owesCover(job: Job): Fen | undefined {
  const isOut = job.state === 'open' || job.state === 'filled' || job.state === 'working'
  const quote = quotePremium(job.terms)
  return job.coverAskedAt !== null && isOut && quote.ok ? quote.value.totalFen : undefined
}

/** The bills of which something is still owed. A bill asks for all that ever stood on it and was not settled otherwise. */
export function openBills(job: Job): readonly { readonly bill: number; readonly amountFen: Fen }[] {
  const bills = new Set(openDues(job).map(({ bill }) => bill))
  return [...bills].map((bill) => ({ bill, amountFen: addFen(...job.dues.filter((due) => due.bill === bill).map((due) => due.amountFen)) }))
}
