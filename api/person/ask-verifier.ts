import type { Verdict } from '../core/person/verification.ts'
import type { Claimed, PersonVerifier } from './person-verifier.ts'

const ANSWER_WITHIN_MS = 3000

/** The office's word, or `unavailable` where it gives none in time: nobody waits longer for being registered. */
export async function askVerifier(verifier: PersonVerifier, claimed: Claimed, withinMs = ANSWER_WITHIN_MS): Promise<Verdict> {
  const { promise, resolve } = Promise.withResolvers<Verdict>()
  const timer = setTimeout(() => resolve('unavailable'), withinMs)
  try {
    return await Promise.race([verifier.verify(claimed), promise])
  } catch {
    return 'unavailable'
  } finally {
    clearTimeout(timer)
  }
}
