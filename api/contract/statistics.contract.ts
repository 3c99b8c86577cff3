import { z } from 'zod'
import type { Routes } from './route.ts'
import { nothing, wireDay, wireInstant } from './shapes.ts'

export const metric = z.object({
  id: z.string(),
  name: z.string(),
  unit: z.string(),
  kind: z.enum(['stock', 'flow', 'ratio']),
  definition: z.string(),
  timeField: z.string(),
  breakdowns: z.array(z.enum(['none', 'township'])),
})

/** One row a cell; `value` is null where the denominator is empty, never 0. */
export const statisticsAnswer = z.object({
  metric,
  bucket: z.enum(['day', 'week', 'month', 'all']),
  dataAsOf: wireInstant,
  demo: z.boolean(),
  rows: z.array(
    z.object({
      bucketStart: wireDay,
      region: z.string(),
      value: z.number().nullable(),
      numerator: z.number(),
      denominator: z.number().nullable(),
    }),
  ),
})

export const statisticsRoutes = {
  listMetrics: {
    method: 'GET',
    path: '/stats/metrics',
    role: 'statistics',
    action: 'see-figures',
    tag: 'statistics',
    summary: 'The catalogue: what each figure counts',
    params: nothing,
    query: nothing,
    body: nothing,
    answer: z.object({ metrics: z.array(metric) }),
    status: 200,
    refusals: [],
  },
  queryMetric: {
    method: 'GET',
    path: '/stats/query',
    role: 'statistics',
    action: 'see-figures',
    tag: 'statistics',
    summary: 'One metric by bucket and township, from the first day up to but not including the last',
    params: nothing,
    query: z.strictObject({
      metric: z.string().max(60),
      breakdown: z.enum(['none', 'township']).default('none'),
      region: z.string().max(20).optional(),
      from: wireDay,
      to: wireDay,
      bucket: z.enum(['day', 'week', 'month', 'all']).default('day'),
    }),
    body: nothing,
    answer: statisticsAnswer,
    status: 200,
    refusals: ['not-found'],
  },
} as const satisfies Routes
