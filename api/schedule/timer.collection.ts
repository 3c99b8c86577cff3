import { z } from 'zod'
import { instant } from '../store/codecs.ts'
import { collection } from '../store/collection.ts'
import type { Doc } from '../store/port.ts'

/** Something that is to happen to `subject` at `dueAt`, kept where no clock, restart or queue can lose it. */
export interface Timer extends Doc {
  readonly kind: string
  readonly subject: string
  readonly dueAt: Temporal.Instant
  /** When to look at it next: when it is due, when the lease of whoever runs it ends, or when a failure is tried again. Null: nothing to do. */
  readonly wakeAt: Temporal.Instant | null
  /** The due time it last ran for; setting the same one again does not run it again. */
  readonly ranFor: Temporal.Instant | null
  readonly failures: number
}

/** A row stays after its run, so that a repeated `set` finds that it ran. Each claim grows the version, which is its fence. */
export const timers = collection<Timer>({
  name: 'timers',
  schema: z.strictObject({
    id: z.string(),
    county: z.string(),
    version: z.int(),
    kind: z.string(),
    subject: z.string(),
    dueAt: instant,
    wakeAt: instant.nullable(),
    ranFor: instant.nullable(),
    failures: z.int(),
  }),
  indexes: { wake: ['county', 'wakeAt'], idle: ['county', 'wakeAt', 'dueAt'] },
})
