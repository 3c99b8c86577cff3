import { z } from 'zod'
import { PAYOUT_FAILURES } from '../core/payment/payout-failure.ts'
import type { Routes } from './route.ts'
import { nothing, wireFen, wireInstant } from './shapes.ts'

/** `held`: until somebody of the hall has looked. `waiting`: for the worker's word on a page, within a day. `failed`: the money is in the wallet again. */
export const payoutView = z.object({
  payout: z.string(),
  amountFen: wireFen,
  state: z.enum(['held', 'sending', 'waiting', 'paying', 'cancelling', 'done', 'failed']),
  /** Why it failed; null in every other state. */
  failure: z.enum(PAYOUT_FAILURES).nullable(),
  createdAt: wireInstant,
})
export type PayoutView = z.output<typeof payoutView>

const byId = z.strictObject({ id: z.string().min(1).max(100) })

export const payoutRoutes = {
  requestPayout: {
    method: 'POST',
    path: '/people/me/payouts',
    role: 'contact',
    tag: 'wallet',
    summary: 'Send money out of the wallet to the account that its owner has named; the same key is the same payout for ever',
    params: nothing,
    query: nothing,
    /** What the rules make of a silly amount is theirs to say, by name. */
    body: z.strictObject({ amountFen: z.number() }),
    answer: payoutView,
    status: 201,
    refusals: [
      'not-registered',
      'payout-out-of-range',
      'balance-too-low',
      'payee-missing',
      'payee-too-new',
      'payouts-not-offered',
      'key-reused',
    ],
  },
  seePayout: {
    method: 'GET',
    path: '/people/me/payouts/:id',
    role: 'contact',
    tag: 'wallet',
    summary: 'How far a payout of the caller has come',
    params: byId,
    query: nothing,
    body: nothing,
    answer: payoutView,
    status: 200,
    refusals: ['not-registered', 'payout-not-found'],
  },
  cancelPayout: {
    method: 'POST',
    path: '/people/me/payouts/:id/cancel',
    role: 'contact',
    tag: 'wallet',
    summary: 'Take a payout back that nobody has confirmed yet; its money comes back once the provider says so',
    params: byId,
    query: nothing,
    body: nothing,
    answer: payoutView,
    status: 200,
    refusals: ['not-registered', 'payout-not-found', 'payout-over', 'payouts-not-offered'],
  },
} as const satisfies Routes
