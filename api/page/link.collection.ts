import { z } from 'zod'
import { OWN_PAGES } from '../contract/page.contract.ts'
import type { PersonId } from '../core/id.ts'
import { id } from '../store/brand.ts'
import { instant } from '../store/codecs.ts'
import { collection } from '../store/collection.ts'
import type { Doc } from '../store/port.ts'

export type OwnPage = (typeof OWN_PAGES)[number]

/** Whose page an address opens. Its id is a digest of what stands in the address, which is stored nowhere. */
export interface PageLink extends Doc {
  readonly page: OwnPage
  readonly person: PersonId
  /** The payout that the page is about. */
  readonly payout: string | null
  /** The paper that is to be sent on it. */
  readonly cert: string | null
  readonly expiresAt: Temporal.Instant
  /** An address that does something once has done it. */
  readonly usedAt: Temporal.Instant | null
}

export const pageLinks = collection<PageLink>({
  name: 'pageLinks',
  schema: z.strictObject({
    id: z.string(),
    county: z.string(),
    version: z.int(),
    page: z.enum(OWN_PAGES),
    person: id<'person'>(),
    payout: z.string().nullable(),
    cert: z.string().nullable().default(null),
    expiresAt: instant,
    usedAt: instant.nullable(),
  }),
  indexes: { expires: ['county', 'expiresAt'], person: ['county', 'person'] },
})
