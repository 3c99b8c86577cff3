import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { Caller, Role } from '../contract/route.ts'
import { type Accepted, accept, refuse } from '../core/result.ts'
import type { Rejected } from './dispatch.ts'

/** Calls a second on average, over ten seconds; generous, since a person at a phone makes one and a script a hundred. */
export type Rates = Readonly<Record<Role | 'refused', number>>

export const DEFAULT_RATES: Rates = { contact: 20, bot: 2000, statistics: 50, staff: 50, public: 200, refused: 5 }

const WINDOW_SECONDS = 10

export interface RateLimit {
  /** Counts a call against its caller: the acting contact, who of the staff, who holds the token, or the address where nobody is known. */
  take(caller: Caller, address: string): Promise<Accepted<true> | Rejected>
  /** Counts a call that was refused for its token against the address it came from. */
  takeRefused(address: string): Promise<Accepted<true> | Rejected>
}

export function createRateLimit(rates: Partial<Rates> = {}): RateLimit {
  const all: Rates = { ...DEFAULT_RATES, ...rates }
  const limiterOf = (perSecond: number) => new RateLimiterMemory({ points: perSecond * WINDOW_SECONDS, duration: WINDOW_SECONDS })
  const limiters = {
    contact: limiterOf(all.contact),
    bot: limiterOf(all.bot),
    statistics: limiterOf(all.statistics),
    staff: limiterOf(all.staff),
    public: limiterOf(all.public),
    refused: limiterOf(all.refused),
  }

  async function consume(of: keyof typeof limiters, key: string): Promise<Accepted<true> | Rejected> {
    try {
      await limiters[of].consume(key)
      return accept(true)
    } catch (over) {
      if (!(over instanceof RateLimiterRes)) throw over
      return refuse('too-many-requests', { retryAfterSeconds: Math.max(1, Math.ceil(over.msBeforeNext / 1000)) })
    }
  }

  return {
    take: ({ role, contact, staff }, address) => {
      const known = role === 'contact' ? contact : (staff?.id ?? role)
      return consume(role, role === 'public' ? address : known)
    },
    takeRefused: (address) => consume('refused', address),
  }
}
