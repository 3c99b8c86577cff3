import { z } from 'zod'
import { APPEAL_WHYS, type Conduct, PENALTY_REASONS } from '../core/penalty/penalty.ts'
import { type Outbox, outboxFields, outboxIndex } from '../event/outbox.ts'
import { id } from '../store/brand.ts'
import { instant } from '../store/codecs.ts'
import { collection } from '../store/collection.ts'
import { onceFields, type Remembers } from '../store/once.ts'
import type { Doc } from '../store/port.ts'

const asked = { why: z.enum(APPEAL_WHYS), at: instant }
const appeal = z.discriminatedUnion('state', [
  z.strictObject({ ...asked, state: z.literal('waiting') }),
  z.strictObject({ ...asked, state: z.literal('lifted'), decidedAt: instant, reason: z.string() }),
  z.strictObject({ ...asked, state: z.literal('upheld'), decidedAt: instant, reason: z.string() }),
])

const penalty = z.strictObject({
  id: z.string(),
  reason: z.enum(PENALTY_REASONS),
  job: id<'job'>(),
  jobNumber: z.string(),
  at: instant,
  points: z.int(),
  appeal: appeal.nullable(),
  talkedOverAt: instant.nullable().default(null),
})

export type ConductDoc = Conduct & Doc & Outbox & Remembers & { readonly id: Conduct['id']; readonly county: string }

/** Under the person's id: the words he has not kept, and what he said to it. */
export const conducts = collection<ConductDoc>({
  name: 'conducts',
  schema: z.strictObject({
    id: id<'person'>(),
    county: z.string(),
    version: z.int(),
    demo: z.boolean(),
    penalties: z.array(penalty),
    ...onceFields,
    ...outboxFields,
  }),
  indexes: outboxIndex,
})
