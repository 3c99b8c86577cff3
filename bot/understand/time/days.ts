import { is, isAny, type Lexed, type Token, touches } from '../words/lex.ts'
import type { PartOfDay } from '../words/post-words.ts'
import { dayOfMonth, endOfWeek, fullDay, lastOfMonth, monthDay, monthPoint, nextFeast, weekday } from './calendar.ts'
import { addDays, civilOf, type Day, dayOfWeek } from './day.ts'

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

interface Found {
  readonly day: Day
  readonly to?: Day
  readonly part?: PartOfDay | undefined
  readonly onlyEnd?: boolean
  readonly next: number
}

type Reader = (line: Lexed, at: number, today: Day) => Found | undefined

const whole = (token: Token | undefined, most: number): number | undefined => {
  const numeral = token?.numeral
  if (numeral === undefined || numeral.vague || numeral.high !== numeral.value) return undefined
  return Number.isInteger(numeral.value) && numeral.value >= 1 && numeral.value <= most ? numeral.value : undefined
}

/** 十五六号, 15、16号 … are rare; 20-22号 is common and is put together by `daysAt`. */
const ADDRESS_BEFORE = '路街巷弄道栋里村幢座区桥'

/** 每周二周五 names no day. */
const isEveryWeek = (text: string, at: number): boolean =>
  text.slice(Math.max(0, at - 6), at).includes('每') || text.charAt(at - 1) === '逢'

const readWord: Reader = (line, at, today) => {
  const token = line.tokens[at]
  const word = token?.word
  if (word === undefined) return undefined
  const next = at + 1
  if (word.tags.has('relative-day')) {
    if (line.text.charAt(token?.end ?? 0) === '那' || line.text.charAt(token?.end ?? 0) === '的') if (word.value < 0) return undefined
    if (token !== undefined && token.end - token.start === 1 && !is(line.tokens[next], 'part-of-day')) return undefined
    return { day: addDays(today, word.value), part: word.part, next }
  }
  if (word.tags.has('two-days')) return { day: addDays(today, word.value), to: addDays(today, word.value + 1), next }
  if (word.tags.has('weekday') && isEveryWeek(line.text, token?.start ?? 0)) return undefined
  if (word.tags.has('weekday')) return { day: weekday(today, Math.floor(word.value / 10), word.value % 10), next }
  if (word.tags.has('weekend')) {
    const saturday = weekday(today, word.value % 10 === 0 && dayOfWeek(today) >= 6 ? 1 : Math.max(1, word.value % 10), 6)
    return { day: saturday, to: addDays(saturday, 1), next }
  }
  return readSpanWord(line, at, today)
}

/** 元旦三天, 国庆七天, 端午那天, 春节期间. */
function feastRun(line: Lexed, at: number, feast: Day): Found | undefined {
  const end = line.tokens[at]?.end ?? 0
  const days = whole(line.tokens[at + 1], 15)
  if (days !== undefined && is(line.tokens[at + 2], 'day') && touches(line.text, line.tokens[at], line.tokens[at + 1]))
    return { day: feast, to: addDays(feast, days - 1), next: at + 3 }
  const words = ['当天', '那天', '期间', '当日', '这天'].some((word) => line.text.startsWith(word, end))
  return words ? { day: feast, next: at + 1 } : undefined
}

const readSpanWord: Reader = (line, at, today) => {
  const word = line.tokens[at]?.word
  const next = at + 1
  if (word === undefined) return undefined
  if (word.tags.has('this-week') || word.tags.has('next-week')) {
    const sunday = endOfWeek(today, word.tags.has('this-week') ? 0 : word.value)
    if (isAny(line.tokens[next], ['within', 'before', 'done-by'])) return { day: sunday, onlyEnd: true, next: next + 1 }
    return word.tags.has('next-week') ? { day: addDays(sunday, -6), next } : undefined
  }
  if (word.tags.has('month-point') && ['回', '大扫除', '到了'].some((talk) => line.text.startsWith(talk, line.tokens[at]?.end ?? 0)))
    return undefined
  if (word.tags.has('month-point')) return { day: monthPoint(today, word.value), next }
  if (word.tags.has('holiday')) {
    const feast = nextFeast(today, word.value)
    if (feast === undefined) return undefined
    if (is(line.tokens[next], 'before')) return { day: addDays(feast, -1), onlyEnd: true, next: next + 1 }
    const run = feastRun(line, at, feast)
    if (run !== undefined) return run
    const token = line.tokens[at]
    return token !== undefined && token.end - token.start > 1 && is(line.tokens[at - 1], 'until')
      ? { day: feast, onlyEnd: true, next }
      : undefined
  }
  return undefined
}

