import { z } from 'zod'
import { PAYMENT_LIMIT } from '../core/payment/payment-limit.ts'
import { byNumber, jobView } from './job.contract.ts'
import type { Routes } from './route.ts'
import { nothing, wireFen } from './shapes.ts'

/** How far an employer is trusted to pay afterwards, and how much of it is drawn. */
export const creditView = z.object({ employer: z.string(), limitFen: wireFen, lentFen: wireFen })

/** Above what one person may decide alone. */
const WEIGHTY = ['prove-again', 'second-person-needed'] as const

export const staffMoneyRoutes = {
  settleContested: {
    method: 'POST',
    path: '/staff/jobs/:number/settle',
    role: 'staff',
    action: 'settle-pay',
    tag: 'staff',
    summary: 'Say what a seat is paid whose pay the two sides disagree about, after hearing both',
    params: byNumber,
    query: nothing,
    body: z.strictObject({ take: z.string().min(1).max(40), amountFen: z.number() }),
    answer: jobView,
    status: 200,
    refusals: ['job-not-found', 'no-take', 'not-finished', 'already-settled', 'nothing-contested', 'pay-out-of-range', ...WEIGHTY],
  },
  setCreditLine: {
    method: 'POST',
    path: '/staff/credit-lines',
    role: 'staff',
    action: 'set-credit',
    tag: 'staff',
    summary: 'Trust an employer to pay after the work, up to a limit; 0 ends it for new jobs',
    params: nothing,
    query: nothing,
    body: z.strictObject({ employer: z.string().min(1).max(60), limitFen: z.int().min(0).max(PAYMENT_LIMIT.amountFen) }),
    answer: creditView,
    status: 200,
    refusals: ['not-found', 'not-an-employer', ...WEIGHTY],
  },
} as const satisfies Routes
