/** The only source of time; rules take an instant as an argument and never hold a clock. */
export interface Clock {
  now(): Temporal.Instant
}

/** All of China keeps one civil time, without summer time since 1991. */
export const COUNTY_TIME_ZONE = 'Asia/Shanghai'

export const inCounty = (at: Temporal.Instant): Temporal.ZonedDateTime => at.toZonedDateTimeISO(COUNTY_TIME_ZONE)

const MS_PER_DAY = 86_400_000
const AHEAD_MS = 8 * 3_600_000
/** From here on the county's days all begin at the same hour of the world. */
const SAME_HOUR_SINCE_MS = Date.UTC(1992, 0, 1)
const DAYS_REMEMBERED = 4000
const remembered = new Map<number, Temporal.PlainDate>()

/** The county's day on which an instant falls; worked out once a day, for thousands ask. */
export function countyDay(at: Temporal.Instant): Temporal.PlainDate {
  const { epochMilliseconds } = at
  if (epochMilliseconds < SAME_HOUR_SINCE_MS) return inCounty(at).toPlainDate()
  const day = Math.floor((epochMilliseconds + AHEAD_MS) / MS_PER_DAY)
  const known = remembered.get(day)
  if (known !== undefined) return known
  if (remembered.size >= DAYS_REMEMBERED) remembered.clear()
  const date = inCounty(at).toPlainDate()
  remembered.set(day, date)
  return date
}

export const startOfCountyDay = (day: Temporal.PlainDate): Temporal.Instant => day.toZonedDateTime(COUNTY_TIME_ZONE).toInstant()

export const isBefore = (a: Temporal.Instant, b: Temporal.Instant): boolean => Temporal.Instant.compare(a, b) < 0

/** Fixed width, so that texts sort as the instants do: 2026-11-22T23:30:00.000Z. */
export const instantText = (at: Temporal.Instant): string => at.toString({ smallestUnit: 'millisecond' })
