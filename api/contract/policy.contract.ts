import { z } from 'zod'
import { byNumber, payOrder } from './job.contract.ts'
import type { Routes } from './route.ts'
import { nothing, wireFen } from './shapes.ts'

/** Premium by risk class, a worker and a day; `people` are the seats of the job. */
export const premiumQuote = z.object({
  number: z.string(),
  riskClass: z.int(),
  premiumPerDayFen: wireFen,
  people: z.int(),
  days: z.int(),
  totalFen: wireFen,
  booked: z.boolean(),
})
export type PremiumQuote = z.output<typeof premiumQuote>

export const policyRoutes = {
  quotePremium: {
    method: 'GET',
    path: '/jobs/:number/insurance',
    role: 'contact',
    tag: 'policy',
    summary: 'What accident cover for every seat of a job would cost its employer',
    params: byNumber,
    query: nothing,
    body: nothing,
    answer: premiumQuote,
    status: 200,
    refusals: ['not-registered', 'job-not-found', 'not-your-job', 'trade-uninsurable', 'job-over'],
  },
  insureJob: {
    method: 'POST',
    path: '/jobs/:number/insurance',
    role: 'contact',
    tag: 'policy',
    summary: 'Ask for cover: once the premium has come in there is a policy for each take there is and each that comes',
    params: byNumber,
    query: nothing,
    body: nothing,
    answer: premiumQuote.extend({ order: payOrder.nullable() }),
    status: 201,
    refusals: [
      'not-registered',
      'job-not-found',
      'not-your-job',
      'trade-uninsurable',
      'already-insured',
      'too-late-to-insure',
      'job-over',
      'pay-first',
    ],
  },
} as const satisfies Routes
