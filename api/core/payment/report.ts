import type { Fen } from '../money.ts'
import type { PayMeans } from './payment.ts'
import type { PayoutStanding } from './payout.ts'

/** No answer, or none that could be believed: it says nothing about the money. Ask again by the same number. */
export interface UnknownOutcome {
  readonly state: 'unknown'
  /** `no-answer`, `unverified`, `unreadable`, or the provider's own code. */
  readonly code: string
}

/** The provider has verifiably never heard of the number. */
export interface Absent {
  readonly state: 'absent'
}

export interface Paid {
  readonly state: 'paid'
  readonly amountFen: Fen
  readonly transaction: string
  readonly paidAt: Temporal.Instant
}

export type OpenReport = { readonly state: 'open'; readonly means: PayMeans } | UnknownOutcome
export type PaymentReport =
  | Paid
  | { readonly state: 'unpaid' | 'closed' }
  | { readonly state: 'failed'; readonly code: string }
  | Absent
  | UnknownOutcome

export interface RefundProgress {
  readonly state: 'asked' | 'abnormal' | 'done' | 'closed'
  readonly refund: string
  readonly payment: string
  readonly amountFen: Fen
}
export type RefundReport = RefundProgress | Absent | UnknownOutcome

export interface PayoutProgress {
  readonly state: 'progress'
  readonly payout: string
  /** Not in every answer. */
  readonly amountFen: Fen | null
  readonly bill: string
  readonly standing: PayoutStanding
}
export type PayoutReport = PayoutProgress | Absent | UnknownOutcome
