import { isBefore } from '../clock.ts'
import { LIMIT } from '../limit.ts'
import { accept, type Result, refuse } from '../result.ts'

/** Another phone that somebody wants to have: one code went to the number he has, another to the new one. */
export interface PhoneChange {
  /** The blind index of the new number together with both codes; null once they were used. */
  readonly mark: string | null
  readonly until: Temporal.Instant
  readonly triesLeft: number
  /** When codes were sent within a day: somebody else's phone must not ring all night. */
  readonly sentAt: readonly Temporal.Instant[]
}

/** The change with codes that are to be sent now; those before are nothing any more. */
export function withCodes(before: PhoneChange | null, mark: string, now: Temporal.Instant): Result<PhoneChange> {
  const sentAt = before?.sentAt.filter((at) => isBefore(now, at.add({ hours: 24 }))) ?? []
  if (sentAt.length >= LIMIT.phoneCodesPerDay) return refuse('too-many-codes')
  const until = now.add({ minutes: LIMIT.bindingCodeMinutes })
  return accept({ mark, until, triesLeft: LIMIT.bindingCodeTries, sentAt: [...sentAt, now] })
}

/** How often codes may still be typed; 0 where there are none to type. */
export const codeTriesLeft = (change: PhoneChange | null, now: Temporal.Instant): number =>
  change === null || change.mark === null || !isBefore(now, change.until) ? 0 : change.triesLeft
