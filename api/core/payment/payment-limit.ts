import type { Fen } from '../money.ts'

/** The provider's own bounds and ours, the unit in the name. */
export const PAYMENT_LIMIT = {
  /** What the wire's 32-bit amounts hold. */
  amountFen: 2_000_000_000,
  leastPayoutFen: 100,
  /** After the account that payouts go to was changed for another, its owner has so long to object. */
  newPayeeHours: 24,
  /** From here on a payout carries the payee's name, encrypted. */
  nameFromFen: 200_000,
  /** What a worker may have sent within so many hours before somebody of the hall looks at it; a county may say otherwise. */
  unlookedFen: 500_000,
  unlookedHours: 24,
  refundsPerPayment: 50,
  /** A code to pay by lives no longer than this. */
  openMinutes: 120,
  /** Answers that did not come are asked for again within this time. */
  askMinutes: 9,
  /** So often a payout is ordered under its number while the provider says each time that it knows nothing of it. */
  ordersPerPayout: 5,
  /** An order may be under way for so long after it was sent. */
  underWayMinutes: 10,
  /** The provider forgets payouts after thirty days: long before that nothing is ordered under an old number. */
  orderAgainDays: 7,
  /** From here on a person looks after what has not ended. */
  refundStuckHours: 7 * 24,
  payoutStuckHours: 48,
  descriptionCharacters: 120,
  remarkCharacters: 32,
  keyCharacters: 150,
} as const

/** Whether this is an amount that can move at all: NaN, parts of a fen, nothing, less than nothing and too much are not. */
export const isPayable = (amountFen: number): amountFen is Fen =>
  Number.isSafeInteger(amountFen) && amountFen > 0 && amountFen <= PAYMENT_LIMIT.amountFen
