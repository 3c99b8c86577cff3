import { isBefore } from '../clock.ts'
import type { StaffId } from '../id.ts'
import { type Life, step } from '../life.ts'
import { accept, type Result, refuse } from '../result.ts'
import type { StaffAction } from './action.ts'
import { canApprove, type StaffActor } from './policy.ts'
import type { Scope } from './scope.ts'
import { STAFF_LIMIT } from './staff-limit.ts'

export const APPROVAL_STATES = ['asked', 'approved', 'declined', 'used'] as const
export type ApprovalState = (typeof APPROVAL_STATES)[number]
const NEXT_APPROVAL_STATE = {
  asked: ['approved', 'declined'],
  approved: ['used'],
  declined: [],
  used: [],
} as const satisfies Life<ApprovalState>

/** One call that one person wants to make and another has to agree to. */
export interface Approval {
  readonly id: string
  readonly county: string
  readonly asker: StaffId
  readonly scope: Scope
  readonly action: StaffAction
  readonly route: string
  /** Stands for all that the call asks for: another amount is another call. */
  readonly digest: string
  readonly state: ApprovalState
  readonly askedAt: Temporal.Instant
  /** Until when it can be answered, and from the answer on, used. */
  readonly endsAt: Temporal.Instant
  readonly answeredBy: StaffId | null
  /** The key of the call that used it: the same call again is allowed again. */
  readonly usedBy: string | null
}

export const askedAt = (now: Temporal.Instant) => ({
  ...({ state: 'asked', askedAt: now, answeredBy: null, usedBy: null } as const),
  endsAt: now.add({ minutes: STAFF_LIMIT.approveMinutes }),
})

interface Answer {
  readonly by: StaffActor
  readonly to: 'approved' | 'declined'
  readonly now: Temporal.Instant
}

/** The second person's word. Who asked never answers, and a late answer is none. */
export function answerApproval<A extends Approval>(approval: A, { by, to, now }: Answer): Result<A> {
  if (approval.asker === by.id) return refuse('own-approval')
  if (!canApprove(by, approval.action, { ...approval, id: approval.asker })) return refuse('not-allowed')
  if (approval.state === to && approval.answeredBy === by.id) return accept(approval)
  if (approval.state !== 'asked' || !isBefore(now, approval.endsAt)) return refuse('approval-over')
  const state = step<ApprovalState>(NEXT_APPROVAL_STATE, approval.state, to)
  return accept({ ...approval, state, answeredBy: by.id, endsAt: now.add({ minutes: STAFF_LIMIT.useApprovalMinutes }) })
}

/** Uses it up for one call. */
export function useApproval<A extends Approval>(approval: A, key: string, now: Temporal.Instant): Result<A> {
  if (approval.state === 'used' && approval.usedBy === key && key !== '') return accept(approval)
  if (approval.state !== 'approved' || !isBefore(now, approval.endsAt)) return refuse('second-person-needed')
  return accept({ ...approval, state: step<ApprovalState>(NEXT_APPROVAL_STATE, approval.state, 'used'), usedBy: key })
}
