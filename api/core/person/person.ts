import type { ContactId, PersonId } from '../id.ts'
import type { CompanyPoster } from '../job/poster.ts'

export const PERSON_ROLES = ['worker', 'employer'] as const
export type PersonRole = (typeof PERSON_ROLES)[number]

/** A reviewed licence; it counts up to and including its last day. */
export interface HeldLicence {
  readonly cert: string
  readonly validUntil: Temporal.PlainDate
}

/** Who acts: all that rules and sentences about a person need. Name, ID number and phone stay sealed. */
export interface Person {
  readonly id: PersonId
  readonly roles: readonly PersonRole[]
  /** The only form of the name that others may see. */
  readonly maskedName: string
  readonly birthDay: Temporal.PlainDate
  readonly licences: readonly HeldLicence[]
  /** Empty while nobody has told it. */
  readonly township: string
  /** Whether it is made sure of who he is; who is not may look, but not take or publish. */
  readonly verified: boolean
  readonly demo: boolean
  readonly contacts: readonly ContactId[]
  /** In whose name he posts; null: his own household's. */
  readonly postsAs: CompanyPoster | null
}
