import type { Clock } from '../core/clock.ts'
import { cleanFacts } from '../core/facts.ts'
import type { AskedStaffTask } from '../core/staff-task/staff-task.ts'
import type { Editor } from '../store/editor.ts'
import { NO_KEYS } from '../store/once.ts'
import { deriveId } from '../vault/digest.ts'
import { staffTasks } from './staff-task.collection.ts'

interface OpenStaffTaskPorts {
  readonly editor: Pick<Editor, 'insert'>
  readonly county: string
  readonly clock: Clock
}

/** Opens a task under an id made from its key: one that is there already, open or done, stays as it is. */
export async function openStaffTask(ports: OpenStaffTaskPorts, { facts, township = '', ...asked }: AskedStaffTask): Promise<void> {
  const { editor, county, clock } = ports
  const id = deriveId('staff-task', asked.key)
  const standing = { state: 'open', openedAt: clock.now() } as const
  await editor.insert(staffTasks, { id, county, version: 1, ...NO_KEYS, ...asked, township, facts: cleanFacts(facts), ...standing })
}
