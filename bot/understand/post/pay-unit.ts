import type { PayUnit } from '../understanding.ts'
import { kind, tableOf } from '../words/kinds.ts'
import { is, isNear, type Token, tokenAt, touches } from '../words/lex.ts'
import { isAt, isHanAt, signs } from '../words/signs.ts'
import { ABOUT, DAY, HALF_DAY, MONEY_SIGN, PER, PERSON, PIECE, YUAN } from '../words/tags.ts'

/** What a price is for; `person` is 100一个人: a day's pay of each, unless the work is told by pieces. */
export type Measure = PayUnit | 'person' | 'one'

export interface Measured {
  readonly measure: Measure
  /** Tokens used up on the right, or the first one used on the left. */
  readonly at: number
}

/** What a unit measures, by the number of its word. */
const MEASURES = tableOf<Measure>([
  ['hour', 'hour', 'hour-pay'],
  ['month', 'month'],
  ['day', 'day', 'day-unit', 'day-pay'],
  ['job', 'half-day', 'lot'],
  ['piece', 'piece'],
  ['person', 'person'],
  ['one', 'ge'],
])

const measureOf = (token: Token | undefined): Measure | undefined => (token === undefined ? undefined : MEASURES[token.number])

/** What a word of pay says by itself: 日薪, 时薪, 总价. */
const MARKS = tableOf<PayUnit>([
  ['day', 'day-pay'],
  ['hour', 'hour-pay'],
  ['month', 'month-pay'],
  ['piece', 'piece-pay'],
  ['job', 'job-pay', 'half-day'],
])

const markOf = (token: Token | undefined): PayUnit | undefined => (token === undefined ? undefined : MARKS[token.number])

const BEFORE_SUM = kind('wage', 'want', 'colon', 'about')

const isCount = (token: Token | undefined): boolean => token?.numeral !== undefined && token.numeral.value > 0

/** One group such as /天, 一天, 每人, 一百斤 to the right of a sum. */
function groupRight(text: string, tokens: readonly Token[], at: number): Measured | undefined {
  let here = at
  let asked = false
  while (is(tokens[here], PER) && touches(text, tokens[here - 1], tokens[here])) {
    here += 1
    asked = true
  }
  const numeral = tokens[here]?.numeral
  if (numeral !== undefined && touches(text, tokens[here - 1], tokens[here])) {
    if (numeral.value !== 1 && !((numeral.value === 100 || numeral.value === 1000) && is(tokens[here + 1], PIECE))) return undefined
    here += 1
    asked = true
  }
  const token = tokens[here]
  if (numeral?.value === 1 && isUnknownPiece(text, tokens, here)) return { measure: 'piece', at: here }
  if (token === undefined || !touches(text, tokens[here - 1], token)) return undefined
  if (is(token, HALF_DAY)) return { measure: 'job', at: here + 1 }
  if (!asked && isWhole(text, tokens, here)) return { measure: 'job', at: here + 1 }
  const measure = measureOf(token) ?? (asked && text.startsWith('块', token.start) ? 'piece' : undefined)
  if (measure === undefined || (!asked && !isGlued(tokens, here, measure))) return undefined
  return { measure, at: here + 1 }
}

const A_SACK_AT_MOST = 50

/** 三千块包: no sack costs as much to carry, so the whole work is meant. */
const isWhole = (text: string, tokens: readonly Token[], here: number): boolean =>
  text.startsWith('包', tokens[here]?.start) &&
  is(tokens[here - 1], YUAN) &&
  is(tokens[here], PIECE) &&
  (tokenAt(tokens, here - 2)?.numeral?.value ?? 0) > A_SACK_AT_MOST

const NO_MEASURE = signs('起定直样律共边并下些')

/** 13块一垛: what follows the one is a measure, known or not. */
function isUnknownPiece(text: string, tokens: readonly Token[], here: number): boolean {
  const one = tokens[here - 1]
  if (one?.numeral?.chinese !== true || !is(tokenAt(tokens, here - 2), YUAN)) return false
  if (tokenAt(tokens, here - 2)?.end !== one.start || tokens[here]?.start === one.end) return false
  return isHanAt(text, one.end) && !isAt(NO_MEASURE, text, one.end)
}

/** 145天, 4500月: no work is that long, so the number is what it pays. */
export function isPayOf(token: Token | undefined, measure: Measure): boolean {
  const value = token?.numeral?.value ?? 0
  return (measure === 'month' && value >= 1000) || (measure === 'day' && value >= 60 && value <= 1500 && token?.numeral?.chinese === false)
}

/** 200元天 and 50元台 are written now and then; 3人 and 5个 beside a number are people. */
const isGlued = (tokens: readonly Token[], at: number, measure: Measure): boolean =>
  tokens[at - 1]?.end === tokens[at]?.start &&
  (is(tokens[at - 1], YUAN) || isPayOf(tokens[at - 1], measure)) &&
  measure !== 'person' &&
  measure !== 'one'

const MEN = signs('名位')

/** 一月四千五 一名: behind a blank one man is counted, and nothing is measured by him. */
const isOneMan = (text: string, tokens: readonly Token[], here: number): boolean =>
  tokens[here]?.numeral?.value === 1 &&
  text.charAt((tokens[here]?.start ?? 0) - 1) === ' ' &&
  isAt(MEN, text, tokens[here + 1]?.start ?? -1)

