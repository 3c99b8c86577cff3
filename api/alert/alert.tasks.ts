import type { Finding } from '../core/alert/alert.ts'
import { countyDay, instantText, startOfCountyDay } from '../core/clock.ts'
import type { Store } from '../store/port.ts'
import { watchDay, watchHour } from './clock-watch.ts'
import { type FileAlertPorts, fileAlert } from './file-alert.ts'

/** What happened just before the end of a day or an hour is counted by then. */
const DAY_LATE = { hours: 1 } as const
const HOUR_LATE = { minutes: 5 } as const
const HOUR = { hours: 1 } as const
const HOUR_MS = 3_600_000

interface Timer {
  readonly kind: 'watch-day' | 'watch-hour'
  readonly subject: string
  readonly dueAt: Temporal.Instant
}

interface Parts extends FileAlertPorts {
  readonly store: Store
  readonly setTimer: (timer: Timer) => Promise<void>
}

/** The hour of the clock that is going on ends then. */
const endOfHour = (at: Temporal.Instant): Temporal.Instant =>
  Temporal.Instant.fromEpochMilliseconds((Math.floor(at.epochMilliseconds / HOUR_MS) + 1) * HOUR_MS)

/**
 * The rules that are looked at each hour and each night. A day and an hour each have a timer for ever, which runs once whoever sweeps, and winds
 * the next before it looks: after days without power, each of them is looked at in turn.
 */
export function createAlertClock(parts: Parts) {
  const { store, county, clock, setTimer } = parts
  const windDay = (day: Temporal.PlainDate) =>
    setTimer({ kind: 'watch-day', subject: day.toString(), dueAt: startOfCountyDay(day.add({ days: 1 })).add(DAY_LATE) })
  const windHour = (end: Temporal.Instant) => setTimer({ kind: 'watch-hour', subject: instantText(end), dueAt: end.add(HOUR_LATE) })

  async function file(findings: readonly Finding[]): Promise<void> {
    for (const finding of findings) await fileAlert(parts, finding)
  }

  return {
    async wind(): Promise<void> {
      await windDay(countyDay(clock.now()))
      await windHour(endOfHour(clock.now()))
    },
    tasks: {
      'watch-day': async (subject: string) => {
        const day = Temporal.PlainDate.from(subject)
        await windDay(day.add({ days: 1 }))
        await file(await watchDay({ store, county }, day, clock.now()))
      },
      'watch-hour': async (subject: string) => {
        const end = Temporal.Instant.from(subject)
        await windHour(end.add(HOUR))
        await file(await watchHour({ store, county }, end))
      },
    },
  }
}
