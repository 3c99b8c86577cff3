import type { Explanation } from '../contract/statistics.contract.ts'
import { LIMIT } from '../core/limit.ts'
import type { Store } from '../store/port.ts'
import { listAlerts } from './list-alerts.ts'
import { type Reader, showAlert } from './show-alert.ts'

interface Asked {
  readonly from: string
  readonly to: string
  readonly township?: string | undefined
  readonly demo: boolean
}

/** The alerts of some days as marks on a chart, the newest of them where there are very many. */
export async function alertMarks(store: Pick<Store, 'find'>, who: Reader, asked: Asked): Promise<readonly Explanation[]> {
  const { alerts } = await listAlerts(store, who, { ...asked, limit: LIMIT.rowsPerList })
  return alerts.map((alert) => {
    const { id, rule, title, text, from, to, region } = showAlert(alert, who)
    return { kind: 'alert', title, text, from, to, region, alert: id, rule }
  })
}
