import { z } from 'zod'
import { CARRIERS, type StaffSession } from '../core/staff/session.ts'
import { id } from '../store/brand.ts'
import { instant } from '../store/codecs.ts'
import { collection } from '../store/collection.ts'
import type { Doc } from '../store/port.ts'

export interface StaffSessionDoc extends StaffSession, Doc {
  readonly id: string
  /** Of the token, which is nowhere but with whom it was given to. */
  readonly digest: string
}

export const staffSessions = collection<StaffSessionDoc>({
  name: 'staffSessions',
  schema: z.strictObject({
    id: z.string(),
    county: z.string(),
    version: z.int(),
    digest: z.string(),
    account: id<'staff'>(),
    epoch: z.int(),
    carrier: z.enum(CARRIERS),
    beganAt: instant,
    seenAt: instant,
    provenAt: instant,
    endsAt: instant,
  }),
  unique: { digest: ['county', 'digest'] },
  indexes: { ends: ['county', 'endsAt'], account: ['county', 'account', 'beganAt'] },
})
