import { z } from 'zod'
import { ALERT_STATES, type Alert } from '../core/alert/alert.ts'
import { RULE_IDS } from '../core/alert/rule.ts'
import { SEASON_KINDS } from '../core/statistics/season.ts'
import { instant } from '../store/codecs.ts'
import { collection } from '../store/collection.ts'
import { onceFields, type Remembers } from '../store/once.ts'
import type { Doc } from '../store/port.ts'

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/)
const state = z.enum(ALERT_STATES)

export type AlertDoc = Alert & Remembers & Doc

/** Listed the newest first, all of a county or a township, in any state or in one. */
export const alerts = collection<AlertDoc>({
  name: 'alerts',
  schema: z.strictObject({
    id: z.string(),
    county: z.string(),
    version: z.int(),
    rule: z.enum(RULE_IDS),
    township: z.string(),
    subject: z.string(),
    from: day,
    to: day,
    day,
    numbers: z.record(z.string(), z.number()),
    people: z.int(),
    demo: z.boolean(),
    mutedBy: z.enum(SEASON_KINDS).nullable(),
    state,
    firedAt: instant,
    steps: z.array(z.strictObject({ state, at: instant, by: z.string(), note: z.string() })),
    ...onceFields,
  }),
  indexes: {
    day: ['county', 'demo', 'day'],
    stateDay: ['county', 'demo', 'state', 'day'],
    townshipDay: ['county', 'demo', 'township', 'day'],
    townshipStateDay: ['county', 'demo', 'township', 'state', 'day'],
  },
})
