import { HALL, staffAct } from '../audit/actor-of.ts'
import type { Audited } from '../audit/audit.ts'
import type { Handlers } from '../contract/handler.ts'
import type { StaffTaskView } from '../contract/staff-task.contract.ts'
import { type Clock, instantText } from '../core/clock.ts'
import { accept } from '../core/result.ts'
import { closeStaffTask } from '../core/staff-task/staff-task.ts'
import type { Editor } from '../store/editor.ts'
import { once } from '../store/once.ts'
import type { Store } from '../store/port.ts'
import { onceOf } from '../vault/once-of.ts'
import { type StaffTaskDoc, staffTasks } from './staff-task.collection.ts'
import { STAFF_TASK_TITLE } from './staff-task-copy.ts'

export interface StaffTaskRoutesParts {
  readonly store: Pick<Store, 'find'>
  readonly editor: Editor
  readonly county: string
  readonly clock: Clock
  readonly audited: Audited
}

const show = (task: StaffTaskDoc): StaffTaskView => ({
  id: task.id,
  kind: task.kind,
  title: STAFF_TASK_TITLE[task.kind],
  subject: task.subject,
  facts: task.facts,
  state: task.state,
  openedAt: instantText(task.openedAt),
  doneAt: task.state === 'done' ? instantText(task.doneAt) : null,
  doneBy: task.state === 'done' ? task.doneBy : null,
  note: task.state === 'done' ? task.note : null,
})

/** What the people of the hall see and do about what they must look at. */
export function createStaffTaskRoutes(parts: StaffTaskRoutesParts): Pick<Handlers, 'listStaffTasks' | 'closeStaffTask'> {
  const { store, editor, county, clock, audited } = parts
  return {
    async listStaffTasks({ query: { state, kind, after, limit } }) {
      const rows = kind === undefined ? { index: 'state', equals: { state } } : { index: 'kind', equals: { state, kind } }
      const { docs, next } = await store.find(staffTasks, { ...rows, county, limit, ...(after === undefined ? {} : { after }) })
      return accept({ tasks: docs.map(show), next: next ?? null })
    },
    async closeStaffTask({ params: { id }, body: { note }, caller }) {
      const call = onceOf(caller, 'closeStaffTask', [id, note])
      const decide = once<StaffTaskDoc>(call, (task) => {
        const closed = closeStaffTask(task, { by: HALL, note, at: clock.now() })
        return closed.ok ? accept({ doc: closed.value }) : closed
      })
      const asked = { ...staffAct(caller, call), action: 'close-staff-task', subjects: [], facts: { task: id } } as const
      const closed = await audited(asked, () => editor.edit(staffTasks, { county, id }, decide))
      return closed.ok ? accept(show(closed.value)) : closed
    },
  }
}
