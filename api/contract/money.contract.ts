import { z } from 'zod'
import { LIMIT } from '../core/limit.ts'
import { PROPOSAL_KINDS } from '../core/take/proposal.ts'
import { byNumber, jobView, payOrder } from './job.contract.ts'
import type { RouteRow, Routes } from './route.ts'
import { nothing, typedText, wireFen } from './shapes.ts'

const onJob = {
  method: 'POST',
  role: 'contact',
  tag: 'pay',
  params: byNumber,
  query: nothing,
  answer: jobView,
  status: 200,
} as const satisfies Partial<RouteRow>

const ON_JOB = ['not-registered', 'job-not-found', 'not-your-job'] as const
const takeId = z.string().min(1).max(40)
const reason = typedText(LIMIT.reasonCharacters).default('')
/** What the rules make of a silly amount is theirs to say, by name. */
const amountFen = z.number()

export const cancelQuote = z.object({ people: z.int(), perSeatFen: wireFen, returnsFen: wireFen })

export type CancelQuote = z.output<typeof cancelQuote>

export const moneyRoutes = {
  payJob: {
    ...onJob,
    path: '/jobs/:number/pay',
    summary: 'What the employer has to pay for a job now, with a code that can be paid',
    body: nothing,
    answer: z.object({ orders: z.array(payOrder) }),
    refusals: [...ON_JOB, 'nothing-to-pay'],
  },
  quoteCancel: {
    ...onJob,
    method: 'GET',
    path: '/jobs/:number/cancel',
    summary: 'What taking the job back now would cost and return',
    query: z.strictObject({ weather: z.enum(['true', 'false']).default('false') }),
    body: nothing,
    answer: cancelQuote,
    refusals: [...ON_JOB, 'job-over', 'cancel-too-late'],
  },
  settleJob: {
    ...onJob,
    path: '/jobs/:number/settle',
    summary: 'Name what each finished worker gets; less than agreed needs a reason and the worker’s consent',
    body: z.strictObject({
      amounts: z
        .array(z.strictObject({ take: takeId, amountFen, reason }))
        .min(1)
        .max(LIMIT.seatsPerJob),
    }),
    refusals: [...ON_JOB, 'no-take', 'not-finished', 'already-settled', 'pay-out-of-range', 'reason-missing', 'answer-first'],
  },
  proposePay: {
    ...onJob,
    path: '/jobs/:number/proposals',
    summary: 'Offer other pay for a seat: part of the work, a deduction, overtime, or cash that changed hands; the other side answers',
    body: z.strictObject({
      /** An employer who names none means everybody at work. */
      take: takeId.optional(),
      kind: z.enum(PROPOSAL_KINDS),
      /** All that the seat is to be paid. */
      amountFen: amountFen.optional(),
      /** Instead of an amount: the hours that were worked (part-day) or come on top (overtime, at the agreed rate). */
      hours: z.number().positive().max(LIMIT.hoursSaid).optional(),
      reason,
    }),
    refusals: [
      ...ON_JOB,
      'no-take',
      'not-started',
      'not-finished',
      'already-settled',
      'answer-first',
      'pay-out-of-range',
      'reason-missing',
      'pay-not-less',
      'pay-not-more',
      'not-what-is-owed',
      'no-overtime-at-age',
      'cash-not-allowed',
    ],
  },
  answerPay: {
    ...onJob,
    path: '/jobs/:number/answers',
    summary: 'Agree to what the other side has offered, or not; another amount than was offered is a no',
    body: z.strictObject({ take: takeId.optional(), yes: z.boolean(), amountFen: amountFen.optional() }),
    refusals: [...ON_JOB, 'no-take', 'nothing-offered', 'not-yours-to-answer'],
  },
} as const satisfies Routes
