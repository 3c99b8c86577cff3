import { isPayoutStuck, isRefundStuck } from '../core/payment/stuck.ts'
import type { PaymentDoc } from './payment.collection.ts'
import type { PaymentPorts } from './payment-ports.ts'
import type { PayoutDoc } from './payout.collection.ts'

type StuckPorts = Pick<PaymentPorts, 'openTask' | 'clock'>

/** Asked after each look, so that a crash in between only puts it off to the next. */
export async function tellStuckRefunds({ openTask, clock }: StuckPorts, { id: payment, refunds }: PaymentDoc): Promise<void> {
  for (const refund of refunds.filter((each) => isRefundStuck(each, clock.now()))) {
    const { number, amountFen, state, code } = refund
    const facts = { payment, refund: number, amountFen, code: code ?? state }
    await openTask({ key: `refund-stuck:${number}`, kind: 'refund-stuck', subject: number, facts })
  }
}

export async function tellStuckPayout({ openTask, clock }: StuckPorts, payout: PayoutDoc): Promise<void> {
  if (!isPayoutStuck(payout, clock.now())) return
  const { id, amountFen, state } = payout
  const facts = { payout: id, amountFen, code: state === 'unknown' ? payout.code : state }
  await openTask({ key: `payout-stuck:${id}`, kind: 'payout-stuck', subject: id, facts })
}
