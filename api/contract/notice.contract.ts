import { z } from 'zod'
import { NOTICE_KINDS } from '../core/notice/notice-kind.ts'
import { jobView } from './job.contract.ts'
import type { Routes } from './route.ts'
import { nothing, wireFen } from './shapes.ts'

/** What to tell whom; `job` is what the recipient may see of it now, not when it was filed. */
export const noticeView = z.object({
  id: z.string(),
  kind: z.enum(NOTICE_KINDS),
  to: z.union([z.object({ contact: z.string() }), z.object({ market: z.literal(true) })]),
  /** Already sent or no longer worth telling. */
  over: z.boolean(),
  job: jobView,
  workerName: z.string().nullable(),
  amountFen: wireFen.nullable(),
})
export type NoticeView = z.output<typeof noticeView>

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
