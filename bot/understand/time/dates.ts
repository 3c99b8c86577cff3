import { kind } from '../words/kinds.ts'
import { is, type Lexed, tokenAt, touches } from '../words/lex.ts'
import { isAt, signs } from '../words/signs.ts'
import { DATE_DAY, MONTH_POINT, MONTH_SIGN, PIECE, YEAR, YUAN } from '../words/tags.ts'
import { beginsAt, wordSet } from '../words/word-set.ts'
import { dayOfMonth, fullDay, lastOfMonth, monthDay } from './calendar.ts'
import { civilOf, type Day } from './day.ts'
import { type Found, type Reader, whole } from './day-reader.ts'
import { readMoonDate } from './moon.ts'

const MONTH_EDGES = kind('from', 'before')
const COUNTED = kind('day', 'person', 'ge', 'yuan')
const PRICED = kind('piece', 'hour')
const PRICE_BEFORE = kind('money-sign', 'wage', 'piece')
const PRICE_AFTER = kind('yuan', 'jiao', 'metre', 'per', 'piece', 'hour', 'day', 'person', 'ge', 'worker', 'month', 'week')

/** 2026年5月1日. */
const readYear: Reader = (line, at, today) => {
  const year = line.tokens[at]?.numeral?.value
  if (year === undefined || year < 2020 || year >= 2100 || !is(line.tokens[at + 1], YEAR)) return undefined
  const rest = readMonthDay(line, at + 2, today)
  if (rest === undefined) return undefined
  const said = civilOf(rest.day)
  return { ...rest, day: fullDay(year, said.month, said.day) ?? rest.day }
}

/** The day that 月初, 月中 and 下旬 begin with; 月底 is looked up. */
const POINT_DAYS: readonly number[] = [1, 1, 15, 28, 21]
const LAST_TEN_DAYS = 4

/** 5月20号, 五月二十, 6月底; 三块八 月底发 tells of no August. */
const readMonthDay: Reader = (line, at, today) => {
  const month = whole(line.tokens[at], 12)
  if (month === undefined || !touches(line.text, line.tokens[at], line.tokens[at + 1])) return undefined
  if (is(tokenAt(line.tokens, at - 1), YUAN) && tokenAt(line.tokens, at - 1)?.end === line.tokens[at]?.start) return undefined
  const point = line.tokens[at + 1]
  if (is(point, MONTH_POINT)) {
    const value = point?.word?.value ?? 0
    if (value > LAST_TEN_DAYS || point?.word === undefined) return undefined
    const first = monthDay(today, month, POINT_DAYS[value] ?? 28)
    return first === undefined ? undefined : { day: value === 3 ? lastOfMonth(first) : first, next: at + 2 }
  }
  if (!is(point, MONTH_SIGN)) return undefined
  const day = whole(line.tokens[at + 2], 31)
  if (day === undefined || line.tokens[at + 2]?.start !== point?.end) {
    const first = is(line.tokens[at + 2], MONTH_EDGES) || line.text.charAt(point?.end ?? 0) === '份' ? monthDay(today, month, 1) : undefined
    return first === undefined ? undefined : { day: first, next: at + 2 }
  }
  if (is(line.tokens[at + 3], COUNTED) && !is(line.tokens[at + 3], DATE_DAY)) return undefined
  const found = monthDay(today, month, day)
  return found === undefined ? undefined : { day: found, next: is(line.tokens[at + 3], DATE_DAY) ? at + 4 : at + 3 }
}

const isPlausible = (today: Day, day: Day | undefined): day is Day => {
  if (day === undefined) return false
  const ahead = day - today
  return ahead >= -10 && ahead <= 200
}

/** 端盘 9.6: behind a blank a measure measures nothing. */
function isBesidePrice({ text, tokens }: Lexed, at: number): boolean {
  const before = tokenAt(tokens, at - 1)
  if (!is(before, PRICE_BEFORE) || !touches(text, before, tokens[at])) return false
  return before?.end === tokens[at]?.start || !is(before, PIECE)
}

const MEASURED = ['一单', '一趟', '一件', '每单', '每件', '每趟', '一车', '一个', '每个']

