/** The only source of time; rules take an instant as an argument and never hold a clock. */
export interface Clock {
  now(): Temporal.Instant
}

/** All of China keeps one civil time, without summer time since 1991. */
export const COUNTY_TIME_ZONE = 'Asia/Shanghai'

export const inCounty = (at: Temporal.Instant): Temporal.ZonedDateTime => at.toZonedDateTimeISO(COUNTY_TIME_ZONE)

export const countyDay = (at: Temporal.Instant): Temporal.PlainDate => inCounty(at).toPlainDate()

export const startOfCountyDay = (day: Temporal.PlainDate): Temporal.Instant => day.toZonedDateTime(COUNTY_TIME_ZONE).toInstant()

export const isBefore = (a: Temporal.Instant, b: Temporal.Instant): boolean => Temporal.Instant.compare(a, b) < 0

/** Fixed width, so that texts sort as the instants do: 2026-11-22T23:30:00.000Z. */
export const instantText = (at: Temporal.Instant): string => at.toString({ smallestUnit: 'millisecond' })
