import { z } from 'zod'
import { PERIOD_KINDS } from '../core/statistics/period-kind.ts'
import type { Routes } from './route.ts'
import { nothing, wireDay, wireInstant } from './shapes.ts'
import { metric } from './statistics.contract.ts'

/** From the first day up to but not including the last. */
const days = { from: wireDay, to: wireDay }

const seen = {
  value: z.number().nullable(),
  p90: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  suppressed: z.boolean(),
}

/**
 * What a period is held against: as many days of the one before where this one is still running (`same-days`), the whole of it (`whole`), or
 * what there was at its end (`end`). A running period against a whole one is told for people who are counted once, and is no change.
 */
const before = z.object({ ...seen, ...days, basis: z.enum(['same-days', 'whole', 'end']) })

/** `applies` is false where the metric cannot be told for the trade that is asked for. */
const figure = z.object({
  metric,
  applies: z.boolean(),
  now: z.object(seen).nullable(),
  before: before.nullable(),
  trend: z.array(z.object({ bucketStart: wireDay, value: z.number().nullable(), suppressed: z.boolean() })),
})

export const overviewQuery = z.strictObject({
  by: z.enum(PERIOD_KINDS).default('month'),
  /** Any day of the period; today unless said. */
  at: wireDay.optional(),
  region: z.string().max(20).optional(),
  trade: z.string().max(20).optional(),
})

export const overviewAnswer = z.object({
  period: z.object({
    by: z.enum(PERIOD_KINDS),
    ...days,
    isOpen: z.boolean(),
    earlier: wireDay,
    later: wireDay.nullable(),
    trendFrom: wireDay,
  }),
  region: z.string(),
  trade: z.string().nullable(),
  dataAsOf: wireInstant,
  /** Nothing has been counted for more than a day. */
  stale: z.boolean(),
  demo: z.boolean(),
  figures: z.array(figure),
})

export type Overview = z.output<typeof overviewAnswer>

export const overviewRoutes = {
  seeOverview: {
    method: 'GET',
    path: '/stats/overview',
    role: 'statistics',
    action: 'see-figures',
    tag: 'statistics',
    summary: 'Every figure of the catalogue for one period, what it was before, and where it has been going',
    params: nothing,
    query: overviewQuery,
    body: nothing,
    answer: overviewAnswer,
    status: 200,
    refusals: [],
    revalidate: true,
  },
} as const satisfies Routes
