import type { Fen } from '../core/money.ts'
import type { Payee, PaymentPorts } from '../payment/payment-ports.ts'
import type { Ledger } from './ledger.ts'

/** The account that a worker has named for his payouts. */
export interface BoundPayee extends Payee {
  /** Nothing is asked to be sent there before. */
  readonly from: Temporal.Instant
}

/** To be called later, at least once, also after a crash: `subject` is a payout of ours. */
export interface SendTimer {
  readonly kind: 'send-payout'
  readonly subject: string
  readonly dueAt: Temporal.Instant
}

export interface PayoutPorts {
  readonly ledger: Pick<Ledger, 'appendIfCovered' | 'entryOf' | 'amountOf' | 'statement'>
  readonly payment: PaymentPorts
  readonly payeeOf: (worker: string) => Promise<BoundPayee | undefined>
  readonly setTimer: (timer: SendTimer) => Promise<void>
  /** What a worker may have sent within a day before somebody of the hall looks at it. */
  readonly unlookedFen: Fen
}