/** 200元/人/天, 180每人每天: the last measure that is no person wins. */
export function measureRight(text: string, tokens: readonly Token[], at: number): Measured | undefined {
  let found: Measured | undefined
  let here = at
  if (is(tokens[here], ABOUT) && tokens[here - 1]?.end === tokens[here]?.start) here += 1
  if (isOneMan(text, tokens, here)) return undefined
  for (let group = 0; group < 3; group += 1) {
    const next = groupRight(text, tokens, here)
    if (next === undefined) break
    if (found === undefined || found.measure === 'person' || found.measure === 'one') found = next
    else if (next.measure !== 'person' && next.measure !== 'one' && found.measure !== 'hour') found = { ...found, at: next.at }
    here = next.at
  }
  if (found !== undefined && found.measure !== 'person' && found.measure !== 'one') return { ...found, at: here }
  const mark = markOf(tokens[here])
  if (mark !== undefined && isNear(text, tokens[here - 1], tokens[here], 1) && !isOfNext(tokens, here))
    return { measure: mark, at: here + 1 }
  return found && { ...found, at: here }
}

/** 小松60 包月25000: the mark is glued to the sum behind it. */
const isOfNext = (tokens: readonly Token[], at: number): boolean =>
  tokens[at + 1]?.numeral !== undefined && tokens[at + 1]?.start === tokens[at]?.end && tokens[at - 1]?.end !== tokens[at]?.start

/** The word to the left of a sum that may say what it is for: over 工资, 约 and the like. */
function wordLeft(text: string, tokens: readonly Token[], at: number): number {
  let here = at - 1
  if (is(tokenAt(tokens, here), MONEY_SIGN)) here -= 1
  while (is(tokenAt(tokens, here), BEFORE_SUM) && isNear(text, tokens[here], tokens[here + 1], 2)) here -= 1
  return isNear(text, tokenAt(tokens, here), tokens[here + 1], 2) ? here : -1
}

/** 一天160, 每小时20, 一百斤35块, 8小时150, 半天80, 月薪9000, 一天一个人200 to the left of a sum. */
export function measureLeft(text: string, tokens: readonly Token[], at: number): Measured | undefined {
  const here = wordLeft(text, tokens, at)
  if (is(tokenAt(tokens, here), PERSON)) return personLeft(text, tokens, here)
  const isMonthly = (tokens[at]?.numeral?.value ?? 0) >= 1000 && isMonthSign(text, tokenAt(tokens, here))
  return isMonthly ? { measure: 'month', at: here } : unitLeft(text, tokens, here)
}

const COUNTS_MONTHS = signs('0123456789一二三四五六七八九十个')

/** 月7000, but not 5月2000. */
const isMonthSign = (text: string, token: Token | undefined): boolean =>
  token !== undefined && token.end - token.start === 1 && text.charAt(token.start) === '月' && !isAt(COUNTS_MONTHS, text, token.start - 1)

function unitLeft(text: string, tokens: readonly Token[], here: number): Measured | undefined {
  const token = tokenAt(tokens, here)
  const mark = markOf(token)
  if (mark !== undefined) return { measure: mark, at: here }
  const measure = measureOf(token)
  const count = tokenAt(tokens, here - 1)
  if (measure === undefined || count === undefined || !touches(text, count, token)) return undefined
  if (is(count, PER)) return text.charAt(count.start) === '每' ? { measure, at: here - 1 } : undefined
  if (!isCount(count) || isTeam(text, tokens, here)) return undefined
  if (measure === 'day' && isForAllDays(count, token, tokens[here + 1])) return { measure: 'job', at: here - 1 }
  if (measure === 'hour' && is(tokenAt(tokens, here - 2), DAY) && touches(text, tokens[here - 2], count)) return undefined
  return countedLeft(count.numeral?.value ?? 0, measure, here - 1)
}

const LEAST_FOR_DAYS = 500
const LEAST_A_DAY = 100

/** 8天1600: the sum of all days, where it stands right behind them and makes as much as a day's pay of each. */
function isForAllDays(count: Token, unit: Token | undefined, sum: Token | undefined): boolean {
  const [days, yuan] = [count.numeral?.value ?? 0, sum?.numeral?.value ?? 0]
  return days >= 2 && sum?.start === unit?.end && yuan >= LEAST_FOR_DAYS && yuan / days >= LEAST_A_DAY && yuan % days === 0
}

/** 两人一组 200: so the people are put together, not what the sum is for. */
const isTeam = (text: string, tokens: readonly Token[], at: number): boolean =>
  text.startsWith('组', tokens[at]?.start) && is(tokenAt(tokens, at - 2), PERSON) && touches(text, tokens[at - 2], tokens[at - 1])

function countedLeft(count: number, measure: Measure, at: number): Measured | undefined {
  if (measure === 'hour' && count >= 2) return { measure: count >= 6 ? 'day' : 'job', at }
  if (count === 1) return { measure, at }
  return measure === 'piece' && (count === 100 || count === 1000) ? { measure, at } : undefined
}

const WANTED = signs('名位')

/** 一人120, 每人150, 一天一个人200; 厨师一名8000 counts the cook. */
function personLeft(text: string, tokens: readonly Token[], at: number): Measured | undefined {
  const token = tokens[at]
  const count = tokenAt(tokens, at - 1)
  if (token === undefined || count === undefined || !touches(text, count, token)) return undefined
  if (token.end - token.start === 1 && isAt(WANTED, text, token.start)) return undefined
  if (count.numeral?.value !== 1 && !is(count, PER)) return undefined
  const further = wordLeft(text, tokens, at - 1)
  const unit = is(tokenAt(tokens, further), PERSON) ? undefined : unitLeft(text, tokens, further)
  return unit ?? { measure: 'person', at: at - 1 }
}
