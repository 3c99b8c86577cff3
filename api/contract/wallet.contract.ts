import { z } from 'zod'
import { ENTRY_KINDS } from '../core/ledger/entry.ts'
import { payoutView } from './payout.contract.ts'
import type { Routes } from './route.ts'
import { nothing, wireInstant } from './shapes.ts'

export const walletView = z.object({
  /** What the platform owes the caller as a worker. */
  balanceFen: z.int(),
  /** What has left the balance and has not arrived: in `payouts`, as far as they are known to the provider. */
  outgoingFen: z.int(),
  /** Payouts on their way, the newest first. */
  payouts: z.array(payoutView),
  /** From when on money may go to the account that the caller has named; null while he has named none. */
  payeeFrom: wireInstant.nullable(),
  /** What the caller, as an employer, has put aside for jobs not yet settled. */
  heldFen: z.int(),
  /** What has come to the caller as a worker since the county month began, cash included, tax taken off. */
  earnedThisMonthFen: z.int(),
  /** What of it was cash. */
  cashThisMonthFen: z.int(),
  taxThisMonthFen: z.int(),
  jobsPaidThisMonth: z.int(),
  /** Worked on these jobs. */
  minutesThisMonth: z.int(),
  entries: z.array(
    z.object({
      at: wireInstant,
      kind: z.enum(ENTRY_KINDS),
      amountFen: z.int(),
      /** The chat number of the job it came from; null where it concerns none. */
      job: z.string().nullable(),
    }),
  ),
})
export type WalletView = z.output<typeof walletView>

export const walletRoutes = {
  seeWallet: {
    method: 'GET',
    path: '/people/me/wallet',
    role: 'contact',
    tag: 'wallet',
    summary: 'Balance, what is held, and the newest five movements',
    params: nothing,
    query: nothing,
    body: nothing,
    answer: walletView,
    status: 200,
    refusals: ['not-registered'],
  },
} as const satisfies Routes