/** 5月20号, 五月二十, 6月底, 2026年5月1日. */
const readMonthDay: Reader = (line, at, today) => {
  const year = line.tokens[at]?.numeral
  if (year !== undefined && year.value >= 2020 && year.value < 2100 && is(line.tokens[at + 1], 'year')) {
    const rest = readMonthDay(line, at + 2, today)
    if (rest === undefined) return undefined
    const said = civilOf(rest.day)
    return { ...rest, day: fullDay(year.value, said.month, said.day) ?? rest.day }
  }
  const month = whole(line.tokens[at], 12)
  if (month === undefined || !touches(line.text, line.tokens[at], line.tokens[at + 1])) return undefined
  const point = line.tokens[at + 1]
  if (is(point, 'month-point')) {
    const value = point?.word?.value ?? 0
    if (value > 3 || point?.word === undefined) return undefined
    const first = monthDay(today, month, value === 1 ? 1 : value === 2 ? 15 : 28)
    return first === undefined ? undefined : { day: value === 3 ? lastOfMonth(first) : first, next: at + 2 }
  }
  if (!is(point, 'month-sign')) return undefined
  const day = whole(line.tokens[at + 2], 31)
  if (day === undefined || line.tokens[at + 2]?.start !== point?.end) {
    const first =
      isAny(line.tokens[at + 2], ['from', 'before']) || line.text.charAt(point?.end ?? 0) === '份' ? monthDay(today, month, 1) : undefined
    return first === undefined ? undefined : { day: first, next: at + 2 }
  }
  if (isAny(line.tokens[at + 3], ['day', 'person', 'ge', 'yuan']) && !is(line.tokens[at + 3], 'date-day')) return undefined
  const found = monthDay(today, month, day)
  return found === undefined ? undefined : { day: found, next: is(line.tokens[at + 3], 'date-day') ? at + 4 : at + 3 }
}

const isPlausible = (today: Day, day: Day | undefined): day is Day => {
  if (day === undefined) return false
  const ahead = day - today
  return ahead >= -10 && ahead <= 200
}

const MONEY_AFTER = ['yuan', 'jiao', 'metre', 'per', 'piece', 'hour', 'day', 'person', 'ge', 'worker', 'month', 'week'] as const

/** 5.20 and 5/20: only where a price makes no sense and the day is near. */
const readDotted: Reader = (line, at, today) => {
  const token = line.tokens[at]
  const numeral = token?.numeral
  if (token === undefined || numeral === undefined || numeral.chinese || isAny(line.tokens[at - 1], ['money-sign', 'wage', 'piece']))
    return undefined
  const written = line.text.slice(token.start, token.end)
  const dot = written.indexOf('.')
  const slash = dot < 0 && line.text.charAt(token.end) === '/' && line.tokens[at + 2]?.numeral?.start === token.end + 1
  if (dot < 0 && !slash) return undefined
  const month = dot < 0 ? numeral.value : Number(written.slice(0, dot))
  const day = dot < 0 ? (whole(line.tokens[at + 2], 31) ?? 0) : Number(written.slice(dot + 1))
  const next = dot < 0 ? at + 3 : at + 1
  const after = line.tokens[next]
  if (after !== undefined && touches(line.text, line.tokens[next - 1], after) && isAny(after, MONEY_AFTER) && !is(after, 'date-day'))
    return undefined
  if (
    after?.numeral !== undefined &&
    touches(line.text, line.tokens[next - 1], after) &&
    isAny(line.tokens[next + 1], ['piece', 'hour']) &&
    written.length < 4
  )
    return undefined
  const found = monthDay(today, month, day)
  return isPlausible(today, found)
    ? { day: found, next: is(after, 'date-day') && touches(line.text, line.tokens[next - 1], after) ? next + 1 : next }
    : undefined
}

