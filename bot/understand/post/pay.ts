import type { Span } from '../time/reading.ts'
import type { Pay, PayUnit } from '../understanding.ts'
import { countsThings } from '../words/count-words.ts'
import { kind } from '../words/kinds.ts'
import { is, isNear, type Lexed, type Token, tokenAt } from '../words/lex.ts'
import { FOLLOWERS, OTHER_MONEY } from '../words/money-words.ts'
import { isAt, isAtOrEdge, signs } from '../words/signs.ts'
import { AREA, DAY_PAY, EXTRA, GE, HALF_DAY, HOUR_PAY, JOB_PAY, MONEY_SIGN, MONTH, MONTH_PAY, PIECE, WAGE, WORKER } from '../words/tags.ts'
import { beginsAt } from '../words/word-set.ts'
import { type Amount, amountAt } from './amount.ts'
import { type Measure, type Measured, measureLeft, measureRight } from './pay-unit.ts'
import { namesWorker, type TradeHit } from './trade.ts'

export interface PayReading {
  readonly pay: Pay | null
  readonly span: Span | undefined
  readonly vague: boolean
}

export interface PayContext {
  readonly text: string
  readonly tokens: readonly Token[]
  /** Characters that time and phone already speak for. */
  readonly taken: Uint8Array
  readonly trade: string | null
  /** The trade word over each position. */
  readonly cover: readonly (TradeHit | undefined)[]
}

interface Candidate {
  readonly amount: Amount
  readonly measure: Measure | undefined
  readonly score: number
  readonly span: Span
}

const NAMED = kind('wage', 'colon', 'range')
const COUNTING = kind('ge', 'person', 'worker', 'piece', 'day', 'month', 'week', 'oclock', 'date-day', 'hour')
const HEADS = kind('ge', 'person')

/** Trades whose work is told by the piece, so that 80一个 is a piece and not a man. */
const PIECE_TRADES: ReadonlySet<string> = new Set(['家具安装', '家电安装', '疏果', '疏通', '采摘'])

const MONTH_FROM_YUAN = 1800

/** What may stand between the name of another sum and the sum: 加班一小时20. */
const BETWEEN = kind(
  'hour',
  'day',
  'day-unit',
  'per',
  'person',
  'ge',
  'piece',
  'money-sign',
  'wage',
  'month',
  'want',
  'colon',
  'half-day',
  'range',
  'about',
)

const MOST_BETWEEN = 5

function isOtherMoney(line: Lexed, amount: Amount, right: number): boolean {
  const { text, tokens } = line
  if (beginsAt(OTHER_MONEY, text, tokens[right - 1]?.end ?? 0) || beginsAt(OTHER_MONEY, text, tokens[amount.next - 1]?.end ?? 0))
    return true
  for (let here = amount.at - 1; here >= 0 && here >= amount.at - MOST_BETWEEN; here -= 1) {
    const token = tokens[here]
    if (token === undefined || !isNear(text, token, tokens[here + 1], 3)) return false
    if (is(token, EXTRA)) return !is(token, WAGE) && (tokens[here + 1]?.start ?? 0) - token.end <= 3
    if (token.numeral !== undefined ? token.numeral.value !== 1 : !is(token, BETWEEN)) return false
  }
  return false
}

const OPEN = signs(' /、|+()【】[]~,。;!?！？，；\n')
const COUNTERS = signs('名人位个')
const ADDRESS = signs('路街巷弄号栋幢座楼第年月室区群款线编码:-.#:')
const NO_WORDS = signs('号路米年班层楼室栋幢期线度岁平多几来余把级分秒倍折期股套居院群次页')

