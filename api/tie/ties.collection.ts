import { z } from 'zod'
import { LIMIT } from '../core/limit.ts'
import type { Ties } from '../core/tie/ties.ts'
import { id } from '../store/brand.ts'
import { instant } from '../store/codecs.ts'
import { collection } from '../store/collection.ts'
import type { Doc } from '../store/port.ts'

const tie = z.strictObject({ person: id<'person'>(), at: instant })

export interface TiesDoc extends Ties, Doc {}

/** Under the id of the person whose they are; found by whom he has blocked, so that the other is kept apart from him as well. */
export const ties = collection<TiesDoc>({
  name: 'ties',
  schema: z.strictObject({
    id: z.string(),
    county: z.string(),
    version: z.int(),
    blocked: z.array(tie).max(LIMIT.tiesPerPerson),
    preferred: z.array(tie).max(LIMIT.tiesPerPerson),
  }),
  indexes: { blocked: ['county', 'blocked.person'] },
})
