export type Day = Temporal.PlainDate

/** A stated day further back than this is taken for next year's; a nearer one is past. */
const NEXT_YEAR_AFTER_DAYS = 150

const daysBetween = (from: Day, to: Day): number => from.until(to).days

function validDay(year: number, month: number, day: number): Day | undefined {
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined
  const built = Temporal.PlainDate.from({ year, month, day }, { overflow: 'constrain' })
  return built.day === day ? built : undefined
}

/** 5月20号: this year's, or next year's when this year's is long over. */
export function monthDay(today: Day, month: number, day: number): Day | undefined {
  const here = validDay(today.year, month, day)
  if (here === undefined) return validDay(today.year + 1, month, day)
  return daysBetween(here, today) > NEXT_YEAR_AFTER_DAYS ? (validDay(today.year + 1, month, day) ?? here) : here
}

export const fullDay = validDay

/** 20号: the next one, today counting. */
export function dayOfMonth(today: Day, day: number): Day | undefined {
  for (let ahead = 0; ahead < 3; ahead += 1) {
    const month = today.with({ day: 1 }).add({ months: ahead })
    const found = validDay(month.year, month.month, day)
    if (found !== undefined && daysBetween(today, found) >= 0) return found
  }
  return undefined
}

/** `weeks`: 0 bare 周三 (the next one), 1 这周三, 2 下周三, 3 下下周三. Weeks begin on Monday. */
export function weekday(today: Day, weeks: number, day: number): Day {
  if (weeks === 0) return today.add({ days: (day - today.dayOfWeek + 6) % 7 + 1 })
  return today.add({ days: day - today.dayOfWeek + 7 * (weeks - 1) })
}

export const endOfWeek = (today: Day, weeksAhead: number): Day => today.add({ days: 7 - today.dayOfWeek + 7 * weeksAhead })

/** `point` is 10 × months ahead + 1 first, 2 middle, 3 last day; 23 is the end of the year. */
export function monthPoint(today: Day, point: number): Day {
  if (point === 23) return today.with({ month: 12, day: 31 })
  const month = today.with({ day: 1 }).add({ months: Math.floor(point / 10) })
  const place = point % 10
  if (place === 3) return month.with({ day: month.daysInMonth })
  return place === 2 ? month.with({ day: 15 }) : month
}

const lunar = (year: number, monthCode: string, day: number): Day =>
  Temporal.PlainDate.from({ year, monthCode, day, calendar: 'chinese' }).withCalendar('iso8601')

/** The usual formula for the 21st century. */
const pureBrightness = (year: number): Day =>
  Temporal.PlainDate.from({ year, month: 4, day: Math.floor((year % 100) * 0.2422 + 4.81) - Math.floor((year % 100) / 4) })

const FEASTS: readonly ((year: number) => Day)[] = [
  (year) => Temporal.PlainDate.from({ year, month: 1, day: 1 }),
  (year) => lunar(year, 'M01', 1),
  (year) => lunar(year, 'M01', 15),
  pureBrightness,
  (year) => Temporal.PlainDate.from({ year, month: 5, day: 1 }),
  (year) => lunar(year, 'M05', 5),
  (year) => lunar(year, 'M08', 15),
  (year) => Temporal.PlainDate.from({ year, month: 10, day: 1 }),
]

/** The next feast of the vocabulary's index, today counting. */
export function nextFeast(today: Day, feast: number): Day | undefined {
  const on = FEASTS[feast]
  if (on === undefined) return undefined
  const here = on(today.year)
  return daysBetween(today, here) >= 0 ? here : on(today.year + 1)
}
