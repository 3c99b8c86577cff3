import { addDays, civilOf, type Day, dayOf, dayOfWeek, daysInMonth } from './day.ts'

/** A stated day further back than this is taken for next year's; a nearer one is past. */
const NEXT_YEAR_AFTER_DAYS = 150

export const fullDay = (year: number, month: number, day: number): Day | undefined =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month) ? dayOf(year, month, day) : undefined

/** 5月20号: this year's, or next year's when this year's is long over. */
export function monthDay(today: Day, month: number, day: number): Day | undefined {
  const { year } = civilOf(today)
  const here = fullDay(year, month, day)
  const next = () => fullDay(year + 1, month, day)
  if (here === undefined) return next()
  return today - here > NEXT_YEAR_AFTER_DAYS ? (next() ?? here) : here
}

interface Month {
  readonly year: number
  readonly month: number
}

const monthAhead = ({ year, month }: Month, ahead: number): Month => ({
  year: year + Math.floor((month - 1 + ahead) / 12),
  month: ((month - 1 + ahead) % 12) + 1,
})

/** 20号: the next one, today counting. */
export function dayOfMonth(today: Day, day: number): Day | undefined {
  const now = civilOf(today)
  for (let ahead = 0; ahead < 3; ahead += 1) {
    const { year, month } = monthAhead(now, ahead)
    const found = fullDay(year, month, day)
    if (found !== undefined && found >= today) return found
  }
  return undefined
}

/** 这个月25号, 下个月1号. */
export function dayInMonth(today: Day, ahead: number, day: number): Day | undefined {
  const { year, month } = monthAhead(civilOf(today), ahead)
  return fullDay(year, month, day)
}

/** `weeks`: 0 bare 周三 (the next one), 1 这周三, 2 下周三, 3 下下周三. Weeks begin on Monday. */
export function weekday(today: Day, weeks: number, day: number): Day {
  const current = dayOfWeek(today)
  return weeks === 0 ? addDays(today, ((day - current + 6) % 7) + 1) : addDays(today, day - current + 7 * (weeks - 1))
}

export const endOfWeek = (today: Day, weeksAhead: number): Day => addDays(today, 7 - dayOfWeek(today) + 7 * weeksAhead)

export function lastOfMonth(day: Day): Day {
  const { year, month } = civilOf(day)
  return dayOf(year, month, daysInMonth(year, month))
}

/** 月中 and the first of the last ten days. */
const POINTS: readonly number[] = [1, 1, 15, 0, 21]

/** `point` is 10 × months ahead + 1 first, 2 middle, 3 last day, 4 the last ten days; 23 is the end of the year. */
export function monthPoint(today: Day, point: number): Day {
  const now = civilOf(today)
  if (point === 23) return dayOf(now.year, 12, 31)
  const { year, month } = monthAhead(now, Math.floor(point / 10))
  const place = point % 10
  return dayOf(year, month, place === 3 ? daysInMonth(year, month) : (POINTS[place] ?? 1))
}

/** The only days that Temporal must tell: those of the moon. */
function lunar(year: number, monthCode: string, day: number): Day {
  const found = Temporal.PlainDate.from({ year, monthCode, day, calendar: 'chinese' }).withCalendar('iso8601')
  return dayOf(found.year, found.month, found.day)
}

/** The usual formula for the 21st century. */
const pureBrightness = (year: number): Day => dayOf(year, 4, Math.floor((year % 100) * 0.2422 + 4.81) - Math.floor((year % 100) / 4))

const FEASTS: readonly ((year: number) => Day)[] = [
  (year) => dayOf(year, 1, 1),
  (year) => lunar(year, 'M01', 1),
  (year) => lunar(year, 'M01', 15),
  pureBrightness,
  (year) => dayOf(year, 5, 1),
  (year) => lunar(year, 'M05', 5),
  (year) => lunar(year, 'M08', 15),
  (year) => dayOf(year, 10, 1),
]

/** A calendar of the moon is slow, and every line that speaks of a feast asks for the same few days. */
const KNOWN = new Map<number, Day>()
const MOST_KNOWN = 64

function feastOn(feast: number, year: number): Day | undefined {
  const key = year * FEASTS.length + feast
  const known = KNOWN.get(key)
  if (known !== undefined) return known
  const day = FEASTS[feast]?.(year)
  if (KNOWN.size >= MOST_KNOWN) KNOWN.clear()
  if (day !== undefined) KNOWN.set(key, day)
  return day
}

/** The next feast of the vocabulary's index, today counting. */
export function nextFeast(today: Day, feast: number): Day | undefined {
  const { year } = civilOf(today)
  const here = feastOn(feast, year)
  return here === undefined || here >= today ? here : feastOn(feast, year + 1)
}
