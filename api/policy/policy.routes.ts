import type { Handlers } from '../contract/handler.ts'
import type { PayOrder } from '../contract/job.contract.ts'
import { isChatNumber } from '../core/chat-number.ts'
import type { Clock } from '../core/clock.ts'
import type { PersonId } from '../core/id.ts'
import type { Job } from '../core/job/job.ts'
import { accept, refuse } from '../core/result.ts'
import { onceOf } from '../vault/once-of.ts'
import { type InsureJobPorts, insureJob } from './insure-job.ts'
import { type QuotePremiumPorts, quoteForJob, showQuote } from './quote-premium.ts'

export interface PolicyRoutesParts extends QuotePremiumPorts, InsureJobPorts {
  readonly clock: Clock
  readonly personOf: (contact: string) => Promise<{ readonly id: PersonId } | undefined>
  /** What the employer has to pay for a job now. */
  readonly ordersOf: (job: Job) => Promise<readonly PayOrder[]>
}

export function createPolicyRoutes(parts: PolicyRoutesParts): Pick<Handlers, 'quotePremium' | 'insureJob'> {
  return {
    async quotePremium({ params: { number }, caller }) {
      const employer = await parts.personOf(caller.contact)
      if (employer === undefined) return refuse('not-registered')
      if (!isChatNumber(number)) return refuse('job-not-found')
      return quoteForJob(parts, { number, employer: employer.id })
    },
    async insureJob({ params, caller }) {
      const employer = await parts.personOf(caller.contact)
      if (employer === undefined) return refuse('not-registered')
      if (!isChatNumber(params.number)) return refuse('job-not-found')
      const call = onceOf(caller, 'insureJob', params)
      const asked = await insureJob(parts, { number: params.number, employer: employer.id, now: parts.clock.now(), call })
      if (!asked.ok) return asked
      const quote = showQuote(asked.value)
      if (!quote.ok) return quote
      const orders = await parts.ordersOf(asked.value)
      return accept({ ...quote.value, order: orders.find(({ purpose }) => purpose === 'cover') ?? null })
    },
  }
}
