import { kind } from '../words/kinds.ts'
import { is, type Lexed, type Token, tokenAt, touches } from '../words/lex.ts'
import type { PartOfDay } from '../words/post-words.ts'
import { isAt, signs } from '../words/signs.ts'
import { DATE_DAY, RANGE, RELATIVE_DAY, WEEKDAY } from '../words/tags.ts'
import { dayOfMonth, fullDay } from './calendar.ts'
import { dateAt, readDayOfMonth } from './dates.ts'
import { civilOf, type Day } from './day.ts'
import { type Found, whole } from './day-reader.ts'
import { readDayWord } from './day-words.ts'
import { readNumberFeast } from './feasts.ts'

/** A day, or a run of days, as said. */
export interface Days {
  readonly from: Day
  readonly to: Day | undefined
  readonly part: PartOfDay | undefined
  /** 本周内 and 元旦前 name only an end. */
  readonly onlyEnd: boolean
  /** Index of the first token after it. */
  readonly next: number
}

const NO_DAY_AFTER = kind('oclock', 'colon', 'person', 'ge', 'yuan', 'day')
const AND = signs('和跟与及,')

const oneDayAt = (line: Lexed, at: number, today: Day): Found | undefined =>
  line.tokens[at]?.numeral === undefined ? readDayWord(line, at, today) : (dateAt(line, at, today) ?? readNumberFeast(line, at, today))

/** 20-22号, 5.8到10号: the second number borrows the month of the first, or the first the month of the second. */
function headlessRangeAt(line: Lexed, at: number, today: Day): Days | undefined {
  const first = whole(line.tokens[at], 31)
  if (first === undefined || !isJoint(line, at + 1) || is(line.tokens[at + 1], DATE_DAY)) return undefined
  const second = readDayOfMonth(line, at + 2, today)
  const from = dayOfMonth(today, first)
  if (second === undefined || from === undefined || !touches(line.text, line.tokens[at], line.tokens[at + 1])) return undefined
  const to = dayOfMonth(from, civilOf(second.day).day) ?? second.day
  return { from, to, part: undefined, onlyEnd: false, next: second.next }
}

const isJoint = (line: Lexed, at: number): boolean =>
  is(line.tokens[at], RANGE) &&
  touches(line.text, tokenAt(line.tokens, at - 1), line.tokens[at]) &&
  touches(line.text, line.tokens[at], line.tokens[at + 1])

/** 下周三 and 明天 are counted from today also when they end a run of days; 到周三 from the day it begins. */
const countsFromToday = (token: Token | undefined): boolean =>
  is(token, RELATIVE_DAY) || (is(token, WEEKDAY) && (token?.word?.value ?? 0) >= 10)

function endOfRange(line: Lexed, first: Found, today: Day): Found | undefined {
  const at = first.next
  const end = tokenAt(line.tokens, at - 1)?.end ?? 0
  const glued = line.tokens[at]?.start === end || line.text.charAt(end) === ' '
  const from = isJoint(line, at) ? at + 1 : glued && !is(line.tokens[at], RELATIVE_DAY) ? at : -1
  const start = from >= 0 ? from : isAt(AND, line.text, end) ? at : -1
  if (start < 0) return undefined
  const second = oneDayAt(line, start, countsFromToday(line.tokens[start]) ? today : first.day)
  if (second !== undefined) return second
  const day = start === at + 1 ? whole(line.tokens[start], 31) : undefined
  const ends = !is(line.tokens[start + 1], NO_DAY_AFTER) || is(line.tokens[start + 1], DATE_DAY)
  const said = civilOf(first.day)
  const found = day === undefined || !ends || day <= said.day ? undefined : fullDay(said.year, said.month, day)
  return found === undefined ? undefined : { day: found, next: start + 1 }
}

/** The day or run of days that begins at a token. */
export function daysAt(line: Lexed, at: number, today: Day): Days | undefined {
  const headless = headlessRangeAt(line, at, today)
  if (headless !== undefined) return headless
  const first = oneDayAt(line, at, today)
  if (first === undefined) return undefined
  const one: Days = { from: first.day, to: first.to, part: first.part, onlyEnd: first.onlyEnd ?? false, next: first.next }
  if (one.onlyEnd || one.to !== undefined) return one
  const second = endOfRange(line, first, today)
  if (second === undefined || second.day < first.day) return one
  const same = second.day === first.day
  return { ...one, to: same ? undefined : (second.to ?? second.day), part: one.part ?? second.part, next: second.next }
}
