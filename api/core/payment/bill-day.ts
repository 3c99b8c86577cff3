import { startOfCountyDay } from '../clock.ts'

/** The provider makes a day's bill from nine o'clock of the next morning on. */
const ASKED_AT_HOUR = 10
/** It keeps bills for three months. */
const KEPT_DAYS = 90
/** A bill that is not there two days after it should be is for a person to look after; it is asked for all the same. */
const MISSED_AFTER_HOURS = 48
const ASK_AGAIN_MINUTES = 60

/** When the bill of a county day is asked for first. */
export const billDueAt = (day: Temporal.PlainDate): Temporal.Instant => startOfCountyDay(day.add({ days: 1 })).add({ hours: ASKED_AT_HOUR })

export const askBillAgainAt = (now: Temporal.Instant): Temporal.Instant => now.add({ minutes: ASK_AGAIN_MINUTES })

/** The oldest day whose bill can still be had. */
const oldestKept = (today: Temporal.PlainDate): Temporal.PlainDate => today.subtract({ days: KEPT_DAYS })

/** The day itself, or the oldest whose bill can still be had. */
export function keptBillDay(day: Temporal.PlainDate, today: Temporal.PlainDate): Temporal.PlainDate {
  const oldest = oldestKept(today)
  return Temporal.PlainDate.compare(day, oldest) < 0 ? oldest : day
}

export const isBillKept = (day: Temporal.PlainDate, today: Temporal.PlainDate): boolean => keptBillDay(day, today).equals(day)

export const isBillMissed = (day: Temporal.PlainDate, now: Temporal.Instant): boolean =>
  Temporal.Instant.compare(now, billDueAt(day).add({ hours: MISSED_AFTER_HOURS })) >= 0
