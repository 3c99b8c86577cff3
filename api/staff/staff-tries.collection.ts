import { z } from 'zod'
import type { Tries } from '../core/staff/tries.ts'
import { instant } from '../store/codecs.ts'
import { collection } from '../store/collection.ts'
import type { Doc } from '../store/port.ts'

/** How often somebody guessed. Its id tells nobody at which login, or from which address. */
export type StaffTriesDoc = Tries & Doc

export const staffTries = collection<StaffTriesDoc>({
  name: 'staffTries',
  schema: z.strictObject({ id: z.string(), county: z.string(), version: z.int(), used: z.number(), at: instant }),
  indexes: { age: ['county', 'at'] },
})
