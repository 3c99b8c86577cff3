import { accept, type Result, refuse } from '../core/result.ts'
import type { PaymentPorts } from '../payment/payment-ports.ts'
import type { PayoutDoc } from '../payment/payout.collection.ts'
import { cancelPayout, pursuePayout } from '../payment/pursue-payout.ts'

/** Takes a payout back that its payee has not confirmed. Whether it could still be is for the provider to say; then its event brings the money. */
export async function takeBack(payment: PaymentPorts, payout: PayoutDoc): Promise<Result<PayoutDoc>> {
  const asked = (await cancelPayout(payment, payout.id)) ?? payout
  const after = asked.state === 'cancelling' ? ((await pursuePayout(payment, payout.id)) ?? asked) : asked
  return after.state === 'done' || after.state === 'transferring' ? refuse('payout-over') : accept(after)
}
