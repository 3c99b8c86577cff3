import { z } from 'zod'
import type { JobId, PersonId } from '../core/id.ts'
import { NOTICE_KINDS, type NoticeKind } from '../core/notice/notice-kind.ts'
import { id } from '../store/brand.ts'
import { instant } from '../store/codecs.ts'
import { collection } from '../store/collection.ts'
import type { Doc } from '../store/port.ts'

/** Something to be told once. It holds ids and an amount; names and contacts are looked up when it is put into words. */
export interface Notice extends Doc {
  readonly kind: NoticeKind
  /** null: the market groups. */
  readonly person: PersonId | null
  readonly job: JobId
  readonly worker: PersonId | null
  readonly amountFen: number | null
  readonly state: 'waiting' | 'sent'
  readonly sendAt: Temporal.Instant
}

export const notices = collection<Notice>({
  name: 'notices',
  schema: z.strictObject({
    id: z.string(),
    county: z.string(),
    version: z.int(),
    kind: z.enum(NOTICE_KINDS),
    person: id<'person'>().nullable(),
    job: id<'job'>(),
    worker: id<'person'>().nullable(),
    amountFen: z.int().nullable(),
    state: z.enum(['waiting', 'sent']),
    sendAt: instant,
  }),
  indexes: { waiting: ['county', 'state', 'sendAt'] },
})
