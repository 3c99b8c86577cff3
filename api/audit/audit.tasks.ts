import { type AuditClockParts, writeRoot } from './audit-clock.ts'

/** What the timers of the audit run, each with the day it is about. */
export const createAuditTasks = (parts: AuditClockParts) => ({
  'write-audit-root': (day: string) => writeRoot(parts, day),
})
