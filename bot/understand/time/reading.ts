import { kind } from '../words/kinds.ts'
import { is, isNear, type Lexed, type Token, tokenAt, tokenFrom } from '../words/lex.ts'
import type { PartOfDay } from '../words/post-words.ts'
import { hasSign, isAt, signs } from '../words/signs.ts'
import { BEFORE, FROM, HOLIDAY, NOW, PART_OF_DAY, UNTIL, WEEKDAY } from '../words/tags.ts'
import { beginsAt, wordSet } from '../words/word-set.ts'
import { type Clock, clockAt } from './clock.ts'
import type { Day } from './day.ts'
import { type Days, daysAt } from './days.ts'
import { durationAt } from './duration.ts'

export interface SaidDay {
  readonly from: Day
  readonly to: Day | undefined
  readonly isEnd: boolean
  readonly span: Span
  /** 元宵 tells what the work is for as well as when. */
  readonly isFeast: boolean
}

/** What a text says about time, before it is put together. Spans are positions in the text. */
export interface TimeWords {
  days: SaidDay[]
  clocks: { clock: Clock; isEnd: boolean; shift: boolean; span: Span }[]
  part: PartOfDay | undefined
  duration: { days: number; vague: boolean; span: Span } | undefined
  now: Span | undefined
  spans: Span[]
}

export interface Span {
  readonly start: number
  readonly end: number
}

const spanOf = (tokens: readonly Token[], from: number, next: number): Span => ({
  start: tokens[from]?.start ?? 0,
  end: tokens[next - 1]?.end ?? 0,
})

const endsBefore = (line: Lexed, at: number): boolean =>
  is(tokenAt(line.tokens, at - 1), UNTIL) && isNear(line.text, tokenAt(line.tokens, at - 1), line.tokens[at], 1)

const DEADLINES = kind('before', 'done-by', 'within')

/** 5月底交, 20号完工: when it must be done. */
const DONE_THEN = wordSet(['交 ', '交,', '交工', '交付', '交房', '交货', '完工', '竣工'])
const isDueThen = ({ text }: Lexed, end: number): boolean =>
  beginsAt(DONE_THEN, text, end) || (text.startsWith('交', end) && end + 1 === text.length)

const endsAfter = (line: Lexed, next: number): boolean =>
  isDueThen(line, line.tokens[next - 1]?.end ?? 0) ||
  (is(line.tokens[next], DEADLINES) && isNear(line.text, line.tokens[next - 1], line.tokens[next], 1) && !isLaterWord(line, next))

/** 9点前面的… is a place, 5号前后 is about. */
const isLaterWord = (line: Lexed, at: number): boolean => line.text.charAt(line.tokens[at]?.end ?? 0) === '后'

/** Reads every day, clock time and length of work in the text. */
export function readTimeWords(line: Lexed, today: Day): TimeWords {
  const words: TimeWords = { days: [], clocks: [], part: undefined, duration: undefined, now: undefined, spans: [] }
  let at = 0
  while (at < line.tokens.length) at = readOne(line, at, today, words)
  return words
}

/** 元宵游龙灯，正月十四晚到: a day beside a feast is the day, the feast what for. */
function addDay({ days }: TimeWords, day: SaidDay): void {
  const feast = day.isEnd || day.isFeast ? -1 : days.findIndex((one) => one.isFeast && !one.isEnd)
  if (feast >= 0) days.splice(feast, 1, day)
  else days.push(day)
}

/** Words that can begin a time; any other word is passed over at once. */
const TIME_WORDS = kind(
  'part-of-day',
  'relative-day',
  'two-days',
  'weekday',
  'weekend',
  'this-week',
  'next-week',
  'month-point',
  'this-month',
  'holiday',
  'moon-month',
  'moon-day',
  'january',
  'now',
  'half',
)

function readOne(line: Lexed, at: number, today: Day, words: TimeWords): number {
  const token = line.tokens[at]
  if (token?.numeral === undefined && !is(token, TIME_WORDS)) return at + 1
  const clock = clockAt(line, at)
  if (clock !== undefined) return addClock(line, at, clock, words)
  const days = daysAt(line, at, today)
  if (days !== undefined) {
    const last = endsAfter(line, days.next)
    const span = spanOf(line.tokens, at, days.next + (last && days.to === undefined && is(line.tokens[days.next], BEFORE) ? 1 : 0))
    if (isDayOff(line.text, span) || isWorkingWeek(line.tokens[at], days)) {
      words.spans.push(span)
      return days.next
    }
    const isEnd = days.onlyEnd || (days.to === undefined && (endsBefore(line, at) || last))
    const day = { from: days.from, to: days.to, isEnd, span, isFeast: is(line.tokens[at], HOLIDAY) && days.to === undefined }
    addDay(words, day)
    words.part = days.part ?? words.part
    words.spans.push(span)
    return days.next
  }
  const duration = durationAt(line, at)
  if (duration !== undefined) {
    const span = spanOf(line.tokens, at, duration.next)
    words.duration ??= { days: duration.days, vague: duration.vague, span }
    words.spans.push(span)
    return duration.next
  }
  if (is(line.tokens[at], NOW)) words.now ??= spanOf(line.tokens, at, at + 1)
  if (is(line.tokens[at], PART_OF_DAY) && isPartAlone(line.tokens, at)) {
    words.part = line.tokens[at]?.word?.part
    words.spans.push(spanOf(line.tokens, at, at + 1))
  }
  return at + 1
}

