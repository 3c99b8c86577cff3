import { inCounty, isBefore } from '../clock.ts'
import { LIMIT } from '../limit.ts'

/** What wakes nobody at night: it waits for the morning, unless the work it speaks of is yet to begin and does so before people would read it. */
export function sendAt(
  now: Temporal.Instant,
  { urgent, workStartsAt }: { urgent: boolean; workStartsAt: Temporal.Instant | null },
): Temporal.Instant {
  const local = inCounty(now)
  const isQuiet = local.hour >= LIMIT.quietFromHour || local.hour < LIMIT.quietUntilHour
  if (!isQuiet || urgent) return now
  const morning = local
    .add({ hours: local.hour >= LIMIT.quietFromHour ? 24 - LIMIT.quietFromHour : 0 })
    .withPlainTime({ hour: LIMIT.quietUntilHour })
  if (workStartsAt === null) return morning.toInstant()
  const isYetToBegin = isBefore(now, workStartsAt)
  const startsEarly = isBefore(workStartsAt, morning.add({ hours: 1 }).toInstant())
  return isYetToBegin && startsEarly ? now : morning.toInstant()
}
