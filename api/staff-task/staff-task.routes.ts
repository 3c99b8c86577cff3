import { staffAct } from '../audit/actor-of.ts'
import type { Audited } from '../audit/audit.ts'
import type { Handlers } from '../contract/handler.ts'
import type { StaffTaskView } from '../contract/staff-task.contract.ts'
import { type Clock, instantText } from '../core/clock.ts'
import { accept, refuse } from '../core/result.ts'
import { can } from '../core/staff/policy.ts'
import { closeStaffTask } from '../core/staff-task/staff-task.ts'
import { payouts } from '../payment/payout.collection.ts'
import type { NamesIn } from '../person/names-in.ts'
import { findFor } from '../staff/find-for.ts'
import type { Editor } from '../store/editor.ts'
import { once } from '../store/once.ts'
import type { Store } from '../store/port.ts'
import { onceOf } from '../vault/once-of.ts'
import { type StaffTaskDoc, staffTasks } from './staff-task.collection.ts'
import { STAFF_TASK_TITLE } from './staff-task-copy.ts'

export interface StaffTaskRoutesParts {
  readonly store: Pick<Store, 'find' | 'get'>
  readonly editor: Editor
  readonly county: string
  readonly clock: Clock
  readonly audited: Audited
  readonly namesIn: NamesIn
}

const show = (task: StaffTaskDoc, names: StaffTaskView['names']): StaffTaskView => ({
  id: task.id,
  kind: task.kind,
  title: STAFF_TASK_TITLE[task.kind],
  subject: task.subject,
  facts: task.facts,
  names,
  state: task.state,
  openedAt: instantText(task.openedAt),
  doneAt: task.state === 'done' ? instantText(task.doneAt) : null,
  doneBy: task.state === 'done' ? task.doneBy : null,
  note: task.state === 'done' ? task.note : null,
})

/** What the people of the hall see and do about what they must look at. */
export function createStaffTaskRoutes(parts: StaffTaskRoutesParts): Pick<Handlers, 'listStaffTasks' | 'closeStaffTask'> {
  const { store, editor, county, clock, audited, namesIn } = parts
  /** Somebody's money waits for this one: it is closed by an answer to that. */
  async function isUnanswered(id: string): Promise<boolean> {
    const task = await store.get(staffTasks, county, id)
    return task?.kind === 'payout-look' && (await store.get(payouts, county, task.subject))?.state === 'held'
  }

  const named = async (task: StaffTaskDoc): Promise<StaffTaskView> => show(task, await namesIn(task.facts))

  return {
    async listStaffTasks({ query: { state, kind, after, limit }, caller: { staff } }) {
      const rows = kind === undefined ? { index: 'state', equals: { state } } : { index: 'kind', equals: { state, kind } }
      const query = { ...rows, county, limit, ...(after === undefined ? {} : { after }) }
      const along = { index: kind === undefined ? 'townshipState' : 'townshipKind', township: 'township', sort: 'openedAt' }
      const { docs, next } = await findFor(store, { staff, action: 'see-tasks' }, { from: staffTasks, query, along })
      return accept({ tasks: await Promise.all(docs.map(named)), next: next ?? null })
    },
    async closeStaffTask({ params: { id }, body: { note }, caller }) {
      const call = onceOf(caller, 'closeStaffTask', [id, note])
      const unanswered = await isUnanswered(id)
      const decide = once<StaffTaskDoc>(call, (task) => {
        if (!can(caller.staff, 'close-task', task)) return refuse('not-found')
        if (unanswered) return refuse('payout-unanswered')
        const closed = closeStaffTask(task, { by: caller.staff.id, note, at: clock.now() })
        return closed.ok ? accept({ doc: closed.value }) : closed
      })
      const asked = { ...staffAct(caller, call), action: 'close-staff-task', subjects: [], facts: { task: id } } as const
      const closed = await audited(asked, () => editor.edit(staffTasks, { county, id }, decide))
      return closed.ok ? accept(await named(closed.value)) : closed
    },
  }
}
