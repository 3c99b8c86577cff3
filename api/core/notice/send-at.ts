import { inCounty } from '../clock.ts'
import { LIMIT } from '../limit.ts'

/** What wakes nobody at night: it waits for the morning, unless the work it speaks of begins before people would read it. */
export function sendAt(
  now: Temporal.Instant,
  { urgent, workStartsAt }: { urgent: boolean; workStartsAt: Temporal.Instant },
): Temporal.Instant {
  const local = inCounty(now)
  const isQuiet = local.hour >= LIMIT.quietFromHour || local.hour < LIMIT.quietUntilHour
  if (!isQuiet || urgent) return now
  const morning = local
    .add({ hours: local.hour >= LIMIT.quietFromHour ? 24 - LIMIT.quietFromHour : 0 })
    .withPlainTime({ hour: LIMIT.quietUntilHour })
  const startsEarly = Temporal.Instant.compare(workStartsAt, morning.add({ hours: 1 }).toInstant()) < 0
  return startsEarly ? now : morning.toInstant()
}
