import { z } from 'zod'
import { BUCKETS } from '../core/statistics/bucket.ts'
import { BREAKDOWNS } from '../core/statistics/metric-row.ts'
import type { Routes } from './route.ts'
import { nothing, wireDay, wireInstant } from './shapes.ts'

/** `collected` is false for what nothing tells of yet: there is no figure then, not even 0. */
export const metric = z.object({
  id: z.string(),
  number: z.int(),
  name: z.string(),
  unit: z.string(),
  kind: z.enum(['stock', 'flow', 'ratio', 'duration']),
  definition: z.string(),
  definitionVersion: z.int(),
  collected: z.boolean(),
  timeField: z.string(),
  breakdowns: z.array(z.enum(BREAKDOWNS)),
  buckets: z.array(z.enum(BUCKETS)),
})

const cell = { bucketStart: wireDay, region: z.string(), group: z.string().nullable(), value: z.number().nullable() }

/**
 * One row a cell. `value` is null where the denominator is empty, never 0, and where the cell is `suppressed`, which then says nothing else
 * either. `group` is the trade, risk class, age or whatever the breakdown tells apart. `p90` belongs to durations. A `closed` row stays as it is;
 * what it would be today stands among the revisions.
 */
export const statisticsAnswer = z.object({
  metric,
  bucket: z.enum(BUCKETS),
  breakdown: z.enum(BREAKDOWNS),
  dataAsOf: wireInstant,
  demo: z.boolean(),
  suppressed: z.int(),
  closedMonths: z.array(z.string()),
  rows: z.array(
    z.object({
      ...cell,
      p90: z.number().nullable(),
      numerator: z.number().nullable(),
      denominator: z.number().nullable(),
      suppressed: z.boolean(),
      closed: z.boolean(),
    }),
  ),
  revisions: z.array(z.object(cell)),
})

export const statisticsQuery = z.strictObject({
  metric: z.string().max(60),
  breakdown: z.enum(BREAKDOWNS).default('none'),
  region: z.string().max(20).optional(),
  trade: z.string().max(20).optional(),
  risk: z.coerce.number().int().min(1).max(6).optional(),
  from: wireDay,
  to: wireDay,
  bucket: z.enum(BUCKETS).default('day'),
})

export const statisticsRoutes = {
  listMetrics: {
    method: 'GET',
    path: '/stats/metrics',
    role: 'statistics',
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
    tag: 'statistics',
    summary: 'One metric by bucket and whatever it is told apart by, from the first day up to but not including the last',
    params: nothing,
    query: statisticsQuery,
    body: nothing,
    answer: statisticsAnswer,
    status: 200,
    refusals: ['not-found'],
  },
} as const satisfies Routes
