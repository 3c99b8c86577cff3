import { is, type Lexed } from '../words/lex.ts'
import { DATE_DAY, MOON_DAY, MOON_MONTH, MOON_OF_MONTH } from '../words/tags.ts'
import { addDays, civilOf, type Day, dayOf } from './day.ts'
import { type Found, type Reader, whole } from './day-reader.ts'

const LONGEST_MONTH = 30
const MONTHS = 12

/** The first days of the twelve months of a year of the moon; what a leap month adds nobody names. */
const KNOWN = new Map<number, readonly Day[]>()
const MOST_KNOWN = 16

function monthsOf(year: number): readonly Day[] {
  const known = KNOWN.get(year)
  if (known !== undefined) return known
  const months = Array.from({ length: MONTHS }, (_, index) => {
    const monthCode = `M${`${index + 1}`.padStart(2, '0')}`
    const first = Temporal.PlainDate.from({ year, monthCode, day: 1, calendar: 'chinese' }).withCalendar('iso8601')
    return dayOf(first.year, first.month, first.day)
  })
  if (KNOWN.size >= MOST_KNOWN) KNOWN.clear()
  KNOWN.set(year, months)
  return months
}

/** 腊月廿五: the next such day, today counting. */
export function moonDay(today: Day, month: number, day: number): Day | undefined {
  const { year } = civilOf(today)
  for (const at of [year - 1, year, year + 1]) {
    const first = monthsOf(at)[month - 1]
    if (first !== undefined && first + day - 1 >= today) return addDays(first, day - 1)
  }
  return undefined
}

/** 初八: in the month of the moon that runs, or in the next. */
function nextMoonDay(today: Day, day: number): Day | undefined {
  const { year } = civilOf(today)
  let found: Day | undefined
  for (const first of [...monthsOf(year - 1), ...monthsOf(year), ...monthsOf(year + 1)]) {
    const named = addDays(first, day - 1)
    if (named >= today && (found === undefined || named < found)) found = named
  }
  return found
}

const found = (day: Day | undefined, next: number): Found | undefined => (day === undefined ? undefined : { day, next })

/** 腊月廿五, 正月初八, 冬月十六; what stands behind the month must be a day of it. */
function dayOfMoonMonth({ tokens }: Lexed, at: number, today: Day): Found | undefined {
  const month = tokens[at]
  const day = tokens[at + 1]
  if (month?.word === undefined || day === undefined || day.start !== month.end) return undefined
  const said = day.word !== undefined && is(day, MOON_DAY) ? day.word.value : whole(day, LONGEST_MONTH)
  return said === undefined ? undefined : found(moonDay(today, month.word.value, said), at + (is(tokens[at + 2], DATE_DAY) ? 3 : 2))
}

/** 初八, 大年初三, 腊月廿五: a day by the moon said with its word. */
export const readMoonWord: Reader = (line, at, today) => {
  const token = line.tokens[at]
  if (token?.word === undefined) return undefined
  if (is(token, MOON_MONTH)) return dayOfMoonMonth(line, at, today)
  if (!is(token, MOON_DAY)) return undefined
  const { value } = token.word
  return found(value > LONGEST_MONTH ? moonDay(today, 1, value - NEW_YEAR) : nextMoonDay(today, value), at + 1)
}

/** What the vocabulary adds to the days of the first month: 大年初三 is 103. */
const NEW_YEAR = 100

/** 五月初五: the month as a number before its day by the moon. */
export const readMoonDate: Reader = ({ tokens }, at, today) => {
  const month = whole(tokens[at], MONTHS)
  const day = tokens[at + 1]
  if (month === undefined || day?.word === undefined || !is(day, MOON_OF_MONTH) || day.start !== tokens[at]?.end) return undefined
  return found(moonDay(today, month, day.word.value), at + 2)
}
