import type { Call, RouteRow, StaffCaller } from '../contract/route.ts'
import { accept, type Result, refuse } from '../core/result.ts'
import { stepsOf } from '../core/staff/action.ts'
import { whyNot } from '../core/staff/policy.ts'
import { isProven } from '../core/staff/session.ts'
import { spendApproval } from './approvals.ts'
import type { StaffPorts } from './staff-ports.ts'
import { isWeighty } from './weighty-calls.ts'

interface Guarded {
  readonly row: RouteRow
  readonly call: Call<RouteRow>
}

/** Stands before every route of staff: the right to it, the proof that it is still he, and the second person, in this order. */
export const createStaffGuard =
  (ports: StaffPorts) =>
  async (route: string, { row, call }: Guarded): Promise<Result<unknown>> => {
    const { staff } = call.caller
    if (staff === undefined || !('action' in row)) return accept(true)
    const no = whyNot(staff, row.action)
    if (no !== undefined) return no
    const needs = stepsOf(row.action, isWeighty(route, call, ports.aloneFen))
    if (needs.proof && !isProven(staff, ports.clock.now())) return refuse('prove-again')
    const caller: StaffCaller = { ...call.caller, staff }
    return needs.second ? spendApproval(ports, caller, { route, call }) : accept(true)
  }
