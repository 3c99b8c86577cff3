import { z } from 'zod'
import { PERIOD_KINDS } from '../core/statistics/period-kind.ts'
import { overviewAnswer } from './overview.contract.ts'
import type { Routes } from './route.ts'
import { nothing, wireDay, wireInstant } from './shapes.ts'

const METRICS_MAX = 8
const figure = overviewAnswer.shape.figures.element.omit({ trend: true })

/** The same figures as everywhere, for somebody of the staff who asks in private chat from his own contact. */
const figuresInChat = z.object({
  by: z.enum(PERIOD_KINDS),
  from: wireDay,
  to: wireDay,
  isOpen: z.boolean(),
  /** The place that he works for: the county's code, or a township. */
  region: z.string(),
  dataAsOf: wireInstant,
  demo: z.boolean(),
  figures: z.array(figure),
  /** Of the first metric, township by township, where it was asked for so; those that he works for. */
  townships: z.array(z.object({ region: z.string(), value: z.number().nullable(), suppressed: z.boolean() })),
})
export type FiguresInChat = z.output<typeof figuresInChat>

export const figuresInChatRoutes = {
  figuresInChat: {
    method: 'GET',
    path: '/people/me/figures',
    role: 'contact',
    tag: 'statistics',
    summary: 'Figures for the member of staff whose contact asks; handfuls of people are kept back from everybody here',
    params: nothing,
    query: z.strictObject({
      /** Ids, with commas between them. */
      metrics: z
        .string()
        .max(300)
        .transform((text) => text.split(','))
        .refine((ids) => ids.length <= METRICS_MAX, 'too many'),
      by: z.enum(PERIOD_KINDS).default('day'),
      /** Any day of the period; today unless said. */
      at: wireDay.optional(),
      breakdown: z.enum(['none', 'township']).default('none'),
    }),
    body: nothing,
    answer: figuresInChat,
    status: 200,
    refusals: ['not-allowed', 'not-found'],
  },
  alertsInChat: {
    method: 'GET',
    path: '/people/me/alerts',
    role: 'contact',
    tag: 'statistics',
    summary: 'The newest alerts nobody has looked into, as whoever only sees figures is told of them',
    params: nothing,
    query: nothing,
    body: nothing,
    answer: z.object({
      alerts: z.array(z.object({ text: z.string(), urgent: z.boolean(), from: wireDay, to: wireDay })),
      /** There are more than these. */
      more: z.boolean(),
    }),
    status: 200,
    refusals: ['not-allowed', 'not-found'],
  },
} as const satisfies Routes
