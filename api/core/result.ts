import type { RefusalKey } from './refusal.ts'

/** Small facts a sentence about the refusal may need; never a person's data. */
export type RefusalFacts = Readonly<Record<string, string | number>>

export interface Refused {
  readonly ok: false
  readonly refusal: RefusalKey
  readonly facts: RefusalFacts
}

export interface Accepted<T> {
  readonly ok: true
  readonly value: T
}

export type Result<T> = Accepted<T> | Refused

export const accept = <T>(value: T): Accepted<T> => ({ ok: true, value })

export const refuse = (refusal: RefusalKey, facts: RefusalFacts = {}): Refused => ({ ok: false, refusal, facts })
