import { z } from 'zod'
import { NOTICE_KINDS } from '../core/notice/notice-kind.ts'
import { OWN_NOTICE_KINDS } from '../core/notice/own-notices.ts'
import { jobView, takeView } from './job.contract.ts'
import type { Routes } from './route.ts'
import { nothing, wireFen } from './shapes.ts'

const toContact = z.object({ contact: z.string() })
const head = {
  id: z.string(),
  /** Already sent or no longer worth telling. */
  over: z.boolean(),
  /** Whose news it is, masked, where somebody else reads it for him. */
  forWhom: z.string().optional(),
}

/** What to tell whom; `job` is what the recipient may see of it now, not when it was filed. */
const jobNoticeView = z.object({
  ...head,
  kind: z.enum(NOTICE_KINDS),
  to: z.union([toContact, z.object({ market: z.literal(true) })]),
  job: jobView,
  workerName: z.string().nullable(),
  /** The seat that the news is about, where the recipient may see it. */
  seat: takeView.nullable(),
  amountFen: wireFen.nullable(),
})
export type JobNoticeView = z.output<typeof jobNoticeView>

/** What somebody is told of his own, for himself alone. */
const ownNoticeView = z.object({ ...head, kind: z.enum(OWN_NOTICE_KINDS), to: toContact, amountFen: wireFen.nullable() })
export type OwnNoticeView = z.output<typeof ownNoticeView>

export const noticeView = z.union([jobNoticeView, ownNoticeView])

const byId = z.strictObject({ id: z.string().min(1).max(100) })

export const noticeRoutes = {
  openNotice: {
    method: 'GET',
    path: '/notices/:id',
    role: 'bot',
    tag: 'notice',
    summary: 'What a notice has to say, to be put into words and sent',
    params: byId,
    query: nothing,
    body: nothing,
    answer: noticeView,
    status: 200,
    refusals: ['not-found'],
  },
  noticeSent: {
    method: 'POST',
    path: '/notices/:id/sent',
    role: 'bot',
    tag: 'notice',
    summary: 'The notice has reached its channel, or will never be worth sending',
    params: byId,
    query: nothing,
    body: nothing,
    answer: z.object({ id: z.string() }),
    status: 200,
    refusals: ['not-found'],
  },
} as const satisfies Routes
