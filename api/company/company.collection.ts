import { z } from 'zod'
import type { Company } from '../core/company/company.ts'
import { COMPANY_KINDS, type CreditCode } from '../core/company/credit-code.ts'
import { LIMIT } from '../core/limit.ts'
import { type Outbox, outboxFields, outboxIndex } from '../event/outbox.ts'
import { id } from '../store/brand.ts'
import { instant, plainDate } from '../store/codecs.ts'
import { collection } from '../store/collection.ts'
import { onceFields, type Remembers } from '../store/once.ts'
import type { Doc } from '../store/port.ts'

/** A code by which the first representative lets somebody in; one at a time. */
interface Invitation {
  readonly code: string
  readonly until: Temporal.Instant
}

/** Name and code of a company stand in a public register: they are kept as they are. */
export type CompanyDoc = Company &
  Outbox &
  Remembers &
  Doc & {
    readonly demo: boolean
    /** Where staff see it: where the one who registered it lives. */
    readonly township: string
    /** The id of the picture of its business licence. */
    readonly picture: string
    readonly invitation: Invitation | null
  }

const reviewed = { reviewedBy: z.string(), reviewedAt: instant }

const standing = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('waiting') }),
  z.strictObject({ state: z.literal('approved'), ...reviewed, checkOn: plainDate }),
  z.strictObject({ state: z.literal('rejected'), ...reviewed, reason: z.string() }),
])

/** Only what was read and checked is ever stored. */
const creditCode = z.string().length(18) as unknown as z.ZodType<CreditCode, string>

export const companies = collection<CompanyDoc>({
  name: 'companies',
  schema: z.strictObject({
    id: z.string(),
    county: z.string(),
    version: z.int(),
    name: z.string(),
    creditCode,
    kind: z.enum(COMPANY_KINDS),
    demo: z.boolean(),
    township: z.string(),
    representatives: z
      .array(z.strictObject({ person: id<'person'>(), addedBy: z.string(), addedAt: instant }))
      .max(LIMIT.representativesPerCompany),
    sentBy: z.string(),
    sentAt: instant,
    isSentAgain: z.boolean(),
    looks: z.int(),
    picture: z.string(),
    standing,
    invitation: z.strictObject({ code: z.string(), until: instant }).nullable(),
    ...onceFields,
    ...outboxFields,
  }),
  unique: { creditCode: ['county', 'creditCode'], invitation: ['county', 'invitation.code'] },
  indexes: {
    state: ['county', 'standing.state', 'sentAt'],
    sentAgain: ['county', 'isSentAgain', 'sentAt'],
    representative: ['county', 'representatives.person', 'sentAt'],
    ...outboxIndex,
  },
})

export interface CompanyPictureDoc extends Doc {
  readonly company: string
  readonly sentAt: Temporal.Instant
  readonly format: 'jpeg' | 'png'
  /** The cleaned picture in base64, sealed with the county's key: it belongs to no one person. */
  readonly sealed: string
}

/** Under an id made from the call that sent it; apart from the company, so that a list reads no pictures. */
export const companyPictures = collection<CompanyPictureDoc>({
  name: 'companyPictures',
  schema: z.strictObject({
    id: z.string(),
    county: z.string(),
    version: z.int(),
    company: z.string(),
    sentAt: instant,
    format: z.enum(['jpeg', 'png']),
    sealed: z.string().regex(/^v1\.[\w.-]+$/),
  }),
  indexes: { sent: ['county', 'sentAt'] },
})
