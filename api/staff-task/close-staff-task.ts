import type { Clock } from '../core/clock.ts'
import { accept } from '../core/result.ts'
import { closeStaffTask } from '../core/staff-task/staff-task.ts'
import type { Editor } from '../store/editor.ts'
import { deriveId } from '../vault/digest.ts'
import { staffTasks } from './staff-task.collection.ts'

interface CloseStaffTaskPorts {
  readonly editor: Pick<Editor, 'edit'>
  readonly county: string
  readonly clock: Clock
}

/** Closes what is answered by something that was done, by its key. One that is closed, or was never opened, stays so. */
export async function closeTaskOf(
  { editor, county, clock }: CloseStaffTaskPorts,
  key: string,
  { by, note }: { readonly by: string; readonly note: string },
): Promise<void> {
  const at = clock.now()
  await editor.edit(staffTasks, { county, id: deriveId('staff-task', key) }, (task) =>
    task.state === 'open' ? closeStaffTask(task, { by, note, at }) : accept(task),
  )
}
