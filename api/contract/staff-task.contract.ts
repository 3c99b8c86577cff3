import { z } from 'zod'
import { LIMIT } from '../core/limit.ts'
import { STAFF_TASK_KINDS } from '../core/staff-task/staff-task.ts'
import type { Routes } from './route.ts'
import { nothing, pageAsked, saidText, wireInstant } from './shapes.ts'

const state = z.enum(['open', 'done'])
const kind = z.enum(STAFF_TASK_KINDS)

/**
 * Something that a person of the hall must look at. `facts` are ids, numbers, days and amounts in fen; `names` has for each fact that is
 * somebody's id his masked name, one star where he is gone; `doneBy` is who closed it.
 */
export const staffTaskView = z.object({
  id: z.string(),
  kind,
  title: z.string(),
  subject: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])),
  names: z.record(z.string(), z.string()),
  state,
  openedAt: wireInstant,
  doneAt: wireInstant.nullable(),
  doneBy: z.string().nullable(),
  note: z.string().nullable(),
})
export type StaffTaskView = z.output<typeof staffTaskView>

export const staffTaskRoutes = {
  listStaffTasks: {
    method: 'GET',
    path: '/staff/tasks',
    role: 'staff',
    action: 'see-tasks',
    tag: 'staff',
    summary: 'What a person of the hall must look at, the oldest first',
    params: nothing,
    query: z.strictObject({
      state: state.default('open'),
      kind: kind.optional(),
      ...pageAsked(),
    }),
    body: nothing,
    answer: z.object({ tasks: z.array(staffTaskView), next: z.string().nullable() }),
    status: 200,
    refusals: [],
  },
  closeStaffTask: {
    method: 'POST',
    path: '/staff/tasks/:id/close',
    role: 'staff',
    action: 'close-task',
    tag: 'staff',
    summary: 'Somebody has looked; the note says what came of it, and names nobody',
    params: z.strictObject({ id: z.string().min(1).max(100) }),
    query: nothing,
    body: z.strictObject({ note: saidText(LIMIT.noteCharacters) }),
    answer: staffTaskView,
    status: 200,
    refusals: ['not-found', 'staff-task-done', 'payout-unanswered'],
  },
} as const satisfies Routes
