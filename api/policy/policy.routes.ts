import type { Handlers } from '../contract/handler.ts'
import { isChatNumber } from '../core/chat-number.ts'
import type { Clock } from '../core/clock.ts'
import type { PersonId } from '../core/id.ts'
import { refuse } from '../core/result.ts'
import { onceOf } from '../vault/once-of.ts'
import { type InsureJobPorts, insureJob } from './insure-job.ts'
import { type QuotePremiumPorts, quoteForJob } from './quote-premium.ts'

export interface PolicyRoutesParts extends QuotePremiumPorts, InsureJobPorts {
  readonly clock: Clock
  readonly personOf: (contact: string) => Promise<{ readonly id: PersonId } | undefined>
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
      return insureJob(parts, { number: params.number, employer: employer.id, now: parts.clock.now(), call })
    },
  }
}
