import type { Applicant } from '../core/person/applicant.ts'
import type { Check, Verdict } from '../core/person/verification.ts'

/** What an office is told: with two factors it leaves the phone aside. */
export type Claimed = Pick<Applicant, 'name' | 'idNumber' | 'phone'>

/** An office that knows whether a name, an ID number and a phone belong together. It keeps no picture of anybody. */
export interface PersonVerifier {
  readonly check: Exclude<Check, 'counter'>
  /** May hang or reject; whoever asks takes both for no answer. */
  verify(claimed: Claimed): Promise<Verdict>
}
