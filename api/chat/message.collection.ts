import { z } from 'zod'
import { instant } from '../store/codecs.ts'
import { collection } from '../store/collection.ts'
import type { Doc } from '../store/port.ts'

/** A chat line the bot has taken on. Its words are sealed, and gone once it is answered. */
export interface MessageDoc extends Doc {
  readonly state: 'received' | 'answered'
  readonly at: Temporal.Instant
  readonly sealed: string | null
}

export const messages = collection<MessageDoc>({
  name: 'messages',
  schema: z.strictObject({
    id: z.string(),
    county: z.string(),
    version: z.int(),
    state: z.enum(['received', 'answered']),
    at: instant,
    sealed: z.string().nullable(),
  }),
  indexes: { state: ['county', 'state', 'at'] },
})
