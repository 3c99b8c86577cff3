import { z } from 'zod'
import type { Routes } from './route.ts'
import { nothing, wireInstant } from './shapes.ts'

/** `payee`: to name the account that payouts go to. */
export const OWN_PAGES = ['wallet', 'payout', 'payee'] as const

export const pageRoutes = {
  openPage: {
    method: 'POST',
    path: '/people/me/pages',
    role: 'contact',
    tag: 'wallet',
    summary: "The address of a page of the caller's own, for himself alone and for a short time",
    params: nothing,
    query: nothing,
    /** `payout` is asked for with the payout that it is about. */
    body: z.strictObject({ page: z.enum(OWN_PAGES), payout: z.string().min(1).max(100).optional() }),
    answer: z.object({ url: z.string(), until: wireInstant }),
    status: 201,
    refusals: ['not-registered', 'payout-not-found', 'payouts-not-offered'],
  },
} as const satisfies Routes
