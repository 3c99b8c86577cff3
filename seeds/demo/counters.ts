/** The numbers of the demo jobs: those of the open ones lie inside those of the past, so that the examples' 1024 to 1026 are open. */
export const FIRST_COUNTER = 1000
export const FIRST_OPEN_COUNTER = 1024
const OPEN_COUNTERS = 26

/** The first number that no demo job has. */
export const FREE_COUNTER = 2000

export const isPastCounter = (counter: number): boolean => counter < FIRST_OPEN_COUNTER || counter >= FIRST_OPEN_COUNTER + OPEN_COUNTERS
