import { z } from 'zod'
import type { PaymentEvent, PaymentEventType } from '../core/payment/payment-event.ts'
import { instant } from '../store/codecs.ts'

/** Every event type, so that the compiler asks for a row when one is added. */
const TYPES = {
  paymentReceived: 'paymentReceived',
  paymentClosed: 'paymentClosed',
  refundDone: 'refundDone',
  refundFailed: 'refundFailed',
  payoutDone: 'payoutDone',
  payoutFailed: 'payoutFailed',
} as const satisfies { readonly [Type in PaymentEventType]: Type }

const stored = z.strictObject({
  id: z.string().min(1).max(200),
  type: z.enum(TYPES),
  county: z.string(),
  at: instant,
  demo: z.boolean(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
})

/** Only events we made ourselves are ever stored, so which facts belong to which type is left to the compiler. */
const eventSchema = stored as unknown as z.ZodType<PaymentEvent, z.input<typeof stored>>

/** The same shape as every aggregate's outbox, so that the relay can carry it. */
export interface PaymentOutbox {
  readonly outbox: readonly PaymentEvent[]
  readonly outboxSince: Temporal.Instant | null
}

export const paymentOutboxFields = { outbox: z.array(eventSchema), outboxSince: instant.nullable() }
export const paymentOutboxIndex = { outbox: ['county', 'outboxSince'] } as const
export const NOTHING_PENDING: PaymentOutbox = { outbox: [], outboxSince: null }

export function pending({ outbox: before, outboxSince }: PaymentOutbox, events: readonly PaymentEvent[]): PaymentOutbox {
  const outbox = [...before, ...events]
  return { outbox, outboxSince: outboxSince ?? outbox[0]?.at ?? null }
}
