import type { TestDataSourceResponse } from '@grafana/data'
import type { StatisticsApi } from './api.ts'
import { CONTRACT } from './contract.ts'
import type { Copy } from './copy.ts'
import { faultText, MISMATCH } from './fault.ts'
import { whenText } from './notices.ts'

/** What the button of the settings says: fine, or which of four things is wrong and what to do about it. */
export async function healthOf(api: StatisticsApi, copy: Copy): Promise<TestDataSourceResponse> {
  const told = await api.health()
  if (!told.ok) return { status: 'error', message: faultText(told.fault, copy) }
  const { contract, dataAsOf, stale, demo } = told.value
  if (contract !== CONTRACT) return { status: 'error', message: faultText(MISMATCH, copy) }
  const metrics = await api.metrics()
  if (!metrics.ok) return { status: 'error', message: faultText(metrics.fault, copy) }
  const when = whenText(dataAsOf)
  if (stale) return { status: 'warning', message: copy.health.stale(when) }
  const fine = copy.health.fine(when, metrics.value.length)
  return { status: 'success', message: demo ? `${fine}${copy.health.demo}` : fine }
}