const IDLE = wordSet('休 双休 单休 放假 不上班 不用上 可休 都休 不干 不做 正常休'.split(' '))
/** 五一放假找人顶班: while others are off, somebody is wanted. */
const HELPED_OUT = wordSet('放假找 放假要 放假招 放假请 放假缺 放假顶 放假帮 放假期间 放假来 放假需 放假替'.split(' '))
/** 周一到周六: the days of every week that are worked, not when the work begins. */
const isWorkingWeek = (first: Token | undefined, { from, to }: Days): boolean =>
  is(first, WEEKDAY) && first?.word?.value === 1 && to !== undefined && to - from >= 4

const BIRTHS = ['预产期', '预产期在', '预产期是', '预产期:', '预产期 ']

/** 工资月底发, 15号结: when it is paid, not when the work is. */
const PAID_THEN = wordSet(['发', '结', '开工资', '工资'])
const NOT_PAID = wordSet(['发货', '发车', '发船', '发动', '结束', '结果', '结顶', '结构', '结婚'])
const isPayday = (text: string, end: number): boolean => beginsAt(PAID_THEN, text, end) && !beginsAt(NOT_PAID, text, end)

/** 周末双休, 周日休息, 除周一外: nobody works then. 工期2日 is how long. */
const isDayOff = (text: string, { start, end }: Span): boolean =>
  isPayday(text, end) ||
  text.endsWith('工期', start) ||
  (beginsAt(IDLE, text, end) && !beginsAt(HELPED_OUT, text, end)) ||
  text.charAt(start - 1) === '除' ||
  BIRTHS.some((word) => text.endsWith(word, start))

/** 一晚 and 晚班 speak of a unit of pay, 早餐 is no token of ours. */
const isPartAlone = (tokens: readonly Token[], at: number): boolean =>
  !(tokenAt(tokens, at - 1)?.numeral !== undefined && tokenAt(tokens, at - 1)?.end === tokens[at]?.start)

function addClock(line: Lexed, at: number, clock: Clock, words: TimeWords): number {
  const span = spanOf(line.tokens, at, clock.next)
  const last = words.clocks.at(-1)
  const joined = last !== undefined && joins(line.text, last.span.end, span.start)
  const isEnd =
    joined || endsBefore(line, at) || (words.clocks.length > 0 && endsAfter(line, clock.next)) || beginsAt(OFF, line.text, span.end)
  if (last !== undefined && (joined || (isEnd && isWorkday(line, last.span.end)))) last.shift = true
  const carried = clock.part ?? (joined || isEnd ? undefined : words.part)
  const shift = joined || EVERY_DAY.some((word) => line.text.endsWith(word, span.start))
  words.clocks.push({ clock: { ...clock, part: carried }, isEnd, shift, span })
  words.spans.push(span)
  return clock.next
}

/** 每天早上7点开工: when a day's work begins, not when the job does. */
const EVERY_DAY = ['每天', '天天', '每日', '每晚', '每早']

/** 五点半下班: when a day's work ends. */
const OFF = wordSet(['下班', '收工', '放工'])

/** 8点上班17点下班: when a day's work begins, not when the job does. */
function isWorkday({ text, tokens }: Lexed, from: number): boolean {
  const word = tokens[tokenFrom(tokens, from)]
  return word?.start === from && is(word, FROM) && text.startsWith('上班', from)
}

const SHIFT_JOINTS = signs('-~—–―一至到')
const NO_SHIFT = signs(',来')
const LONGEST_JOINT = 4

/** 早8晚6, 8点到5点, 8:00-18:00, 8点一5点, 8点干到5点半 within a few characters. */
function joins(text: string, from: number, to: number): boolean {
  const gap = text.slice(from, to).trim()
  if (gap === '') return true
  if (gap.length > LONGEST_JOINT || hasSign(NO_SHIFT, gap)) return false
  return isAt(SHIFT_JOINTS, gap, 0) || gap.endsWith('到') || gap.endsWith('至')
}
