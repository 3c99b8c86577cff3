import type { Handlers } from '../contract/handler.ts'
import { accept, type Result } from '../core/result.ts'
import type { ApprovalDoc } from './approval.collection.ts'
import { answer, askApproval, listApprovals, showApproval } from './approvals.ts'
import type { StaffPorts } from './staff-ports.ts'

type ApprovalHandlers = Pick<Handlers, 'askApproval' | 'listApprovals' | 'approve' | 'declineApproval'>

const shown = (approval: Result<ApprovalDoc>) => (approval.ok ? accept(showApproval(approval.value)) : approval)

/** One asks, another agrees. */
export const createApprovalRoutes = (ports: StaffPorts): ApprovalHandlers => ({
  askApproval: async ({ body, caller }) => shown(await askApproval(ports, caller, body)),
  async listApprovals({ query, caller }) {
    const { approvals, next } = await listApprovals(ports, caller.staff, query)
    return accept({ approvals: approvals.map(showApproval), next })
  },
  approve: async ({ params: { id }, caller }) => shown(await answer(ports, { caller, id, to: 'approved' })),
  declineApproval: async ({ params: { id }, caller }) => shown(await answer(ports, { caller, id, to: 'declined' })),
})
