import { type AlertState, isSmall } from '../core/alert/alert.ts'
import type { RuleId } from '../core/alert/rule.ts'
import type { Query, Store } from '../store/port.ts'
import { type AlertDoc, alerts } from './alert.collection.ts'
import { mayHandle, maySeeFigures, type Reader } from './show-alert.ts'

export interface AskedAlerts {
  readonly state?: AlertState | undefined
  readonly rule?: RuleId | undefined
  /** One township; left out, everything in the county. */
  readonly township?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly demo: boolean
  readonly after?: string | undefined
  readonly limit: number
}

function queryOf({ state, township, from, to, demo, after, limit }: AskedAlerts, county: string): Query {
  const equals = { demo, ...(township === undefined ? {} : { township }), ...(state === undefined ? {} : { state }) }
  const along =
    township === undefined ? (state === undefined ? 'day' : 'stateDay') : state === undefined ? 'townshipDay' : 'townshipStateDay'
  const range = { field: 'day', from: from ?? '', ...(to === undefined ? {} : { below: to }) }
  return { index: along, county, equals, range, descending: true, limit, ...(after === undefined ? {} : { after }) }
}

/**
 * Whoever only sees figures finds an alert about a handful of people among those of the whole county alone: that a township has it would say
 * where they are.
 */
function mayFind(who: Reader, alert: AlertDoc, asked: AskedAlerts): boolean {
  if (mayHandle(who, alert.township)) return true
  return isSmall(alert) ? asked.township === undefined && maySeeFigures(who, '') : maySeeFigures(who, alert.township)
}

/** A page of alerts, the newest first, as far as somebody may find them. */
export async function listAlerts(store: Pick<Store, 'find'>, who: Reader, asked: AskedAlerts) {
  const { docs, next } = await store.find(alerts, queryOf(asked, who.county))
  const found = docs.filter((alert) => (asked.rule === undefined || alert.rule === asked.rule) && mayFind(who, alert, asked))
  return { alerts: found, next: next ?? null }
}
