import { z } from 'zod'
import { FLAG_SIGNS } from '../core/flag.ts'
import type { Routes } from './route.ts'
import { nothing, typedText } from './shapes.ts'

export const flagRoutes = {
  flagLine: {
    method: 'POST',
    path: '/flags',
    role: 'contact',
    tag: 'notice',
    summary:
      'Somebody said what must not stand in the market: the hall is asked to look. Who and what kind of thing is kept, not the words',
    params: nothing,
    query: nothing,
    /** `room`: the group it was said in; null where it was said to the bot alone. */
    body: z.strictObject({ sign: z.enum(FLAG_SIGNS), room: typedText(100).nullable() }),
    answer: z.object({}),
    status: 200,
    refusals: [],
  },
} as const satisfies Routes
