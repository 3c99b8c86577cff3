import { LIMIT } from '../limit.ts'
import { type Refused, refuse } from '../result.ts'

/** How often what somebody said of himself was not true, counted from the first time on. */
export interface IdentityTries {
  readonly count: number
  readonly since: Temporal.Instant
}

/** What was counted a day ago is forgotten: a slip of the finger must not keep anybody out for ever. */
const isOver = ({ since }: IdentityTries, now: Temporal.Instant): boolean => now.since(since).total('hours') >= LIMIT.identityTriesHours

export const triesLeft = (tries: IdentityTries | undefined, now: Temporal.Instant, most: number = LIMIT.identityTries): number =>
  tries === undefined || isOver(tries, now) ? most : Math.max(0, most - tries.count)

export function counted<T extends IdentityTries>(tries: T, now: Temporal.Instant): T {
  return isOver(tries, now) ? { ...tries, count: 1, since: now } : { ...tries, count: tries.count + 1 }
}

/** The last wrong try sends to the station at once, so that nobody types a fourth time for nothing. */
export const mismatchRefused = (left: number): Refused =>
  left > 0 ? refuse('identity-mismatch', { triesLeft: left }) : refuse('identity-locked')
