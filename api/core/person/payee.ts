import { PAYMENT_LIMIT } from '../payment/payment-limit.ts'

/** From when on payouts may go to an account: to the first at once, to one that takes another's place only after its owner could object. */
export const payeeFrom = (at: Temporal.Instant, { changed }: { readonly changed: boolean }): Temporal.Instant =>
  changed ? at.add({ hours: PAYMENT_LIMIT.newPayeeHours }) : at
