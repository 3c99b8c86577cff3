import { assert } from '../core/assert.ts'
import { payoutArrived, payoutCameBack, payoutKey, payoutOfKey } from '../core/ledger/payout-movement.ts'
import type { Subscriber } from '../event/handling.ts'
import type { Ledger } from './ledger.ts'

/** Books how a payout ended: it has left the provider, or it is in the wallet again. */
export const createPayoutSubscriber = ({ ledger }: { readonly ledger: Pick<Ledger, 'append' | 'entryOf'> }): Subscriber => ({
  name: 'payout',
  on: ['payoutDone', 'payoutFailed'],
  async run(event) {
    if (event.type !== 'payoutDone' && event.type !== 'payoutFailed') return
    const out = await ledger.entryOf(payoutKey(payoutOfKey(event.facts.key)))
    assert(out !== undefined, 'what was sent had left the wallet')
    await ledger.append(event.type === 'payoutDone' ? payoutArrived(out, event.at) : payoutCameBack(out, event.at))
  },
})
