import { kind } from '../words/kinds.ts'
import { is, type Lexed, type Token, touches } from '../words/lex.ts'
import type { PartOfDay } from '../words/post-words.ts'
import { isAt, isAtOrEdge, signs } from '../words/signs.ts'
import { COLON, FEN, HALF, MERIDIEM, OCLOCK, PART_OF_DAY, QUARTER, RANGE } from '../words/tags.ts'

/** A clock time as said: `minutes` after midnight before the part of the day is applied. */
export interface Clock {
  readonly hour: number
  readonly minute: number
  /** Written with a nought, as in 01:30 or 零点: the hour is what it says, never the same one of the afternoon. */
  readonly exact: boolean
  readonly part: PartOfDay | undefined
  /** Index of the first token after it. */
  readonly next: number
}

/** A number before one of these counts no minutes. */
const COUNTED = kind('person', 'ge', 'yuan', 'worker')
const AFTER_HOUR = kind('part-of-day', 'range', 'from', 'until', 'per')

const wholeHour = (token: Token | undefined): number | undefined => {
  const numeral = token?.numeral
  if (numeral === undefined || numeral.high !== numeral.value || numeral.vague) return undefined
  return Number.isInteger(numeral.value) && numeral.value >= 0 && numeral.value <= 24 ? numeral.value : undefined
}

function minuteAt(line: Lexed, at: number): { minute: number; next: number } | undefined {
  const token = line.tokens[at]
  if (!touches(line.text, line.tokens[at - 1], token)) return undefined
  if (is(token, HALF)) return { minute: 30, next: at + 1 }
  const numeral = token?.numeral
  if (numeral === undefined || token?.start !== line.tokens[at - 1]?.end) return undefined
  if (is(line.tokens[at + 1], QUARTER)) return numeral.value <= 3 ? { minute: numeral.value * 15, next: at + 2 } : undefined
  if (numeral.value >= 60 || !Number.isInteger(numeral.value) || numeral.end - numeral.start < 2) return undefined
  if (is(line.tokens[at + 1], COUNTED) && touches(line.text, token, line.tokens[at + 1])) return undefined
  return { minute: numeral.value, next: is(line.tokens[at + 1], FEN) && touches(line.text, token, line.tokens[at + 1]) ? at + 2 : at + 1 }
}

const NOUGHTS = signs('0零〇')

const beginsWithNought = (text: string, token: Token | undefined): boolean => isAt(NOUGHTS, text, token?.start ?? 0)

function colonAt(line: Lexed, at: number): { minute: number; next: number } | undefined {
  const minutes = line.tokens[at + 2]?.numeral
  if (minutes === undefined || minutes.end - minutes.start !== 2 || minutes.value > 59 || minutes.chinese) return undefined
  if (!touches(line.text, line.tokens[at + 1], line.tokens[at + 2])) return undefined
  return { minute: minutes.value, next: at + 3 }
}

/** 8:30pm, 2 AM: the part of the day behind the hour, the way telephones write it. */
function behind(line: Lexed, clock: Clock): Clock {
  const token = line.tokens[clock.next]
  if (clock.part !== undefined || !is(token, MERIDIEM) || !touches(line.text, line.tokens[clock.next - 1], token)) return clock
  return { ...clock, part: token?.word?.part, next: clock.next + 1 }
}

/** 8点, 8:30, 8:30pm, 8点半, 两点一刻, 七点四十; with a part of the day before it also a bare 早8. */
export function clockAt(line: Lexed, at: number): Clock | undefined {
  const clock = bareClockAt(line, at)
  return clock && behind(line, clock)
}

const RATHER = signs('小大快慢近远好轻重多少便宜高低长短嫩老懂会早晚勤细熟')

const NAMED = kind('relative-day', 'part-of-day')

