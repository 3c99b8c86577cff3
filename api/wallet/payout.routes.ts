import type { PayoutView, payoutRoutes } from '../contract/payout.contract.ts'
import type { Call, Caller } from '../contract/route.ts'
import { assert } from '../core/assert.ts'
import type { Person } from '../core/person/person.ts'
import { accept, type Result, refuse } from '../core/result.ts'
import type { PayoutDoc } from '../payment/payout.collection.ts'
import type { PayoutPorts } from './payout-ports.ts'
import { type PayoutBook, payoutOf, showPayout } from './show-payout.ts'
import { takeBack } from './take-back.ts'
import { withdraw } from './withdraw.ts'

export interface PayoutRoutesParts extends PayoutBook {
  readonly personOf: (contact: string) => Promise<Pick<Person, 'id' | 'demo'> | undefined>
  /** undefined: pay changes hands outside, and nothing can be sent. */
  readonly payouts: PayoutPorts | undefined
}

type PayoutHandlers = {
  readonly [Id in keyof typeof payoutRoutes]: (call: Call<(typeof payoutRoutes)[Id]>) => Promise<Result<PayoutView>>
}

const answer = (payout: Result<PayoutDoc>): Result<PayoutView> => (payout.ok ? accept(showPayout(payout.value)) : payout)

export function createPayoutRoutes({ personOf, payouts, ...book }: PayoutRoutesParts): PayoutHandlers {
  async function own({ contact }: Caller, id: string): Promise<Result<PayoutDoc>> {
    const person = await personOf(contact)
    return person === undefined ? refuse('not-registered') : await payoutOf(book, { id, worker: person.id })
  }

  return {
    async requestPayout({ body: { amountFen }, caller: { contact, key } }) {
      assert(key !== '', 'a call that changes something has a key')
      const worker = await personOf(contact)
      if (worker === undefined) return refuse('not-registered')
      return payouts === undefined ? refuse('payouts-not-offered') : answer(await withdraw(payouts, { worker, amountFen, key }))
    },
    seePayout: async ({ params: { id }, caller }) => answer(await own(caller, id)),
    async cancelPayout({ params: { id }, caller }) {
      const payout = await own(caller, id)
      if (!payout.ok) return payout
      return payouts === undefined ? refuse('payouts-not-offered') : answer(await takeBack(payouts.payment, payout.value))
    },
  }
}
