import { auditRows } from '../audit/audit-row.collection.ts'
import type { Finding } from '../core/alert/alert.ts'
import { childrenRefused, registrationBursts, staleData } from '../core/alert/hour-rules.ts'
import { concentratedPayouts, oldArrears } from '../core/alert/money-rules.ts'
import type { AuditRow } from '../core/audit/audited.ts'
import { countyDay, instantText, isBefore, startOfCountyDay } from '../core/clock.ts'
import { LIMIT } from '../core/limit.ts'
import { type JobDoc, jobs } from '../job/job.collection.ts'
import { type PayoutDoc, payouts } from '../payment/payout.collection.ts'
import { sourceOf } from '../statistics/query-metric.ts'
import type { Store } from '../store/port.ts'
import { daysUntil } from './day-figures.ts'
import { owedBy } from './event-watch.ts'
import { watchFigures } from './figure-watch.ts'

interface Ports {
  readonly store: Store
  readonly county: string
}

const PAGE = 500
const WEEK_DAYS = 7

/** The rows of the audit from an instant on, the newest first; `before` leaves out what came later. */
async function auditSince({ store, county }: Ports, from: Temporal.Instant, before: Temporal.Instant): Promise<readonly AuditRow[]> {
  const rows: AuditRow[] = []
  for (let after: string | undefined; ; ) {
    const query = { index: 'line', county, descending: true, limit: PAGE }
    const page = await store.find(auditRows, after === undefined ? query : { ...query, after })
    rows.push(...page.docs.filter(({ at }) => !isBefore(at, from) && isBefore(at, before)))
    after = page.next
    const oldest = page.docs.at(-1)
    if (after === undefined || oldest === undefined || isBefore(oldest.at, from)) return rows
  }
}

/** What the hour that ends at an instant asks somebody to look at. */
export async function watchHour(ports: Ports, end: Temporal.Instant): Promise<readonly Finding[]> {
  const begin = end.subtract({ hours: 1 })
  const day = countyDay(begin)
  const source = await sourceOf(ports.store, ports.county, end)
  const rows = await auditSince(ports, startOfCountyDay(day), end)
  const about = { day, demo: source.demo }
  const ofHour = rows.filter(({ at }) => !isBefore(at, begin))
  return [...registrationBursts(about, ofHour), ...childrenRefused(about, rows), ...staleData(source, end)]
}

/** Every employer who owes since before a day, once. */
async function* debtors({ store, county }: Ports, day: Temporal.PlainDate): AsyncGenerator<string> {
  const told = new Set<string>()
  const range = { field: 'owedSince', from: '', below: instantText(startOfCountyDay(day)) }
  for (let after: string | undefined; ; ) {
    const query = { index: 'owed', county, range, limit: LIMIT.pageSize }
    const page = await store.find(jobs, after === undefined ? query : { ...query, after })
    for (const { employer } of page.docs as readonly JobDoc[]) {
      if (told.has(employer)) continue
      told.add(employer)
      yield employer
    }
    after = page.next
    if (after === undefined) return
  }
}

async function paidOutOn({ store, county }: Ports, day: Temporal.PlainDate): Promise<readonly PayoutDoc[]> {
  const docs: PayoutDoc[] = []
  for (let after: string | undefined; ; ) {
    const query = { index: 'doneOn', county, equals: { doneOn: day.toString() }, limit: PAGE }
    const page = await store.find(payouts, after === undefined ? query : { ...query, after })
    docs.push(...page.docs)
    after = page.next
    if (after === undefined) return docs
  }
}

async function watchMoney(ports: Ports, day: Temporal.PlainDate): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  for await (const employer of debtors(ports, day)) findings.push(...oldArrears(employer, await owedBy(ports, employer), day))
  if (day.dayOfWeek !== WEEK_DAYS) return findings
  const week = await Promise.all(daysUntil(day, WEEK_DAYS).map((each) => paidOutOn(ports, each)))
  return [...findings, ...concentratedPayouts(week.flat(), day)]
}

/** What a day that is over asks somebody to look at. */
export async function watchDay(ports: Ports, day: Temporal.PlainDate, now: Temporal.Instant): Promise<readonly Finding[]> {
  const source = await sourceOf(ports.store, ports.county, now)
  return [...(await watchFigures({ ...ports, source, day })), ...(await watchMoney(ports, day))]
}
