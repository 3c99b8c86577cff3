import type { ApprovalView } from '../contract/approval.contract.ts'
import type { Handlers } from '../contract/handler.ts'
import { accept, type Result } from '../core/result.ts'
import type { NamesIn } from '../person/names-in.ts'
import type { ApprovalDoc } from './approval.collection.ts'
import { answer, askApproval, listApprovals, showApproval } from './approvals.ts'
import type { StaffPorts } from './staff-ports.ts'

type ApprovalHandlers = Pick<Handlers, 'askApproval' | 'listApprovals' | 'approve' | 'declineApproval'>

/** One asks, another agrees, who sees by their masked names whom it is about. */
export function createApprovalRoutes(ports: StaffPorts, namesIn: NamesIn): ApprovalHandlers {
  async function named(doc: ApprovalDoc): Promise<ApprovalView> {
    const { params, query, body } = JSON.parse(doc.asked)
    return showApproval(doc, await namesIn(params, query, body))
  }
  const shown = async (approval: Result<ApprovalDoc>) => (approval.ok ? accept(await named(approval.value)) : approval)

  return {
    askApproval: async ({ body, caller }) => shown(await askApproval(ports, caller, body)),
    async listApprovals({ query, caller }) {
      const { approvals, next } = await listApprovals(ports, caller.staff, query)
      return accept({ approvals: await Promise.all(approvals.map(named)), next })
    },
    approve: async ({ params: { id }, caller }) => shown(await answer(ports, { caller, id, to: 'approved' })),
    declineApproval: async ({ params: { id }, caller }) => shown(await answer(ports, { caller, id, to: 'declined' })),
  }
}
