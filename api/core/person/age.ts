import { type Refused, refuse } from '../result.ts'

const WORKING_AGE_YEARS = 16
const ADULT_AGE_YEARS = 18

/** Whole years (周岁) on a day: one more on the birthday itself; who was born on 29 February turns on 1 March of a common year. */
export function ageOn(day: Temporal.PlainDate, birthDay: Temporal.PlainDate): number {
  const isBeforeBirthday = day.month < birthDay.month || (day.month === birthDay.month && day.day < birthDay.day)
  return day.year - birthDay.year - (isBeforeBirthday ? 1 : 0)
}

/** The first years of the bands by which people are counted. */
export const AGE_BANDS = [16, 25, 35, 50, 60] as const
export type AgeBand = (typeof AGE_BANDS)[number]

/** Nobody younger than the first band is registered. */
export const ageBandOf = (ageYears: number): AgeBand => AGE_BANDS.findLast((from) => ageYears >= from) ?? AGE_BANDS[0]

/** 禁止使用童工规定: nobody under 16 works, and nobody under 16 is registered. */
export function refuseChild(ageYears: number): Refused | undefined {
  return ageYears < WORKING_AGE_YEARS ? refuse('under-age', { leastYears: WORKING_AGE_YEARS }) : undefined
}

/** 未成年工: may work, not in a dangerous trade. */
export const isMinor = (ageYears: number): boolean => ageYears >= WORKING_AGE_YEARS && ageYears < ADULT_AGE_YEARS
