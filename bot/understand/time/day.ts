/**
 * A calendar day as the number of days since 1970-01-01: a chat line needs a dozen sums of days, which this makes free. The tests
 * hold it against Temporal.
 */
export type Day = number & { readonly unit: 'day' }

export interface Civil {
  readonly year: number
  readonly month: number
  readonly day: number
}

const DAYS_A_CYCLE = 146_097
const EPOCH_SHIFT = 719_468

const brand = (days: number): Day => days as Day

/** Days of the proleptic Gregorian calendar, counted from a 1 March so that the leap day comes last. */
export function dayOf(year: number, month: number, day: number): Day {
  const shifted = month <= 2 ? year - 1 : year
  const cycle = Math.floor(shifted / 400)
  const yearOfCycle = shifted - cycle * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  const dayOfCycle = yearOfCycle * 365 + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100) + dayOfYear
  return brand(cycle * DAYS_A_CYCLE + dayOfCycle - EPOCH_SHIFT)
}

export function civilOf(days: Day): Civil {
  const shifted = days + EPOCH_SHIFT
  const cycle = Math.floor(shifted / DAYS_A_CYCLE)
  const dayOfCycle = shifted - cycle * DAYS_A_CYCLE
  const yearOfCycle = Math.floor(
    (dayOfCycle - Math.floor(dayOfCycle / 1460) + Math.floor(dayOfCycle / 36_524) - Math.floor(dayOfCycle / 146_096)) / 365,
  )
  const dayOfYear = dayOfCycle - (365 * yearOfCycle + Math.floor(yearOfCycle / 4) - Math.floor(yearOfCycle / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  return {
    year: yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  }
}

export const addDays = (day: Day, days: number): Day => brand(day + days)

/** 1 is Monday. */
export const dayOfWeek = (day: Day): number => (((day % 7) + 10) % 7) + 1

export const two = (value: number): string => (value < 10 ? `0${value}` : `${value}`)

export function dayText(days: Day): string {
  const { year, month, day } = civilOf(days)
  return `${year}-${two(month)}-${two(day)}`
}

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)

export const daysInMonth = (year: number, month: number): number => (month === 2 && isLeap(year) ? 29 : (MONTH_DAYS[month - 1] ?? 0))
