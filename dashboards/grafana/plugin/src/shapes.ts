import * as z from 'zod/mini'

/** What the API answers, as far as it is used here. Words it may grow (units, kinds, breakdowns) are texts: a new one is no reason to fail. */
export const metricShape = z.object({
  id: z.string(),
  name: z.string(),
  unit: z.string(),
  kind: z.string(),
  definition: z.string(),
  collected: z.boolean(),
  breakdowns: z.array(z.string()),
  buckets: z.array(z.string()),
})
export type Metric = z.output<typeof metricShape>

export const metricsShape = z.object({ metrics: z.array(metricShape) })

const rowShape = z.object({
  bucketStart: z.string(),
  region: z.string(),
  group: z.nullable(z.string()),
  value: z.nullable(z.number()),
  p90: z.nullable(z.number()),
  suppressed: z.boolean(),
})
export type Row = z.output<typeof rowShape>

export const figuresShape = z.object({
  metric: metricShape,
  bucket: z.string(),
  breakdown: z.string(),
  dataAsOf: z.string(),
  demo: z.boolean(),
  suppressed: z.number(),
  rows: z.array(rowShape),
  revisions: z.array(z.unknown()),
})
export type Figures = z.output<typeof figuresShape>

export const choicesShape = z.object({ values: z.array(z.object({ value: z.string(), text: z.string() })) })
export type Choice = z.output<typeof choicesShape>['values'][number]

export const eventsShape = z.object({
  events: z.array(z.object({ kind: z.string(), title: z.string(), text: z.string(), from: z.string(), to: z.string() })),
})
export type CountyEvent = z.output<typeof eventsShape>['events'][number]

export const alertsShape = z.object({
  alerts: z.array(
    z.object({ title: z.string(), text: z.string(), desk: z.string(), state: z.string(), urgent: z.boolean(), from: z.string() }),
  ),
})
export type Alert = z.output<typeof alertsShape>['alerts'][number]

/** A "no" of the API: which rule, and of a bad question which field. */
export const problemShape = z.object({
  code: z.string(),
  title: z.string(),
  facts: z.object({ field: z.optional(z.string()) }),
  errors: z.array(z.object({ field: z.string() })),
})

export const healthShape = z.object({ contract: z.number(), dataAsOf: z.string(), stale: z.boolean(), demo: z.boolean() })
export type Health = z.output<typeof healthShape>
