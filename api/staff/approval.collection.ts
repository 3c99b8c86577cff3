import { z } from 'zod'
import { STAFF_ACTIONS } from '../core/staff/action.ts'
import { APPROVAL_STATES, type Approval } from '../core/staff/approval.ts'
import { id } from '../store/brand.ts'
import { instant } from '../store/codecs.ts'
import { collection } from '../store/collection.ts'
import type { Doc } from '../store/port.ts'
import { storedScope } from './staff-account.collection.ts'

export interface ApprovalDoc extends Approval, Doc {
  readonly id: string
  readonly county: string
  /** The whole of what is asked for, as JSON, for whoever has to agree. */
  readonly asked: string
}

export const approvals = collection<ApprovalDoc>({
  name: 'staffApprovals',
  schema: z.strictObject({
    id: z.string(),
    county: z.string(),
    version: z.int(),
    asker: id<'staff'>(),
    scope: storedScope,
    action: z.enum(STAFF_ACTIONS),
    route: z.string(),
    digest: z.string(),
    asked: z.string(),
    state: z.enum(APPROVAL_STATES),
    askedAt: instant,
    endsAt: instant,
    answeredBy: id<'staff'>().nullable(),
    usedBy: z.string().nullable(),
  }),
  indexes: {
    state: ['county', 'state', 'askedAt'],
    askedBy: ['county', 'asker', 'state', 'askedAt'],
    call: ['county', 'asker', 'digest', 'askedAt'],
    age: ['county', 'askedAt'],
  },
})
