import { instantText, isBefore } from '../clock.ts'
import type { Fen } from '../money.ts'
import { accept, type Result, refuse } from '../result.ts'
import { isPayable, PAYMENT_LIMIT } from './payment-limit.ts'

export interface PayoutFacts {
  readonly balanceFen: Fen
  /** From when on money may go to the worker's account; undefined while he has named none. */
  readonly payeeFrom: Temporal.Instant | undefined
  readonly now: Temporal.Instant
}

/** Whether a worker may have so much of his money sent now. That he still has it is for the book to say, when it is written. */
export function checkPayout(amountFen: number, { balanceFen, payeeFrom, now }: PayoutFacts): Result<Fen> {
  if (!isPayable(amountFen) || amountFen < PAYMENT_LIMIT.leastPayoutFen) {
    return refuse('payout-out-of-range', { leastFen: PAYMENT_LIMIT.leastPayoutFen, mostFen: PAYMENT_LIMIT.amountFen })
  }
  if (amountFen > balanceFen) return refuse('balance-too-low', { balanceFen })
  if (payeeFrom === undefined) return refuse('payee-missing')
  return isBefore(now, payeeFrom) ? refuse('payee-too-new', { from: instantText(payeeFrom) }) : accept(amountFen)
}
