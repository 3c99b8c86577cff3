import type { Actor } from '../core/audit/audited.ts'
import { rootDueAt, rootOf } from '../core/audit/root.ts'
import { type Clock, countyDay } from '../core/clock.ts'
import type { Audit } from './audit.ts'
import type { RootFiles } from './root-files.ts'

export interface AuditClockParts {
  readonly audit: Audit
  readonly clock: Clock
  readonly roots: Pick<RootFiles, 'write'>
  readonly setTimer: (timer: {
    readonly kind: 'write-audit-root'
    readonly subject: string
    readonly dueAt: Temporal.Instant
  }) => Promise<void>
}

const SYSTEM: Actor = { role: 'system', id: 'write-audit-root' }

/** Each day has one such timer for ever, so winding it twice is winding it once, also after it ran. */
const wind = ({ setTimer }: AuditClockParts, day: Temporal.PlainDate): Promise<void> =>
  setTimer({ kind: 'write-audit-root', subject: day.toString(), dueAt: rootDueAt(day) })

/** Said at every start. Each day winds the next, so a day on which the county was away gets its root when it is back. */
export const windAuditClock = (parts: AuditClockParts): Promise<void> => wind(parts, countyDay(parts.clock.now()))

/** Ends a day: a row says so, and its hash, which stands for all rows before, leaves the database. */
export async function writeRoot(parts: AuditClockParts, day: string): Promise<void> {
  await wind(parts, Temporal.PlainDate.from(day).add({ days: 1 }))
  const row = await parts.audit({ key: `write-root:${day}`, actor: SYSTEM, action: 'write-root', subjects: [], facts: { day } })
  parts.roots.write(rootOf(row, day))
}
