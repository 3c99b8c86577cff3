import { z } from 'zod'
import type { Routes } from './route.ts'
import { nothing, typedText, wireInstant } from './shapes.ts'

/** `payee`: to name the account that payouts go to; `upload`: to send the picture of a licence;
 * `own-data`: to take all that there is of oneself. */
export const OWN_PAGES = ['wallet', 'payout', 'payee', 'upload', 'own-data'] as const

export const pageRoutes = {
  openPage: {
    method: 'POST',
    path: '/people/me/pages',
    role: 'contact',
    tag: 'wallet',
    summary: "The address of a page of the caller's own, for himself alone and for a short time",
    params: nothing,
    query: nothing,
    /** `payout` is asked for with the payout that it is about; with `cert` the page of an upload need not ask for it. */
    body: z.strictObject({
      page: z.enum(OWN_PAGES),
      payout: z.string().min(1).max(100).optional(),
      cert: typedText(20).optional(),
    }),
    answer: z.object({ url: z.string(), until: wireInstant }),
    status: 201,
    refusals: ['not-registered', 'contact-too-new', 'payout-not-found', 'payouts-not-offered', 'licence-unknown'],
  },
} as const satisfies Routes
