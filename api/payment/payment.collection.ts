import { z } from 'zod'
import { PAYMENT_WAYS, type Payment } from '../core/payment/payment.ts'
import { PAYMENT_LIMIT } from '../core/payment/payment-limit.ts'
import { NEXT_REFUND_STATE } from '../core/payment/refund.ts'
import { type Outbox, outboxFields, outboxIndex } from '../event/outbox.ts'
import { fenAmount, instant } from '../store/codecs.ts'
import { collection } from '../store/collection.ts'
import type { Doc } from '../store/port.ts'

const text = z.string().min(1)

const refund = z.strictObject({
  number: text,
  key: text,
  amountFen: fenAmount,
  createdAt: instant,
  state: z.enum(Object.keys(NEXT_REFUND_STATE) as (keyof typeof NEXT_REFUND_STATE)[]),
  code: z.string().nullable(),
})

const terms = {
  id: z.string(),
  county: z.string(),
  version: z.int(),
  ...outboxFields,
  demo: z.boolean(),
  key: text,
  way: z.enum(PAYMENT_WAYS),
  amountFen: fenAmount,
  description: text,
  createdAt: instant,
  expiresAt: instant,
  refunds: z.array(refund).max(PAYMENT_LIMIT.refundsPerPayment),
}

const page = z.strictObject({ appId: text, timeStamp: text, nonceStr: text, package: text, signType: text, paySign: text })
const means = z.union([z.strictObject({ way: z.literal('native'), codeUrl: text }), z.strictObject({ way: z.literal('jsapi'), page })])

export type PaymentDoc = Payment & Outbox & Doc

/** One a key; its id is its number at the provider. */
export const payments = collection<PaymentDoc>({
  name: 'payments',
  schema: z.discriminatedUnion('state', [
    z.strictObject({ ...terms, state: z.enum(['created', 'unknown', 'failed', 'closed']), code: z.string().nullable() }),
    z.strictObject({ ...terms, state: z.literal('asked'), means }),
    z.strictObject({ ...terms, state: z.literal('paid'), transaction: text, paidAt: instant, paidOn: z.string() }),
  ]),
  unique: { transaction: ['county', 'transaction'] },
  indexes: { ...outboxIndex, paidOn: ['county', 'paidOn'] },
})
