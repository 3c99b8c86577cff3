import { type DayRange, STEP, wholeBuckets } from './bucket.ts'
import type { PeriodKind } from './period-kind.ts'

/** How many periods, the one looked at last, show where things are going. */
const TREND_LENGTH: Readonly<Record<PeriodKind, number>> = { day: 30, week: 12, month: 12, quarter: 8, year: 5 }

export interface Period extends DayRange {
  readonly by: PeriodKind
  /** Some of its days are still to come. */
  readonly isOpen: boolean
  readonly before: DayRange
  /** Of the period before as many days as this one has had: a month of ten days is not held against a whole one. */
  readonly soFarBefore: DayRange
  /** Where the row of periods begins that ends with this one. */
  readonly trendFrom: Temporal.PlainDate
}

const earlier = (a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate => (Temporal.PlainDate.compare(a, b) <= 0 ? a : b)

const around = (day: Temporal.PlainDate, by: PeriodKind): DayRange => wholeBuckets({ from: day, to: day.add({ days: 1 }) }, by)

/** The period in which a day lies, as it is seen today. */
export function periodOf(by: PeriodKind, day: Temporal.PlainDate, today: Temporal.PlainDate): Period {
  const { from, to } = around(day, by)
  const before = around(from.subtract({ days: 1 }), by)
  const isOpen = Temporal.PlainDate.compare(today, to) < 0
  const daysSoFar = from.until(earlier(today.add({ days: 1 }), to)).days
  const soFarBefore = { from: before.from, to: isOpen ? earlier(before.from.add({ days: daysSoFar }), before.to) : before.to }
  return { ...{ by, from, to, isOpen, before, soFarBefore }, trendFrom: trendStart(by, from) }
}

function trendStart(by: PeriodKind, from: Temporal.PlainDate): Temporal.PlainDate {
  let start = from
  for (let length = 1; length < TREND_LENGTH[by]; length += 1) start = start.subtract(STEP[by])
  return start
}
