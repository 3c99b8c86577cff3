import { AGE, DAY_NAME, dateName, WEEKDAY } from '../../screen-copy.ts'

const COUNTY_MS = 8 * 3_600_000
const DAY_MS = 86_400_000

/** An instant on the county's clock, which knows no summer time; read by the UTC parts. */
const inCounty = (ms: number): Date => new Date(ms + COUNTY_MS)
const dayNumber = (ms: number): number => Math.floor((ms + COUNTY_MS) / DAY_MS)
const two = (count: number): string => String(count).padStart(2, '0')

/** 「7:30」 */
export const clockText = (ms: number): string => `${inCounty(ms).getUTCHours()}:${two(inCounty(ms).getUTCMinutes())}`

/** 「11月28日 周六」 */
export function todayText(ms: number): string {
  const at = inCounty(ms)
  return `${dateName(at.getUTCMonth() + 1, at.getUTCDate())} ${WEEKDAY[at.getUTCDay()]}`
}

/** The day on which something begins: 「明天」 while that is clear, else its date. */
export function dayText(startsAt: number, now: number): string {
  const at = inCounty(startsAt)
  const ahead = dayNumber(startsAt) - dayNumber(now)
  return DAY_NAME[ahead] ?? dateName(at.getUTCMonth() + 1, at.getUTCDate())
}

/** How long ago, in the largest unit that says something. */
export function ageText(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000))
  if (seconds < 60) return AGE.seconds(seconds)
  return seconds < 3600 ? AGE.minutes(Math.floor(seconds / 60)) : AGE.hours(Math.floor(seconds / 3600))
}

const QUIET_HOUR = 3

/** Whether it is the hour in which nobody looks. */
export const isQuietHour = (ms: number): boolean => inCounty(ms).getUTCHours() === QUIET_HOUR
