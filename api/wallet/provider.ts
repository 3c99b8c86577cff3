import type { Fen } from '../core/money.ts'

export interface Payment {
  /** The entry's key: the same key is the same movement, however often it is asked for. */
  readonly key: string
  readonly amountFen: Fen
}

/** Where the money really lies. The platform only keeps the book of who may claim how much of it. */
export interface PaymentProvider {
  /** Resolves when the payment has come in. */
  payIn(payment: Payment): Promise<void>
  /** Gives back a part or all of the payment that came in under `of`. */
  refund(refund: Payment & { readonly of: string }): Promise<void>
}

/** A provider of play money: every payment has come in the moment it is asked for. */
export const sandboxProvider: PaymentProvider = {
  payIn: () => Promise.resolve(),
  refund: () => Promise.resolve(),
}
