import { z } from 'zod'
import type { Payout } from '../core/payment/payout.ts'
import { type Outbox, outboxFields, outboxIndex } from '../event/outbox.ts'
import { fenAmount, instant } from '../store/codecs.ts'
import { collection } from '../store/collection.ts'
import type { Doc } from '../store/port.ts'

const terms = {
  id: z.string(),
  county: z.string(),
  version: z.int(),
  ...outboxFields,
  demo: z.boolean(),
  key: z.string(),
  worker: z.string(),
  payeeMark: z.string(),
  amountFen: fenAmount,
  remark: z.string(),
  jobType: z.string(),
  payNote: z.string(),
  createdAt: instant,
  orders: z.int(),
  orderedAt: instant.nullable(),
  bill: z.string().nullable(),
  doneOn: z.string().nullable(),
}

export type PayoutDoc = Payout & Outbox & Doc

/** One a key; its id is its number at the provider. Who is paid is in the people's room, sealed; here is only a mark of it. */
export const payouts = collection<PayoutDoc>({
  name: 'payouts',
  schema: z.discriminatedUnion('state', [
    z.strictObject({ ...terms, state: z.enum(['held', 'created', 'accepted', 'processing', 'transferring', 'cancelling', 'done']) }),
    z.strictObject({ ...terms, state: z.literal('waiting'), packageInfo: z.string().nullable() }),
    z.strictObject({ ...terms, state: z.enum(['unknown', 'failed', 'cancelled']), code: z.string() }),
  ]),
  unique: { bill: ['county', 'bill'] },
  indexes: {
    ...outboxIndex,
    state: ['county', 'state', 'createdAt'],
    worker: ['county', 'worker', 'createdAt'],
    doneOn: ['county', 'doneOn'],
  },
})
