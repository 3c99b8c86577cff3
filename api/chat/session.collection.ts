import { z } from 'zod'
import { collection } from '../store/collection.ts'
import type { Doc } from '../store/port.ts'

/** What the bot remembers of a private conversation, sealed as a whole: a half-filled registration stands in it. */
export interface SessionDoc extends Doc {
  readonly sealed: string
}

export const sessions = collection<SessionDoc>({
  name: 'sessions',
  schema: z.strictObject({ id: z.string(), county: z.string(), version: z.int(), sealed: z.string() }),
})
