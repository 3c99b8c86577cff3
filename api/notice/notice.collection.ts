import { z } from 'zod'
import type { JobId, PersonId } from '../core/id.ts'
import { NOTICE_KINDS, type NoticeKind } from '../core/notice/notice-kind.ts'
import { OWN_NOTICE_KINDS, type OwnNoticeKind } from '../core/notice/own-notices.ts'
import { id } from '../store/brand.ts'
import { instant } from '../store/codecs.ts'
import { collection } from '../store/collection.ts'
import type { Doc } from '../store/port.ts'

interface NoticeHead extends Doc {
  readonly amountFen: number | null
  readonly state: 'waiting' | 'sent'
  readonly sendAt: Temporal.Instant
}

export interface JobNotice extends NoticeHead {
  readonly kind: NoticeKind
  /** null: the market groups. */
  readonly person: PersonId | null
  readonly job: JobId
  readonly worker: PersonId | null
}

/** About what is the person's own, and no job's. */
export interface OwnNotice extends NoticeHead {
  readonly kind: OwnNoticeKind
  readonly person: PersonId
}

/** Something to be told once. It holds ids and an amount; names and contacts are looked up when it is put into words. */
export type Notice = JobNotice | OwnNotice

const head = {
  id: z.string(),
  county: z.string(),
  version: z.int(),
  amountFen: z.int().nullable(),
  state: z.enum(['waiting', 'sent']),
  sendAt: instant,
}

export const notices = collection<Notice>({
  name: 'notices',
  schema: z.union([
    z.strictObject({
      ...head,
      kind: z.enum(NOTICE_KINDS),
      person: id<'person'>().nullable(),
      job: id<'job'>(),
      worker: id<'person'>().nullable(),
    }),
    z.strictObject({ ...head, kind: z.enum(OWN_NOTICE_KINDS), person: id<'person'>() }),
  ]),
  indexes: { waiting: ['county', 'state', 'sendAt'], person: ['county', 'person', 'sendAt'] },
})
