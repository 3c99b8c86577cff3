import { z } from 'zod'
import { instant } from '../store/codecs.ts'
import { collection } from '../store/collection.ts'
import type { Doc } from '../store/port.ts'

export interface NotificationDoc extends Doc {
  readonly about: string
  readonly handledAt: Temporal.Instant
}

/** Callbacks whose effect is written, by the provider's id of them: whatever comes again has been handled. */
export const notifications = collection<NotificationDoc>({
  name: 'paymentNotifications',
  schema: z.strictObject({ id: z.string(), county: z.string(), version: z.literal(1), about: z.string(), handledAt: instant }),
  indexes: { handledAt: ['county', 'handledAt'] },
})
