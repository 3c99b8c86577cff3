import { z } from 'zod'
import type { Routes } from './route.ts'
import { chatNumberText, nothing, wireDay, wireFen, wireInstant } from './shapes.ts'
import { metric } from './statistics.contract.ts'

/** A job as everybody in the hall may read it from across the room: no name but a masked one, no number but that of the job. */
const boardJob = z.object({
  number: chatNumberText,
  trade: z.string(),
  content: z.string(),
  pay: z.object({ amountFen: wireFen, unit: z.enum(['day', 'hour', 'job']) }),
  startsAt: wireInstant,
  days: z.int(),
  township: z.string(),
  place: z.string(),
  seats: z.int(),
  seatsLeft: z.int(),
  licences: z.array(z.string()),
  insured: z.boolean(),
  employerName: z.string(),
})

export const boardAnswer = z.object({
  county: z.string(),
  today: wireDay,
  dataAsOf: wireInstant,
  demo: z.boolean(),
  jobs: z.array(boardJob),
  /** There are more than are told. */
  more: z.boolean(),
  figures: z.array(
    z.object({
      metric: metric.pick({ id: true, name: true, unit: true }),
      of: z.enum(['today', 'month', 'end']),
      value: z.number().nullable(),
    }),
  ),
})

export type Board = z.output<typeof boardAnswer>

export const hallRoutes = {
  seeBoard: {
    method: 'GET',
    path: '/hall/board',
    role: 'public',
    tag: 'hall',
    summary: 'What the screen of the hall shows: open jobs, the soonest first, and figures of today',
    params: nothing,
    query: nothing,
    body: nothing,
    answer: boardAnswer,
    status: 200,
    refusals: [],
    revalidate: true,
  },
} as const satisfies Routes
