import { schedule } from 'node-cron'
import { COUNTY_TIME_ZONE } from '../core/clock.ts'
import { errorFields, type Log } from '../log.ts'

const TICK_MS = 1000
/** On the minute, when most things are due, without waiting for the next tick. */
const TIMETABLE = '* * * * *'

interface WakeParts {
  /** Looks at what is due. It may be called at any moment and any number of times; never twice at once from here. */
  readonly sweep: () => Promise<unknown>
  readonly log: Log
  readonly tickMs?: number
  readonly timetable?: string
}

export interface Wake {
  /** Sweeps now, or once more right after the sweep under way. */
  poke(): void
  /** Resolves when the last sweep has ended. */
  stop(): Promise<void>
}

/**
 * Wakes the sweep. The tick is monotonic, so it goes on when the clock of the machine is set back, which silences a cron library for as
 * long; cron only adds punctuality. What is due is decided by the stored rows, not by who wakes.
 */
export function startWake({ sweep, log, tickMs = TICK_MS, timetable = TIMETABLE }: WakeParts): Wake {
  let again = false
  let running: Promise<void> | undefined

  async function untilQuiet(): Promise<void> {
    while (again) {
      again = false
      try {
        await sweep()
      } catch (error) {
        log.error(errorFields(error), 'a sweep failed')
      }
    }
    running = undefined
  }

  const poke = (): void => {
    again = true
    running ??= untilQuiet()
  }
  const tick = setInterval(() => running ?? poke(), tickMs)
  const cron = schedule(timetable, poke, { timezone: COUNTY_TIME_ZONE, suppressMissedWarning: true })

  return {
    poke,
    async stop() {
      clearInterval(tick)
      await cron.destroy()
      again = false
      await running
    },
  }
}
