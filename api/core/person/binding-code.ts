import { isBefore } from '../clock.ts'
import { accept, type Result, refuse } from '../result.ts'

/** What the hall gives to somebody whose card it has seen, so that he can show in the chat that it is he. */
export interface BindingCode {
  readonly person: string
  readonly until: Temporal.Instant
  /** The blind index of the contact that used it; a code is used once, and who repeats his own message uses it once. */
  readonly usedBy: string | null
}

/** A code that is over, was used by another contact or never was are one "no": nobody learns which. */
export function useCode<T extends BindingCode>(code: T, { contact, now }: { contact: string; now: Temporal.Instant }): Result<T> {
  if (code.usedBy === contact) return accept(code)
  if (code.usedBy !== null || !isBefore(now, code.until)) return refuse('binding-code-wrong')
  return accept({ ...code, usedBy: contact })
}

/** Over from now on, unless it was before. */
export const endCode = <T extends Pick<BindingCode, 'until'>>(code: T, now: Temporal.Instant): T =>
  isBefore(now, code.until) ? { ...code, until: now } : code
