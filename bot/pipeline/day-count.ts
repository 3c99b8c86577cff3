import { type Clock, countyDay } from '@linggong/api/core/clock.ts'

/** Counts what happens on one county day; a new day begins at nothing. */
export function createDayCount(clock: Clock) {
  let day = ''
  let count = 0

  function turnOver(): void {
    const today = countyDay(clock.now()).toString()
    if (today !== day) count = 0
    day = today
  }

  return {
    add(): void {
      turnOver()
      count += 1
    },
    count(): number {
      turnOver()
      return count
    },
  }
}
