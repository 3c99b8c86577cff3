import { z } from 'zod'
import { ALERT_STATES } from '../core/alert/alert.ts'
import { ALERT_UNITS, RULE_IDS, RULE_TIMES } from '../core/alert/rule.ts'
import { LIMIT } from '../core/limit.ts'
import { SEASON_KINDS } from '../core/statistics/season.ts'
import type { Routes } from './route.ts'
import { nothing, pageAsked, saidText, typedText, wireDay, wireInstant } from './shapes.ts'

/** A rule of the county's list. One that is `waiting` never fires, because of what `waitsFor` says. */
const alertRule = z.object({
  id: z.enum(RULE_IDS),
  letter: z.string(),
  title: z.string(),
  definition: z.string(),
  time: z.enum(RULE_TIMES),
  urgent: z.boolean(),
  desk: z.string(),
  waitsFor: z.string().nullable(),
})

/**
 * What a rule has found. Its period is `from` up to but not including `to`; `text` says all of it in one sentence. Numbers of a handful of people
 * are kept back (`suppressed`) from whoever only sees figures, and `subject` (the id or number of what it is about) is told to those alone who
 * may handle it. `mutedBy`: the days of the year explain it, so nobody is called. `by` in a step is the account of the staff, empty for the
 * county's own doing.
 */
export const alertView = z.object({
  id: z.string(),
  rule: z.enum(RULE_IDS),
  title: z.string(),
  text: z.string(),
  definition: z.string(),
  desk: z.string(),
  urgent: z.boolean(),
  state: z.enum(ALERT_STATES),
  region: z.string(),
  subject: z.string().nullable(),
  from: wireDay,
  to: wireDay,
  numbers: z.array(z.object({ id: z.string(), name: z.string(), value: z.number(), unit: z.enum(ALERT_UNITS), text: z.string() })),
  suppressed: z.boolean(),
  mutedBy: z.enum(SEASON_KINDS).nullable(),
  firedAt: wireInstant,
  steps: z.array(z.object({ state: z.enum(ALERT_STATES), at: wireInstant, by: z.string(), note: z.string() })),
  demo: z.boolean(),
})
export type AlertView = z.output<typeof alertView>

const handled = {
  method: 'POST',
  role: 'staff',
  action: 'handle-alerts',
  tag: 'statistics',
  params: z.strictObject({ id: z.string().min(1).max(100) }),
  query: nothing,
  answer: alertView,
  status: 200,
} as const

export const alertRoutes = {
  listAlerts: {
    method: 'GET',
    path: '/stats/alerts',
    role: 'statistics',
    action: 'see-figures',
    tag: 'statistics',
    summary: 'What the rules have found, the newest first; a page may hold fewer than its limit',
    params: nothing,
    query: z.strictObject({
      state: z.enum(ALERT_STATES).optional(),
      rule: z.enum(RULE_IDS).optional(),
      region: z.string().max(20).optional(),
      from: wireDay.optional(),
      to: wireDay.optional(),
      ...pageAsked(),
    }),
    body: nothing,
    answer: z.object({ alerts: z.array(alertView), next: z.string().nullable() }),
    status: 200,
    refusals: [],
    revalidate: true,
  },
  listAlertRules: {
    method: 'GET',
    path: '/stats/alert-rules',
    role: 'statistics',
    action: 'see-figures',
    tag: 'statistics',
    summary: 'Every rule: when it fires, who has to look, and which ones wait for something that the county does not tell yet',
    params: nothing,
    query: nothing,
    body: nothing,
    answer: z.object({ rules: z.array(alertRule) }),
    status: 200,
    refusals: [],
    revalidate: true,
  },
  acknowledgeAlert: {
    ...handled,
    path: '/staff/alerts/:id/acknowledge',
    summary: 'Somebody looks into it',
    body: z.strictObject({ note: typedText(LIMIT.noteCharacters).default('') }),
    refusals: ['not-found', 'alert-not-new'],
  },
  closeAlert: {
    ...handled,
    path: '/staff/alerts/:id/close',
    summary: 'Somebody has looked; the note says what came of it, and names nobody',
    body: z.strictObject({ note: saidText(LIMIT.noteCharacters) }),
    refusals: ['not-found', 'alert-not-acknowledged'],
  },
} as const satisfies Routes