/** A lone number is pay only when it stands apart and has the size of a day's or a month's pay. */
function isBarePay(line: Lexed, amount: Amount): boolean {
  const token = line.tokens[amount.at]
  const end = line.tokens[amount.next - 1]?.end ?? 0
  if (token === undefined || amount.metre || amount.yuan < 40 || amount.yuan > 20_000 || !Number.isInteger(amount.yuan)) return false
  if (amount.yuan > 2000 && amount.yuan % 100 !== 0) return false
  const left = token.start - 1
  const apart = isAtOrEdge(OPEN, line.text, left) || isAt(COUNTERS, line.text, left)
  if (
    !isAtOrEdge(OPEN, line.text, end) &&
    !beginsAt(FOLLOWERS, line.text, end) &&
    !(apart && !isCounted(line.tokens, amount) && isWordAt(line.text, end))
  )
    return false
  return !isAt(ADDRESS, line.text, left) || is(tokenAt(line.tokens, amount.at - 1), NAMED)
}

/** A number that runs into a house, a road, a length or Latin letters is no pay. */
const isWordAt = (text: string, at: number): boolean => {
  const sign = text.charAt(at)
  return sign >= '一' && sign <= '龥' && !isAt(NO_WORDS, text, at)
}

function candidateAt(context: PayContext, at: number): Candidate | undefined {
  const { text, tokens, taken } = context
  const token = tokens[at]
  if (token?.numeral === undefined || taken[token.start] !== 0) return undefined
  const amount = amountAt(text, tokens, at)
  if (amount === undefined || amount.yuan <= 0) return undefined
  const right = measureRight(text, tokens, amount.next)
  const left = withoutMen(context, measureLeft(text, tokens, at))
  const measured = better(left, right)
  const wage = is(tokenAt(tokens, at - 1), WAGE) && isNear(text, tokenAt(tokens, at - 1), token, 2)
  const score = (amount.marked ? 4 : 0) + (measured === undefined ? 0 : 4) + (wage ? 2 : 0)
  if (amount.metre && measured === undefined) return undefined
  if (!amount.marked && !isPriced(context, amount, measured)) return undefined
  if (isOtherMoney({ text, tokens }, amount, right?.at ?? amount.next)) return undefined
  const fromLeft = left !== undefined && measured === left
  const start = Math.min(token.start, fromLeft ? (tokens[left.at]?.start ?? 0) : token.start, signStart(tokens, at))
  return { amount, measure: measured?.measure, score, span: { start, end: tokens[(right?.at ?? amount.next) - 1]?.end ?? token.end } }
}

/** 电工一个300: one electrician, and 300 for the day. */
function withoutMen(context: PayContext, left: Measured | undefined): Measured | undefined {
  if (left === undefined || (left.measure !== 'one' && left.measure !== 'person')) return left
  const start = context.tokens[left.at]?.start ?? 0
  const before = start > 0 ? context.cover[start - 1] : undefined
  return before?.end === start && namesWorker(before) ? undefined : left
}

const signStart = (tokens: readonly Token[], at: number): number =>
  (is(tokenAt(tokens, at - 1), MONEY_SIGN) ? tokenAt(tokens, at - 1)?.start : tokens[at]?.start) ?? 0

/** Without a currency word a number is a price only next to a measure, or when it stands alone. 3人 and 一天5个 are no prices. */
function isPriced(context: PayContext, amount: Amount, measured: Measured | undefined): boolean {
  const { text, tokens } = context
  const named =
    is(tokenAt(tokens, amount.at - 1), WAGE) &&
    isNear(text, tokenAt(tokens, amount.at - 1), tokens[amount.at], 1) &&
    text.slice(tokenAt(tokens, amount.at - 1)?.start, tokenAt(tokens, amount.at - 1)?.end).length >= 2
  if (measured === undefined) return named ? !isCounted(tokens, amount) : isBarePay({ text, tokens }, amount)
  if (isCounted(tokens, amount) && !is(tokens[amount.next], MONTH)) return false
  if (amount.yuan < 10 && !(measured.measure === 'piece' || measured.measure === 'hour')) return false
  return true
}

function isCounted(tokens: readonly Token[], amount: Amount): boolean {
  const next = tokens[amount.next]
  return (
    next !== undefined &&
    next.start === tokens[amount.next - 1]?.end &&
    is(next, COUNTING) &&
    !(is(next, WORKER) && is(tokenAt(tokens, amount.at - 1), HEADS) && amount.yuan >= 60)
  )
}

