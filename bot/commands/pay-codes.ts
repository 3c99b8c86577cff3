import type { PayOrder } from '@linggong/api/contract/job.contract.ts'
import { type Saying, say } from '../copy/sayings.ts'
import type { Outcome } from '../dialogue/turn.ts'

/** Something to be paid, with the code to pay it by below; while the provider makes the code, the link is enough. */
export const withCode = (saying: Saying, { codeUrl }: PayOrder): Outcome => ({
  replies: [{ to: 'private', saying, ...(codeUrl === null ? {} : { qr: codeUrl }) }],
})

/** Everything that is to be paid for a job, a message each. */
export const payCodes = (orders: readonly PayOrder[]): Outcome => ({
  replies: orders.flatMap((order) => withCode(say('payNow', { order }), order).replies),
})
