import { z } from 'zod'
import { instant } from '../store/codecs.ts'
import { collection } from '../store/collection.ts'
import type { Doc } from '../store/port.ts'

/** What the bot remembers of a private conversation, sealed as a whole: a half-filled registration stands in it. */
export interface SessionDoc extends Doc {
  /** When it was saved last. */
  readonly at: Temporal.Instant
  readonly sealed: string
}

export const sessions = collection<SessionDoc>({
  name: 'sessions',
  schema: z.strictObject({ id: z.string(), county: z.string(), version: z.int(), at: instant, sealed: z.string() }),
  indexes: { age: ['county', 'at'] },
})
