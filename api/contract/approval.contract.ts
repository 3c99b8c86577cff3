import { z } from 'zod'
import { STAFF_ACTIONS } from '../core/staff/action.ts'
import { APPROVAL_STATES } from '../core/staff/approval.ts'
import type { Routes } from './route.ts'
import { nothing, pageAsked, wireInstant } from './shapes.ts'

const part = z.record(z.string().max(60), z.union([z.string().max(200), z.number(), z.boolean()]))

/** One call that one person wants to make and another has to agree to, with all that it asks for. */
export const approvalView = z.object({
  id: z.string(),
  asker: z.string(),
  action: z.enum(STAFF_ACTIONS),
  /** What that is, in words. */
  title: z.string(),
  route: z.string(),
  asked: z.object({ params: z.unknown(), query: z.unknown(), body: z.unknown() }),
  /** For each part of it that is somebody's id his masked name, one star where he is gone. */
  names: z.record(z.string(), z.string()),
  state: z.enum(APPROVAL_STATES),
  askedAt: wireInstant,
  endsAt: wireInstant,
  answeredBy: z.string().nullable(),
})
export type ApprovalView = z.output<typeof approvalView>

const about = { role: 'staff', tag: 'approvals', params: nothing, query: nothing, body: nothing, status: 200 } as const
const answer = {
  ...about,
  method: 'POST',
  params: z.strictObject({ id: z.string().min(1).max(100) }),
  action: 'approve',
  answer: approvalView,
  refusals: ['not-found', 'not-allowed', 'own-approval', 'approval-over', 'prove-again'],
} as const

export const approvalRoutes = {
  askApproval: {
    ...about,
    method: 'POST',
    path: '/staff/approvals',
    action: 'ask-approval',
    summary: 'Ask a second person to agree to one call, named by its operation and with just what it will be made with',
    body: z.strictObject({ route: z.string().max(60), params: part.default({}), query: part.default({}), body: part.default({}) }),
    answer: approvalView,
    status: 201,
    refusals: ['not-found', 'not-allowed', 'bad-request'],
  },
  listApprovals: {
    ...about,
    method: 'GET',
    path: '/staff/approvals',
    action: 'see-approvals',
    summary: 'What was asked for, the newest first; a page may hold fewer than its limit',
    query: z.strictObject({
      state: z.enum(APPROVAL_STATES).default('asked'),
      ...pageAsked(),
    }),
    answer: z.object({ approvals: z.array(approvalView), next: z.string().nullable() }),
    refusals: [],
  },
  approve: { ...answer, path: '/staff/approvals/:id/approve', summary: 'Agree; who asked can make the call once, within some minutes' },
  declineApproval: { ...answer, path: '/staff/approvals/:id/decline', summary: 'Do not agree' },
} as const satisfies Routes
