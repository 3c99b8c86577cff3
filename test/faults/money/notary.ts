import type { Job } from '@linggong/api/core/job/job.ts'
import type { Side } from '@linggong/api/core/take/proposal.ts'
import type { Take } from '@linggong/api/core/take/take.ts'

interface Offered {
  readonly by: Side
  readonly amountFen: number
}

/**
 * Works out for itself, by whole numbers only, what people may have come to agree on. A process that dies may have written what it never
 * answered, so this is what may be, never what must be.
 */
export class Notary {
  readonly #offers = new Map<string, Offered[]>()
  readonly #agreed = new Map<string, Set<number>>()
  readonly #compensated = new Map<string, Set<number>>()
  readonly #trusted = new Map<string, number>()

  offer(take: string, offered: Offered): void {
    const offers = this.#offers.get(take) ?? []
    this.#offers.set(take, [...offers, offered])
  }

  /** One side says yes to whatever the other has offered. */
  yes(take: string, by: Side): void {
    for (const offered of this.#offers.get(take) ?? []) if (offered.by !== by) this.agree(take, offered.amountFen)
  }

  agree(take: string, amountFen: number): void {
    this.#agreed.set(take, (this.#agreed.get(take) ?? new Set<number>()).add(amountFen))
  }

  compensate(job: string, amountFen: number): void {
    this.#compensated.set(job, (this.#compensated.get(job) ?? new Set<number>()).add(amountFen))
  }

  mayBePaid({ terms }: Job, { id }: Take, amountFen: number): boolean {
    return amountFen === terms.payPerTakeFen || this.#agreed.get(id)?.has(amountFen) === true
  }

  mayBeCompensated({ id }: Job, amountFen: number): boolean {
    return this.#compensated.get(id)?.has(amountFen) === true
  }

  trust(employer: string, limitFen: number): void {
    this.#trusted.set(employer, Math.max(limitFen, this.#trusted.get(employer) ?? 0))
  }

  /** The most that an employer was ever trusted with. */
  trustedFen(employer: string): number {
    return this.#trusted.get(employer) ?? 0
  }
}

const minutesBetween = (from: Temporal.Instant, to: Temporal.Instant): bigint =>
  BigInt(to.epochMilliseconds - from.epochMilliseconds) / 60_000n

/** What so many hours of the agreed work come to, rounded down. */
export function payForHoursByHand({ terms }: Job, hours: number): number {
  const days = BigInt(terms.days)
  const whole = (minutesBetween(terms.startsAt, terms.endsAt) - (days - 1n) * 24n * 60n) * days
  return Number((BigInt(terms.payPerTakeFen) * BigInt(hours) * 60n) / whole)
}

const LATE_HOURS = 12n
const SHARE = 3n

/** Three tenths of a day's pay, rounded down, when there are less than twelve hours left. */
export function compensationByHand({ terms }: Job, now: Temporal.Instant): number {
  const isLate = minutesBetween(now, terms.startsAt) * 60_000n <= LATE_HOURS * 60n * 60_000n
  const dayFen = BigInt(terms.payPerTakeFen) / BigInt(terms.days)
  return isLate ? Number((dayFen * SHARE) / 10n) : 0
}
