import { z } from 'zod'
import { STAFF_TASK_KINDS, type StaffTask } from '../core/staff-task/staff-task.ts'
import { instant } from '../store/codecs.ts'
import { collection } from '../store/collection.ts'
import { onceFields, type Remembers } from '../store/once.ts'
import type { Doc } from '../store/port.ts'

const head = {
  id: z.string(),
  county: z.string(),
  version: z.int(),
  key: z.string(),
  kind: z.enum(STAFF_TASK_KINDS),
  subject: z.string(),
  township: z.string().default(''),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  openedAt: instant,
  ...onceFields,
}

export type StaffTaskDoc = StaffTask & Remembers & Doc

/** Listed by state, or by state and kind, the oldest first, all of them or those of a township. */
export const staffTasks = collection<StaffTaskDoc>({
  name: 'staffTasks',
  schema: z.discriminatedUnion('state', [
    z.strictObject({ ...head, state: z.literal('open') }),
    z.strictObject({ ...head, state: z.literal('done'), doneAt: instant, doneBy: z.string(), note: z.string() }),
  ]),
  indexes: {
    state: ['county', 'state', 'openedAt'],
    kind: ['county', 'state', 'kind', 'openedAt'],
    townshipState: ['county', 'township', 'state', 'openedAt'],
    townshipKind: ['county', 'township', 'state', 'kind', 'openedAt'],
  },
})