/** 工价5.5, ¥5.2, 一斤3.5, 一单4.5起. */
const isPriced = (line: Lexed, at: number): boolean =>
  isBesidePrice(line, at) || MEASURED.some((words) => line.text.endsWith(words, line.tokens[at]?.start))

/** 5.20 and 5/20: only where a price makes no sense and the day is near. */
const readDotted: Reader = (line, at, today) => {
  const token = line.tokens[at]
  const numeral = token?.numeral
  if (token === undefined || numeral === undefined || numeral.chinese || isPriced(line, at)) return undefined
  const written = line.text.slice(token.start, token.end)
  const dot = written.indexOf('.')
  if (dot < 0 && (line.text.charAt(token.end) !== '/' || line.tokens[at + 2]?.numeral?.start !== token.end + 1)) return undefined
  const month = dot < 0 ? numeral.value : Number(written.slice(0, dot))
  const day = dot < 0 ? (whole(line.tokens[at + 2], 31) ?? 0) : Number(written.slice(dot + 1))
  const next = dot < 0 ? at + 3 : at + 1
  const after = line.tokens[next]
  if (after !== undefined && touches(line.text, line.tokens[next - 1], after) && is(after, PRICE_AFTER) && !is(after, DATE_DAY))
    return undefined
  if (
    after?.numeral !== undefined &&
    touches(line.text, line.tokens[next - 1], after) &&
    is(line.tokens[next + 1], PRICED) &&
    written.length < 4
  )
    return undefined
  const found = monthDay(today, month, day)
  return isPlausible(today, found)
    ? { day: found, next: is(after, DATE_DAY) && touches(line.text, line.tokens[next - 1], after) ? next + 1 : next }
    : undefined
}

/** 十五六号, 15、16号 … are rare; 20-22号 is common and is put together by `daysAt`. */
const ADDRESS_BEFORE = signs('路街巷弄道栋里村幢座区桥')

/** 三号单元, 2号厂房: a house, not a day. */
const NUMBERED = wordSet('单元 楼 厂房 车间 仓 地块 线 栋 幢 公寓 井 坝 闸 码头 桥 档口 铺面'.split(' '))

const NOT_NAMED = signs('到至在从于自和跟及与或期是为定约末起月年工')
const AFTER_DATE = kind('from', 'until', 'part-of-day')

/** 滨江一号, 公馆1号: a name that ends in its number. */
function isNamedOne({ text, tokens }: Lexed, at: number): boolean {
  const start = tokens[at]?.start ?? 0
  const before = text.charAt(start - 1)
  if (before < '一' || before > '龥' || isAt(NOT_NAMED, text, start - 1)) return false
  return tokenAt(tokens, at - 1)?.end !== start && !is(tokens[at + 2], AFTER_DATE)
}

/** 20号. */
export const readDayOfMonth: Reader = (line, at, today) => {
  const day = whole(line.tokens[at], 31)
  const token = line.tokens[at]
  if (day === undefined || token === undefined || !is(line.tokens[at + 1], DATE_DAY) || token.end !== line.tokens[at + 1]?.start)
    return undefined
  if (
    line.text.charAt(token.start) === '壹' ||
    (line.text.charAt(token.end) === '日' && line.tokens[at + 2]?.numeral?.start === token.end + 1)
  )
    return undefined
  if (beginsAt(NUMBERED, line.text, line.tokens[at + 1]?.end ?? 0)) return undefined
  if (isAt(ADDRESS_BEFORE, line.text, token.start - 1) || (day === 1 && isNamedOne(line, at))) return undefined
  if (tokenAt(line.tokens, at - 1)?.numeral !== undefined && tokenAt(line.tokens, at - 1)?.end === token.start) return undefined
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

/** The day that begins with a number. */
export const dateAt = (line: Lexed, at: number, today: Day): Found | undefined =>
  readIso(line, at, today) ??
  readYear(line, at, today) ??
  readMoonDate(line, at, today) ??
  readMonthDay(line, at, today) ??
  readDotted(line, at, today) ??
  readDayOfMonth(line, at, today)
