import type { Bucket } from './bucket.ts'

/** What people look at as one: a calendar bucket of any size. */
export const PERIOD_KINDS = ['day', 'week', 'month', 'quarter', 'year'] as const satisfies readonly Bucket[]
export type PeriodKind = (typeof PERIOD_KINDS)[number]
