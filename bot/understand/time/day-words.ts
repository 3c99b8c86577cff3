import { kind } from '../words/kinds.ts'
import { is, touches } from '../words/lex.ts'
import { isAt, signs } from '../words/signs.ts'
import {
  DATE_DAY,
  JANUARY,
  MONTH_POINT,
  NEXT_WEEK,
  PART_OF_DAY,
  RELATIVE_DAY,
  THIS_MONTH,
  THIS_WEEK,
  TWO_DAYS,
  WEEKDAY,
  WEEKEND,
} from '../words/tags.ts'
import { beginsAt, wordSet } from '../words/word-set.ts'
import { dayInMonth, endOfWeek, monthDay, monthPoint, weekday } from './calendar.ts'
import { addDays, dayOfWeek } from './day.ts'
import { type Reader, whole } from './day-reader.ts'
import { readFeast } from './feasts.ts'
import { readMoonWord } from './moon.ts'
import { weekdaysFrom } from './weekdays.ts'

const WEEKS = kind('this-week', 'next-week')
const DAY_WORDS = kind(
  'relative-day',
  'two-days',
  'weekday',
  'weekend',
  'this-week',
  'next-week',
  'month-point',
  'holiday',
  'this-month',
  'moon-month',
  'moon-day',
  'january',
)
const MOON_WORDS = kind('moon-month', 'moon-day')
const DEADLINES = kind('within', 'before', 'done-by')
const MONTH_TALK = wordSet(['回', '大扫除', '到了'])

const isEvery = (text: string, at: number): boolean => {
  for (let here = Math.max(0, at - 6); here < at; here += 1) if (text.charAt(here) === '每') return true
  return text.charAt(at - 1) === '逢'
}

const GONE_BY = signs('那的')

const MONTHS = kind('this-month', 'month-point')
const NEXT_MONTH = 11

/** 这个月25号, 下个月1号. */
const dayOfNamedMonth: Reader = ({ text, tokens }, at, today) => {
  const word = tokens[at]
  const ahead = is(word, THIS_MONTH) ? 0 : word?.word?.value === NEXT_MONTH ? 1 : -1
  const day = ahead < 0 ? undefined : whole(tokens[at + 1], 31)
  if (day === undefined || !is(tokens[at + 2], DATE_DAY) || !touches(text, word, tokens[at + 1])) return undefined
  const found = dayInMonth(today, ahead, day)
  return found === undefined ? undefined : { day: found, next: at + 3 }
}

/** 元月5号. */
const dayOfJanuary: Reader = ({ text, tokens }, at, today) => {
  const day = whole(tokens[at + 1], 31)
  const found = day === undefined || !touches(text, tokens[at], tokens[at + 1]) ? undefined : monthDay(today, 1, day)
  return found === undefined ? undefined : { day: found, next: is(tokens[at + 2], DATE_DAY) ? at + 3 : at + 2 }
}

const readRelativeDay: Reader = (line, at, today) => {
  const token = line.tokens[at]
  if (token?.word === undefined) return undefined
  if (token.word.value < 0 && isAt(GONE_BY, line.text, token.end)) return undefined
  if (token.end - token.start === 1 && !is(line.tokens[at + 1], PART_OF_DAY)) return undefined
  return { day: addDays(today, token.word.value), part: token.word.part, next: at + 1 }
}

/** The day that a word names: 明天, 下周三, 月底, 国庆前. */
export const readDayWord: Reader = (line, at, today) => {
  const token = line.tokens[at]
  if (token?.word === undefined || !is(token, DAY_WORDS)) return undefined
  const { value } = token.word
  const next = at + 1
  if (is(token, RELATIVE_DAY)) return readRelativeDay(line, at, today)
  if (is(token, MONTHS)) {
    const named = dayOfNamedMonth(line, at, today)
    if (named !== undefined || is(token, THIS_MONTH)) return named
  }
  if (is(token, JANUARY)) return dayOfJanuary(line, at, today)
  if (is(token, TWO_DAYS)) return { day: addDays(today, value), to: addDays(today, value + 1), next }
  /** 每周二周五 names no day. */
  if (is(token, WEEKDAY))
    return isEvery(line.text, token.start) ? undefined : weekdaysFrom(line, at, weekday(today, Math.floor(value / 10), value % 10))
  if (is(token, WEEKEND)) {
    const saturday = weekday(today, value % 10 === 0 && dayOfWeek(today) >= 6 ? 1 : Math.max(1, value % 10), 6)
    return { day: saturday, to: addDays(saturday, 1), next }
  }
  return readMoonWord(line, at, today) ?? readSpanWord(line, at, today)
}

const readSpanWord: Reader = (line, at, today) => {
  const token = line.tokens[at]
  if (token?.word === undefined) return undefined
  const { value } = token.word
  const next = at + 1
  if (is(token, MOON_WORDS) || is(token, JANUARY)) return undefined
  if (is(token, WEEKS)) {
    const sunday = endOfWeek(today, is(token, THIS_WEEK) ? 0 : value)
    if (is(line.tokens[next], DEADLINES)) return { day: sunday, onlyEnd: true, next: next + 1 }
    return is(token, NEXT_WEEK) ? { day: addDays(sunday, -6), next } : undefined
  }
  if (is(token, MONTH_POINT)) return beginsAt(MONTH_TALK, line.text, token.end) ? undefined : { day: monthPoint(today, value), next }
  return readFeast(line, at, today, value)
}