/** 机子小一点的, 早一点来: a little more of it, and no time of the day; 今晚一点 and 明早一点 name a day and are one o'clock. */
const isMoreOrLess = ({ text, tokens }: Lexed, at: number): boolean => {
  const start = tokens[at]?.start ?? 0
  if (!text.startsWith('一点', start) || !isAt(RATHER, text, start - 1)) return false
  const before = tokens[at - 1]
  return !is(before, NAMED) || (before?.start ?? 0) === start - 1
}

function bareClockAt(line: Lexed, at: number): Clock | undefined {
  const part = is(line.tokens[at], PART_OF_DAY) ? line.tokens[at]?.word?.part : undefined
  const first = part === undefined ? at : at + 1
  if (isMoreOrLess(line, first)) return undefined
  const hour = wholeHour(line.tokens[first])
  if (hour === undefined || (part !== undefined && !touches(line.text, line.tokens[at], line.tokens[first]))) return undefined
  const said = { hour, exact: beginsWithNought(line.text, line.tokens[first]), part }
  const mark = line.tokens[first + 1]
  if (mark !== undefined && touches(line.text, line.tokens[first], mark)) {
    if (is(mark, COLON)) {
      const found = colonAt(line, first)
      if (found !== undefined) return { ...said, ...found }
    }
    if (is(mark, OCLOCK)) {
      const minute = minuteAt(line, first + 2)
      return { ...said, minute: minute?.minute ?? 0, next: minute?.next ?? first + 2 }
    }
  }
  if (mark !== undefined && (beginsHours(line, first) || (is(mark, MERIDIEM) && touches(line.text, line.tokens[first], mark))))
    return { ...said, minute: 0, next: first + 1 }
  if (part === undefined || line.tokens[at]?.end !== line.tokens[first]?.start) return undefined
  return isBareHour(line, first) ? { ...said, minute: 0, next: first + 1 } : undefined
}

/** 10-14点, 2到5点: the first hour borrows the word of the second. */
function beginsHours(line: Lexed, at: number): boolean {
  const joint = line.tokens[at + 1]
  if (!is(joint, RANGE) || line.tokens[at]?.end !== joint?.start) return false
  const second = line.tokens[at + 2]
  const mark = line.tokens[at + 3]
  if (!is(mark, OCLOCK) || second?.start !== joint?.end || mark?.start !== second?.end) return false
  return wholeHour(second) !== undefined && line.text.charAt(mark?.start ?? 0) === '点'
}

/** 早8晚6: a number glued to its part of the day and to nothing else. */
function isBareHour(line: Lexed, at: number): boolean {
  const part = line.tokens[at - 1]
  if (part === undefined || part.end - part.start !== 1) return false
  const next = line.tokens[at + 1]
  if (next === undefined || next.start !== line.tokens[at]?.end) return !isOpenText(line.text, line.tokens[at]?.end ?? 0)
  return is(next, AFTER_HOUR)
}

const HOUR_ENDS = signs(' ,。;、/\n)')

const isOpenText = (text: string, at: number): boolean => !isAtOrEdge(HOUR_ENDS, text, at)

export type Said = Pick<Clock, 'hour' | 'minute' | 'exact' | 'part'>

/**
 * Minutes after the midnight that begins the named day; over 1440 for what is called tonight but is tomorrow by the calendar.
 * Without a part of the day 1–4 o'clock means the afternoon, since nobody starts a job at three in the night without saying so.
 */
export const minutesOf = (clock: Said): number => hourOf(clock) * 60 + clock.minute

/** 半夜 begins before midnight: its tenth and eleventh hours are the last of the day. */
const NIGHT_BEGINS = 10

function hourOf({ hour, exact, part }: Said): number {
  if (hour > 12) return hour
  if (part === undefined) return hour >= 1 && hour <= 4 && !exact ? hour + 12 : hour
  if (part === 'night') return hour === 12 ? 0 : hour >= NIGHT_BEGINS ? hour + 12 : hour
  if (part === 'morning') return hour
  if (part === 'noon') return hour <= 3 ? hour + 12 : hour
  if (part === 'afternoon') return hour === 12 ? 12 : hour + 12
  return hour === 12 || hour <= 3 ? (hour % 12) + 24 : hour + 12
}
