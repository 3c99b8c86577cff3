import { isBefore } from '../clock.ts'
import { PAYMENT_LIMIT } from './payment-limit.ts'
import { isOpenPayout, type Payout } from './payout.ts'
import { isOpenRefund, type Refund } from './refund.ts'

const isOlder = (since: Temporal.Instant, hours: number, now: Temporal.Instant): boolean => !isBefore(now, since.add({ hours }))

/** The provider waits for a person, or has taken longer than banks do. */
export const isRefundStuck = (refund: Refund, now: Temporal.Instant): boolean =>
  isOpenRefund(refund) && (refund.state === 'abnormal' || isOlder(refund.createdAt, PAYMENT_LIMIT.refundStuckHours, now))

/** One that nobody confirms ends by itself after a day. */
export const isPayoutStuck = (payout: Payout, now: Temporal.Instant): boolean =>
  isOpenPayout(payout) && isOlder(payout.createdAt, PAYMENT_LIMIT.payoutStuckHours, now)
