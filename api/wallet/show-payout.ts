import type { PayoutView } from '../contract/payout.contract.ts'
import { instantText } from '../core/clock.ts'
import { isOpenPayout, type PayoutState } from '../core/payment/payout.ts'
import { payoutFailureOf } from '../core/payment/payout-failure.ts'
import { accept, type Result, refuse } from '../core/result.ts'
import { type PayoutDoc, payouts } from '../payment/payout.collection.ts'
import type { Store } from '../store/port.ts'

export interface PayoutBook {
  readonly store: Pick<Store, 'get' | 'find'>
  readonly county: string
}

const SHOWN_AS = {
  held: 'held',
  created: 'sending',
  unknown: 'sending',
  accepted: 'sending',
  processing: 'sending',
  waiting: 'waiting',
  transferring: 'paying',
  cancelling: 'cancelling',
  done: 'done',
  failed: 'failed',
  cancelled: 'failed',
} as const satisfies Record<PayoutState, PayoutView['state']>

export const showPayout = (payout: PayoutDoc): PayoutView => ({
  payout: payout.id,
  amountFen: payout.amountFen,
  state: SHOWN_AS[payout.state],
  failure: payout.state === 'failed' || payout.state === 'cancelled' ? payoutFailureOf(payout.code) : null,
  createdAt: instantText(payout.createdAt),
})

/** A payout of this worker; another's is as good as none. */
export async function payoutOf({ store, county }: PayoutBook, { id, worker }: { id: string; worker: string }): Promise<Result<PayoutDoc>> {
  const payout = await store.get(payouts, county, id)
  return payout?.worker === worker ? accept(payout) : refuse('payout-not-found')
}

const NEWEST = 20

/** What a worker has on its way, the newest first. Older than the newest twenty none is open: each ends within days. */
export async function openPayouts({ store, county }: PayoutBook, worker: string): Promise<readonly PayoutDoc[]> {
  const { docs } = await store.find(payouts, { index: 'worker', county, equals: { worker }, descending: true, limit: NEWEST })
  return docs.filter(isOpenPayout)
}
