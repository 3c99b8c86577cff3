import { accept, type Result, refuse } from '../result.ts'

/** So many tries may be made at once; one more for each time that passes. */
export interface Allowance {
  readonly tries: number
  readonly oneMoreSeconds: number
}

/** Guesses at one account; guesses from one address, behind which a whole office may sit; guesses of one chat contact at a code. */
export const ALLOWANCE = {
  account: { tries: 8, oneMoreSeconds: 300 },
  address: { tries: 60, oneMoreSeconds: 15 },
  contact: { tries: 5, oneMoreSeconds: 600 },
} as const satisfies Readonly<Record<string, Allowance>>
export type TriedBy = keyof typeof ALLOWANCE

/** `used` runs out by itself, so it is no whole number. */
export interface Tries {
  readonly used: number
  readonly at: Temporal.Instant
}

const MS_PER_SECOND = 1000

export function usedAt({ used, at }: Tries, { oneMoreSeconds }: Allowance, now: Temporal.Instant): number {
  const passedSeconds = Math.max(0, now.epochMilliseconds - at.epochMilliseconds) / MS_PER_SECOND
  return Math.max(0, used - passedSeconds / oneMoreSeconds)
}

/** Takes one try before it is known how it ends, so that a crowd of guesses at once is no more than a row of them. */
export function takeTry<T extends Tries>(tries: T, allowance: Allowance, now: Temporal.Instant): Result<T> {
  const used = usedAt(tries, allowance, now)
  const waitSeconds = (used + 1 - allowance.tries) * allowance.oneMoreSeconds
  if (waitSeconds > 0) return refuse('too-many-requests', { retryAfterSeconds: Math.ceil(waitSeconds) })
  return accept({ ...tries, used: used + 1, at: now })
}

/** Gives one back: it was no guess. */
export const giveTryBack = <T extends Tries>(tries: T, allowance: Allowance, now: Temporal.Instant): T => ({
  ...tries,
  used: Math.max(0, usedAt(tries, allowance, now) - 1),
  at: now,
})
