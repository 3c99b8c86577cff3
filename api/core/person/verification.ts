/** How it is made sure of that a name and an ID number belong together: by an office that is asked for two or three of them, or by somebody who looked at the card. */
export const CHECKS = ['two-factor', 'three-factor', 'counter'] as const
export type Check = (typeof CHECKS)[number]

/** What an office that was asked says. `unavailable` is its silence too. */
export type Verdict = 'verified' | 'mismatch' | 'unavailable'

/** `mismatched`: asked later on, the office said no; only a look at the card helps. */
export type Verification =
  | { readonly state: 'unverified' }
  | { readonly state: 'mismatched'; readonly at: Temporal.Instant }
  | { readonly state: 'verified'; readonly by: Check; readonly at: Temporal.Instant }

export const UNVERIFIED: Verification = { state: 'unverified' }
export const verifiedBy = (by: Check, at: Temporal.Instant): Verification => ({ state: 'verified', by, at })

const FIRST_WAIT_MINUTES = 5
const LONGEST_WAIT_MINUTES = 360

/** When an office that gave no answer is asked again: as long after now as somebody has waited already, within bounds. */
export function askAgainAt(now: Temporal.Instant, since: Temporal.Instant): Temporal.Instant {
  const waitedMinutes = now.since(since).total('minutes')
  return now.add({ minutes: Math.round(Math.min(LONGEST_WAIT_MINUTES, Math.max(FIRST_WAIT_MINUTES, waitedMinutes))) })
}