function better(left: Measured | undefined, right: Measured | undefined): Measured | undefined {
  if (left === undefined || right === undefined) return left ?? right
  if (right.measure === 'person' || right.measure === 'one' || left.measure === 'piece') return left
  return right
}

/** A word elsewhere in the line that says what a bare sum is for. */
function lineMeasure(context: PayContext, candidate: Candidate): PayUnit {
  const { tokens, text } = context
  const yuan = candidate.amount.yuan
  for (const token of tokens) {
    if (is(token, JOB_PAY) && Math.min(Math.abs(token.start - candidate.span.end), Math.abs(candidate.span.start - token.end)) <= 6)
      return 'job'
    if (is(token, MONTH_PAY) && yuan >= 1000) return 'month'
    if (is(token, HOUR_PAY) && yuan <= 60) return 'hour'
  }
  if (tokens.some((token) => is(token, HALF_DAY))) return 'job'
  if (yuan >= 100 && tokens.some((_, at) => isTrip(text, tokens, at))) return 'piece'
  if (tokens.some((token) => is(token, DAY_PAY))) return 'day'
  if (text.includes('人分') || text.includes('平分')) return 'job'
  if (yuan >= 150 && tokens.some((token, at) => isArea(token, tokens[at + 1]))) return 'job'
  if (yuan >= MONTH_FROM_YUAN) return text.includes('天') ? 'job' : 'month'
  if (yuan < 8) return 'piece'
  return 'day'
}

/** 拉一趟去福州 600. */
const isTrip = (text: string, tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.numeral?.value === 1 && is(tokens[at + 1], PIECE) && text.startsWith('趟', tokens[at + 1]?.start)

/** 98平, 140平方: a flat of that size is done for one sum. */
const isArea = (token: Token, next: Token | undefined): boolean =>
  (token.numeral?.value ?? 0) >= 20 && is(next, PIECE) && next?.start === token.end && is(next, AREA)

function unitOf(context: PayContext, candidate: Candidate): PayUnit {
  const { measure } = candidate
  if (measure === undefined) return lineMeasure(context, candidate)
  if (measure === 'person') return lineMeasure(context, candidate)
  if (measure === 'job' && candidate.amount.yuan < 50 && isOrder(context, candidate)) return 'piece'
  if (measure !== 'one') return measure
  const pieces = (context.trade !== null && PIECE_TRADES.has(context.trade)) || countsThingsBy(context)
  return pieces || candidate.amount.yuan < 20 ? 'piece' : lineMeasure(context, candidate)
}

/** 一单4块: an order of many, not the whole work. */
const isOrder = ({ text }: PayContext, { span }: Candidate): boolean => text.slice(span.start, span.end).includes('一单')

/** 打两个衣柜, 一个1500: when things are counted, one is a thing. */
const countsThingsBy = ({ text, tokens }: PayContext): boolean =>
  tokens.some((token, at) => is(token, GE) && (tokenAt(tokens, at - 1)?.numeral?.value ?? 0) >= 2 && countsThings(text, token.end))

/** The first sum of the best kind: with currency and measure, with one of them, or standing alone. */
export function readPay(context: PayContext): PayReading {
  let best: Candidate | undefined
  for (let at = 0; at < context.tokens.length; at += 1) {
    const found = candidateAt(context, at)
    if (found === undefined) continue
    if (best === undefined || found.score > best.score + (best.score >= 4 ? 4 : 0)) best = found
    while (context.tokens[at + 1] !== undefined && (context.tokens[at + 1]?.end ?? 0) <= found.span.end) at += 1
  }
  if (best === undefined) return { pay: null, span: undefined, vague: false }
  const { yuan, vague } = best.amount
  const pay = vague ? null : { amountFen: Math.round(yuan * 100), unit: unitOf(context, best) }
  return { pay, span: best.span, vague }
}
