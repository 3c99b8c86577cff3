import { z } from 'zod'
import { LIMIT } from '../core/limit.ts'
import { payoutView } from './payout.contract.ts'
import type { Routes } from './route.ts'
import { nothing, pageAsked, saidText, wireFen, wireInstant } from './shapes.ts'

/**
 * Money that a worker wants to have and that somebody of the hall looks at first. What there is to look at: how long he has been here, since when
 * the account is his (null: he has named none any more), and what has come to him this month.
 */
export const heldPayoutView = z.object({
  payout: z.string(),
  person: z.string(),
  workerName: z.string(),
  amountFen: wireFen,
  askedAt: wireInstant,
  registeredAt: wireInstant,
  payeeFrom: wireInstant.nullable(),
  earnedThisMonthFen: wireFen,
})
export type HeldPayoutView = z.output<typeof heldPayoutView>

const about = { role: 'staff', tag: 'staff', query: nothing, status: 200 } as const
const answer = {
  ...about,
  method: 'POST',
  action: 'release-payout',
  params: z.strictObject({ id: z.string().min(1).max(100) }),
  body: z.strictObject({ note: saidText(LIMIT.noteCharacters) }),
  answer: payoutView,
  refusals: ['payout-not-found', 'payout-over', 'own-approval', 'prove-again'],
} as const

export const heldPayoutRoutes = {
  listHeldPayouts: {
    ...about,
    method: 'GET',
    path: '/staff/payouts',
    action: 'see-payouts',
    summary: 'Payouts that wait for somebody to look, the oldest first; a page may hold fewer than its limit',
    params: nothing,
    query: z.strictObject(pageAsked()),
    body: nothing,
    answer: z.object({ payouts: z.array(heldPayoutView), next: z.string().nullable() }),
    refusals: [],
  },
  releasePayout: {
    ...answer,
    path: '/staff/payouts/:id/release',
    summary: 'Somebody has looked at a payout, which is not his own, and lets it go; the note says what he has seen, and names nobody',
  },
  declinePayout: {
    ...answer,
    path: '/staff/payouts/:id/decline',
    summary: 'Does not let it go: the money is in the wallet again, and its owner is told',
  },
} as const satisfies Routes
