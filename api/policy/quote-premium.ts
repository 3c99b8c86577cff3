import type { PremiumQuote } from '../contract/policy.contract.ts'
import type { PersonId } from '../core/id.ts'
import type { Job } from '../core/job/job.ts'
import { isOver } from '../core/policy/insure-job.ts'
import { quotePremium } from '../core/policy/premium.ts'
import { accept, type Result, refuse } from '../core/result.ts'

export interface QuotePremiumPorts {
  readonly jobByNumber: (number: string) => Promise<Job | undefined>
}

/** What insuring every seat would cost the employer, or costs where it is done. */
export async function quoteForJob(
  { jobByNumber }: QuotePremiumPorts,
  { number, employer }: { number: string; employer: PersonId },
): Promise<Result<PremiumQuote>> {
  const job = await jobByNumber(number)
  if (job === undefined) return refuse('job-not-found')
  if (job.employer !== employer) return refuse('not-your-job')
  return isOver(job) ? refuse('job-over') : showQuote(job)
}

export function showQuote({ number, terms, insuredAt }: Job): Result<PremiumQuote> {
  const quote = quotePremium(terms)
  if (!quote.ok) return quote
  return accept({
    number,
    riskClass: terms.riskClass,
    premiumPerDayFen: quote.value.perDayFen,
    people: terms.seats,
    days: terms.days,
    totalFen: quote.value.totalFen,
    booked: insuredAt !== null,
  })
}
