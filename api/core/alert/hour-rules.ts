import type { AuditRow } from '../audit/audited.ts'
import { countyDay } from '../clock.ts'
import type { Finding } from './alert.ts'

/** More than one person can register by hand in an hour. */
const MOST_PER_HOUR = 20
const STALE_HOURS = 26
const HOURS_PER_DAY = 24

interface About {
  readonly day: Temporal.PlainDate
  readonly demo: boolean
}

const head = ({ day, demo }: About, subject = '') => ({
  ...{ township: '', subject, demo, mutedBy: null },
  ...{ from: day.toString(), to: day.add({ days: 1 }).toString() },
})

/** Staff who have registered more people in an hour than one can by hand; a file that is read in is another act. */
export function registrationBursts(about: About, rows: readonly AuditRow[]): readonly Finding[] {
  const byWhom = Map.groupBy(
    rows.filter(({ action, actor }) => action === 'register-person' && actor.role === 'staff'),
    ({ actor }) => actor.id,
  )
  return [...byWhom].flatMap(([account, { length }]): Finding[] => {
    if (length <= MOST_PER_HOUR) return []
    return [{ ...head(about, account), rule: 'registration-burst', numbers: { registered: length, most: MOST_PER_HOUR }, people: length }]
  })
}

/** Children who wanted to be registered on a day; nothing is kept of whom. */
export function childrenRefused(about: About, rows: readonly AuditRow[]): readonly Finding[] {
  const refused = rows.filter(({ action }) => action === 'refuse-child').length
  return refused === 0 ? [] : [{ ...head(about), rule: 'child-refused', numbers: { refused }, people: refused }]
}

/** Nothing has been counted for more than a day. A county in which nothing was ever counted has nothing to be late with. */
export function staleData(
  { asOf, demo }: { readonly asOf: Temporal.Instant; readonly demo: boolean },
  now: Temporal.Instant,
): readonly Finding[] {
  const hours = now.since(asOf).total('hours')
  if (hours <= STALE_HOURS) return []
  return [{ ...head({ day: countyDay(asOf), demo }), rule: 'stale-data', numbers: { days: Math.floor(hours / HOURS_PER_DAY) }, people: 0 }]
}
