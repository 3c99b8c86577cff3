import { z } from 'zod'
import type { Routes } from './route.ts'
import { nothing, wireInstant } from './shapes.ts'

export const systemRoutes = {
  health: {
    method: 'GET',
    path: '/health',
    role: 'public',
    tag: 'system',
    summary: 'Whether the server can read and write',
    params: nothing,
    query: nothing,
    body: nothing,
    answer: z.object({
      status: z.enum(['ok', 'degraded']),
      at: wireInstant,
      store: z.enum(['sqlite', 'mongodb']),
      queue: z.enum(['memory', 'redis']),
      demo: z.boolean(),
    }),
    status: 200,
    refusals: ['try-again'],
  },
} as const satisfies Routes
