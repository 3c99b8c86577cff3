import { addDays, type Day, dayOf } from './day.ts'

/** The county's present day and minute. */
export interface Present {
  readonly today: Day
  readonly minutes: number
}

const MINUTES_A_DAY = 1440
const EPOCH = dayOf(1970, 1, 1)

/** From the clock's own numbers: calendar fields are ten times slower, and every post asks. */
export function presentOf(now: Temporal.ZonedDateTime): Present {
  const minutes = Math.floor((now.epochMilliseconds + now.offsetNanoseconds / 1e6) / 60_000)
  const days = Math.floor(minutes / MINUTES_A_DAY)
  return { today: addDays(EPOCH, days), minutes: minutes - days * MINUTES_A_DAY }
}
