import type { Mark } from './mark.ts'
import { type Addition, type Spot, spotsOf } from './measure.ts'

export const ACTIVE_DAYS = 30
const MS_PER_DAY = 86_400_000

/** Days as whole numbers, which are quicker to add than dates: thousands of people are active for thirty days at a time. */
export const dayNumber = (day: string): number => Date.parse(day) / MS_PER_DAY
export const dayText = (day: number): string => new Date(day * MS_PER_DAY).toISOString().slice(0, 10)

function nextMonth(day: number): number {
  const date = new Date(day * MS_PER_DAY)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) / MS_PER_DAY
}

/** Of people it does not matter how dangerous a trade is, and one who does two dangerous jobs of one trade is one in it. */
export const personSpots = ({ township, trade }: Pick<Mark, 'township' | 'trade'>): readonly Spot[] =>
  spotsOf({ township, trade, riskClass: null })

/** Whether what somebody did happened there. */
export const isAt = ({ township, trade }: Spot, mark: Mark): boolean =>
  (township === null || township === mark.township) && (trade === null || trade === mark.trade)

/** Every spot of some marks, once. */
export function spotsOfAll(marks: readonly Mark[]): readonly Spot[] {
  const spots = new Map<string, Spot>()
  for (const mark of marks) for (const spot of personSpots(mark)) spots.set(`${spot.township}\0${spot.trade}`, spot)
  return [...spots.values()]
}

/** Which days of a stretch somebody is active on by some marks. */
function coverage(marks: readonly number[], from: number, length: number): Uint8Array {
  const days = new Uint8Array(length)
  for (const day of marks) days.fill(1, Math.max(0, day - from), Math.min(length, Math.max(0, day - from + ACTIVE_DAYS)))
  return days
}

/** A run of days cut where a month ends. */
function* byMonth(from: number, until: number, by: number): Generator<Pick<Addition, 'day' | 'days' | 'by'>> {
  for (let start = from; start < until; ) {
    const day = dayText(start)
    const end = Math.min(until, nextMonth(start))
    yield { day, days: end - start, by }
    start = end
  }
}

/** The days that changed, in runs that changed alike. */
function* runsOf(before: Uint8Array, after: Uint8Array, from: number): Generator<Pick<Addition, 'day' | 'days' | 'by'>> {
  const changeAt = (at: number) => (after[at] ?? 0) - (before[at] ?? 0)
  for (let at = 0; at < after.length; ) {
    const by = changeAt(at)
    let end = at + 1
    while (end < after.length && changeAt(end) === by) end += 1
    if (by !== 0) yield* byMonth(from + at, from + end, by)
    at = end
  }
}

interface Changed {
  readonly were: readonly Mark[]
  readonly are: readonly Mark[]
  readonly changed: readonly Mark[]
}

/** On which days a worker is active now and was not, or no longer is, wherever that may have changed. */
export function* activeDifference({ were, are, changed }: Changed): Generator<Addition> {
  const days = changed.map(({ day }) => dayNumber(day))
  const from = Math.min(...days)
  const length = Math.max(...days) - from + ACTIVE_DAYS
  const numbersAt = (spot: Spot, marks: readonly Mark[]) => marks.filter((mark) => isAt(spot, mark)).map(({ day }) => dayNumber(day))
  for (const spot of spotsOfAll(changed)) {
    const [before, after] = [coverage(numbersAt(spot, were), from, length), coverage(numbersAt(spot, are), from, length)]
    for (const run of runsOf(before, after, from)) yield { ...spot, measure: 'workersActive', ...run }
  }
}
