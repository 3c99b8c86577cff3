import { alertKey, type Finding, fireAgain, newAlert } from '../core/alert/alert.ts'
import type { Clock } from '../core/clock.ts'
import { accept } from '../core/result.ts'
import type { Editor } from '../store/editor.ts'
import { NO_KEYS } from '../store/once.ts'
import { StoreUnavailable } from '../store/port.ts'
import { deriveId } from '../vault/digest.ts'
import { alerts } from './alert.collection.ts'

export interface FileAlertPorts {
  readonly editor: Pick<Editor, 'insert' | 'edit'>
  readonly county: string
  readonly clock: Clock
}

/** Files what a rule has found: once for each rule, subject and period. Found again it changes nothing, unless its numbers are others. */
export async function fileAlert({ editor, county, clock }: FileAlertPorts, finding: Finding): Promise<void> {
  const id = deriveId('alert', alertKey(finding))
  const at = clock.now()
  const inserted = await editor.insert(alerts, { ...newAlert(finding, { id, county, at }), ...NO_KEYS, version: 1 })
  if (inserted.ok) return
  const fired = await editor.edit(alerts, { county, id }, (alert) => accept(fireAgain(alert, finding, at)))
  if (!fired.ok) throw new StoreUnavailable('an alert is written by too many at once')
}
