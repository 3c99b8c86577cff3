import { z } from 'zod'
import { CONSENT_WAYS, type Consent } from '../core/person/consent.ts'
import { instant } from '../store/codecs.ts'
import { collection } from '../store/collection.ts'
import type { Doc } from '../store/port.ts'

/** Under the id of whom it is to help; `code` is the blind index of its digits. A new one takes the older one's place. */
export interface HelperCodeDoc extends Doc {
  readonly code: string
  readonly until: Temporal.Instant
  readonly consent: Consent
  /** Who typed it. */
  readonly usedBy: string | null
}

export const helperCodes = collection<HelperCodeDoc>({
  name: 'helperCodes',
  schema: z.strictObject({
    id: z.string(),
    county: z.string(),
    version: z.int(),
    code: z.string(),
    until: instant,
    consent: z.strictObject({ at: instant, how: z.enum(CONSENT_WAYS), text: z.string(), by: z.string() }),
    usedBy: z.string().nullable(),
  }),
  unique: { code: ['county', 'code'] },
  indexes: { age: ['county', 'until'] },
})
