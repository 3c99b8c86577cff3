import { z } from 'zod'
import { RULE_IDS } from '../core/alert/rule.ts'
import { BUCKETS } from '../core/statistics/bucket.ts'
import { BREAKDOWNS, METRIC_UNITS } from '../core/statistics/metric-row.ts'
import { SEASON_KINDS } from '../core/statistics/season.ts'
import { fileAnswer } from './file-answer.ts'
import type { Routes } from './route.ts'
import { nothing, wireDay, wireInstant } from './shapes.ts'

/** `collected` is false for what nothing tells of yet: there is no figure then, not even 0. */
export const metric = z.object({
  id: z.string(),
  number: z.int(),
  name: z.string(),
  unit: z.enum(METRIC_UNITS),
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

export type Metric = z.output<typeof metric>
export type StatisticsAnswer = z.output<typeof statisticsAnswer>

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

/** Grows with every change of these shapes that a front end must know of. */
export const STATISTICS_CONTRACT = 3

export const VARIABLE_KINDS = ['counties', 'townships', 'trades', 'metrics', 'buckets'] as const

/**
 * What explains figures, or asks for a look at them: a stretch of days, the last one left out. `text` says more, in one sentence; `alert` and
 * `rule` are those of an alert; `region` is where it belongs, the county's own code for all of it.
 */
const explanation = z.object({
  kind: z.enum([...SEASON_KINDS, 'alert']),
  title: z.string(),
  text: z.string(),
  from: wireDay,
  to: wireDay,
  region: z.string(),
  alert: z.string().nullable(),
  rule: z.enum(RULE_IDS).nullable(),
})
export type Explanation = z.output<typeof explanation>

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
    revalidate: true,
  },
  queryMetric: {
    method: 'GET',
    path: '/stats/query',
    role: 'statistics',
    action: 'see-figures',
    tag: 'statistics',
    summary: 'One metric by bucket and whatever it is told apart by, from the first day up to but not including the last',
    params: nothing,
    query: statisticsQuery,
    body: nothing,
    answer: statisticsAnswer,
    status: 200,
    refusals: ['not-found'],
    revalidate: true,
  },
  exportMetric: {
    method: 'GET',
    path: '/stats/file',
    role: 'statistics',
    action: 'see-figures',
    tag: 'statistics',
    summary: 'What a query answers, as a file',
    params: nothing,
    query: statisticsQuery.extend({ format: z.enum(['xlsx', 'csv']).default('xlsx') }),
    body: nothing,
    answer: fileAnswer,
    status: 200,
    refusals: ['not-found'],
  },
  listVariable: {
    method: 'GET',
    path: '/stats/variables/:kind',
    role: 'statistics',
    action: 'see-figures',
    tag: 'statistics',
    summary: 'What a dashboard lets choose from',
    params: z.object({ kind: z.enum(VARIABLE_KINDS) }),
    query: nothing,
    body: nothing,
    answer: z.object({ values: z.array(z.object({ value: z.string(), text: z.string() })) }),
    status: 200,
    refusals: [],
    revalidate: true,
  },
  listExplanations: {
    method: 'GET',
    path: '/stats/events',
    role: 'statistics',
    action: 'see-figures',
    tag: 'statistics',
    summary: 'What explains figures: the Spring Festival, the harvests, days on which rules changed, and the alerts',
    params: nothing,
    query: z.strictObject({ from: wireDay, to: wireDay, region: z.string().max(20).optional() }),
    body: nothing,
    answer: z.object({ events: z.array(explanation) }),
    status: 200,
    refusals: [],
    revalidate: true,
  },
  statisticsHealth: {
    method: 'GET',
    path: '/stats/health',
    role: 'statistics',
    action: 'see-figures',
    tag: 'statistics',
    summary: 'Whether the figures can be had, in which shape, and how old they are',
    params: nothing,
    query: nothing,
    body: nothing,
    answer: z.object({
      contract: z.int(),
      definitionVersion: z.int(),
      dataAsOf: wireInstant,
      /** Nothing has been counted for more than a day, though something might have been. */
      stale: z.boolean(),
      demo: z.boolean(),
    }),
    status: 200,
    refusals: [],
  },
} as const satisfies Routes