/** 20号. */
const readDayOfMonth: Reader = (line, at, today) => {
  const day = whole(line.tokens[at], 31)
  const token = line.tokens[at]
  if (day === undefined || token === undefined || !is(line.tokens[at + 1], 'date-day') || token.end !== line.tokens[at + 1]?.start)
    return undefined
  if (
    line.text.charAt(token.start) === '壹' ||
    (line.text.charAt(token.end) === '日' && line.tokens[at + 2]?.numeral?.start === token.end + 1)
  )
    return undefined
  if (ADDRESS_BEFORE.includes(line.text.charAt(token.start - 1)) && token.start > 0) return undefined
  if (line.tokens[at - 1]?.numeral !== undefined && line.tokens[at - 1]?.end === token.start) return undefined
  const found = dayOfMonth(today, day)
  return found === undefined ? undefined : { day: found, next: at + 2 }
}

/** 2026-05-08. */
const readIso: Reader = (line, at) => {
  const year = line.tokens[at]?.numeral?.value
  const month = whole(line.tokens[at + 2], 12)
  const day = whole(line.tokens[at + 4], 31)
  if (year === undefined || year < 2020 || year > 2099 || month === undefined || day === undefined) return undefined
  const gap = line.text.slice(line.tokens[at + 1]?.start, line.tokens[at + 1]?.end)
  if (gap !== line.text.slice(line.tokens[at + 3]?.start, line.tokens[at + 3]?.end) || (gap !== '-' && gap !== '/')) return undefined
  const found = fullDay(year, month, day)
  return found === undefined ? undefined : { day: found, next: at + 5 }
}

const READERS: readonly Reader[] = [readIso, readWord, readMonthDay, readDotted, readDayOfMonth]

function oneDayAt(line: Lexed, at: number, today: Day): Found | undefined {
  for (const read of READERS) {
    const found = read(line, at, today)
    if (found !== undefined) return found
  }
  return undefined
}

/** 20-22号, 5.8到10号: the second number borrows the month of the first, or the first the month of the second. */
function headlessRangeAt(line: Lexed, at: number, today: Day): Days | undefined {
  const first = whole(line.tokens[at], 31)
  if (first === undefined || !isJoint(line, at + 1) || is(line.tokens[at + 1], 'date-day')) return undefined
  const second = readDayOfMonth(line, at + 2, today)
  const from = dayOfMonth(today, first)
  if (second === undefined || from === undefined || !touches(line.text, line.tokens[at], line.tokens[at + 1])) return undefined
  const to = dayOfMonth(from, civilOf(second.day).day) ?? second.day
  return { from, to, part: undefined, onlyEnd: false, next: second.next }
}

const isJoint = (line: Lexed, at: number): boolean =>
  is(line.tokens[at], 'range') &&
  touches(line.text, line.tokens[at - 1], line.tokens[at]) &&
  touches(line.text, line.tokens[at], line.tokens[at + 1])

/** 下周三 and 明天 are counted from today also when they end a run of days; 到周三 from the day it begins. */
const countsFromToday = (token: Token | undefined): boolean =>
  is(token, 'relative-day') || (is(token, 'weekday') && (token?.word?.value ?? 0) >= 10)

function endOfRange(line: Lexed, first: Found, today: Day): Found | undefined {
  const at = first.next
  const glued = line.tokens[at]?.start === line.tokens[at - 1]?.end || line.text.charAt(line.tokens[at - 1]?.end ?? 0) === ' '
  const from = isJoint(line, at) ? at + 1 : glued && !is(line.tokens[at], 'relative-day') ? at : -1
  const both = line.text.charAt(line.tokens[at - 1]?.end ?? 0)
  const start = from >= 0 ? from : '和跟与及,'.includes(both) && both !== '' ? at : -1
  if (start < 0) return undefined
  const second = oneDayAt(line, start, countsFromToday(line.tokens[start]) ? today : first.day)
  if (second !== undefined) return second
  const day = start === at + 1 ? whole(line.tokens[start], 31) : undefined
  const ends = !isAny(line.tokens[start + 1], ['oclock', 'colon', 'person', 'ge', 'yuan', 'day']) || is(line.tokens[start + 1], 'date-day')
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
