import type { Fen } from '../money.ts'

/** Why a seat may be paid otherwise than the terms say; each needs the other side's word. */
export const PROPOSAL_KINDS = ['part-day', 'deduction', 'overtime', 'cash'] as const
export type ProposalKind = (typeof PROPOSAL_KINDS)[number]

export type Side = 'employer' | 'worker'

/** What one side offers. */
export interface Proposal {
  /** Counted from 1 on each seat, so that what is told of one offer is never taken for another. */
  readonly no: number
  readonly kind: ProposalKind
  /** All that this seat is to be paid, not the difference. */
  readonly amountFen: Fen
  readonly by: Side
  readonly reason: string
  readonly at: Temporal.Instant
}

/** What both sides agreed. */
export interface Deal extends Omit<Proposal, 'at' | 'no'> {
  readonly agreedAt: Temporal.Instant
}
