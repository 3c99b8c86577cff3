import type { Span } from '../time/reading.ts'
import type { Pay, PayUnit } from '../understanding.ts'
import { countsThings } from '../words/count-words.ts'
import { endsClause, is, isAny, isNear, type Lexed, type Token } from '../words/lex.ts'
import { FOLLOWERS, OTHER_MONEY } from '../words/money-words.ts'
import { longestAt } from '../words/trie.ts'
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

/** Trades whose work is told by the piece, so that 80一个 is a piece and not a man. */
const PIECE_TRADES: ReadonlySet<string> = new Set(['家具安装', '家电安装', '疏果', '疏通', '采摘'])

const MONTH_FROM_YUAN = 1800

function isOtherMoney(line: Lexed, amount: Amount, right: number): boolean {
  const end = line.tokens[right - 1]?.end ?? 0
  if (
    longestAt(OTHER_MONEY, line.text, end) !== undefined ||
    longestAt(OTHER_MONEY, line.text, line.tokens[amount.next - 1]?.end ?? 0) !== undefined
  )
    return true
  for (let here = amount.at - 1; here >= 0 && here >= amount.at - 5; here -= 1) {
    const token = line.tokens[here]
    if (token === undefined || !isNear(line.text, token, line.tokens[here + 1], 3)) return false
    if (is(token, 'extra')) return !isAny(token, ['wage']) && (line.tokens[here + 1]?.start ?? 0) - token.end <= 3
    if (
      token.numeral !== undefined
        ? token.numeral.value !== 1
        : !isAny(token, [
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
          ])
    )
      return false
  }
  return false
}

const isOpen = (sign: string): boolean => sign === '' || ' /、|+()【】[]~'.includes(sign) || endsClause(sign)

/** A lone number is pay only when it stands apart and has the size of a day's or a month's pay. */
function isBarePay(line: Lexed, amount: Amount): boolean {
  const token = line.tokens[amount.at]
  const end = line.tokens[amount.next - 1]?.end ?? 0
  if (token === undefined || amount.metre || amount.yuan < 40 || amount.yuan > 20_000 || !Number.isInteger(amount.yuan)) return false
  if (amount.yuan > 2000 && amount.yuan % 100 !== 0) return false
  const left = line.text.charAt(token.start - 1)
  const apart = left === '' || isOpen(left) || '名人位个'.includes(left)
  if (
    !isOpen(line.text.charAt(end)) &&
    !isFollowed(line.text, end) &&
    !(apart && !isCounted(line.tokens, amount) && isWordAfter(line.text.charAt(end)))
  )
    return false
  return (
    !'路街巷弄号栋幢座楼第年月室区群款线编码:-.#:'.includes(left) ||
    left === '' ||
    isAny(line.tokens[amount.at - 1], ['wage', 'colon', 'range'])
  )
}

/** A number that runs into a house, a road, a length or Latin letters is no pay. */
const isWordAfter = (sign: string): boolean =>
  sign >= '一' && sign <= '龥' && !'号路米年班层楼室栋幢期线度岁平多几来余把级分秒倍折期股套居院群次页'.includes(sign)

const isFollowed = (text: string, end: number): boolean => longestAt(FOLLOWERS, text, end) !== undefined

function candidateAt(context: PayContext, at: number): Candidate | undefined {
  const { text, tokens, taken } = context
  const token = tokens[at]
  if (token?.numeral === undefined || taken[token.start] !== 0) return undefined
  const amount = amountAt(text, tokens, at)
  if (amount === undefined || amount.yuan <= 0) return undefined
  const right = measureRight(text, tokens, amount.next)
  const left = withoutMen(context, measureLeft(text, tokens, at))
  const measured = better(left, right)
  const wage = is(tokens[at - 1], 'wage') && isNear(text, tokens[at - 1], token, 2)
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
  const before = context.cover[start - 1]
  return before?.end === start && namesWorker(before) ? undefined : left
}

const signStart = (tokens: readonly Token[], at: number): number =>
  (is(tokens[at - 1], 'money-sign') ? tokens[at - 1]?.start : tokens[at]?.start) ?? 0

/** Without a currency word a number is a price only next to a measure, or when it stands alone. 3人 and 一天5个 are no prices. */
function isPriced(context: PayContext, amount: Amount, measured: Measured | undefined): boolean {
  const { text, tokens } = context
  const named =
    is(tokens[amount.at - 1], 'wage') &&
    isNear(text, tokens[amount.at - 1], tokens[amount.at], 1) &&
    text.slice(tokens[amount.at - 1]?.start, tokens[amount.at - 1]?.end).length >= 2
  if (measured === undefined) return named ? !isCounted(tokens, amount) : isBarePay({ text, tokens }, amount)
  if (isCounted(tokens, amount) && !is(tokens[amount.next], 'month')) return false
  if (amount.yuan < 10 && !(measured.measure === 'piece' || measured.measure === 'hour')) return false
  return true
}

function isCounted(tokens: readonly Token[], amount: Amount): boolean {
  const next = tokens[amount.next]
  return (
    next !== undefined &&
    next.start === tokens[amount.next - 1]?.end &&
    isAny(next, ['ge', 'person', 'worker', 'piece', 'day', 'month', 'week', 'oclock', 'date-day', 'hour']) &&
    !(is(next, 'worker') && isAny(tokens[amount.at - 1], ['ge', 'person']) && amount.yuan >= 60)
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
    if (is(token, 'job-pay') && Math.min(Math.abs(token.start - candidate.span.end), Math.abs(candidate.span.start - token.end)) <= 6)
      return 'job'
    if (is(token, 'month-pay') && yuan >= 1000) return 'month'
    if (is(token, 'hour-pay') && yuan <= 60) return 'hour'
  }
  if (tokens.some((token) => is(token, 'half-day'))) return 'job'
  if (yuan >= 100 && tokens.some((_, at) => isTrip(text, tokens, at))) return 'piece'
  if (tokens.some((token) => is(token, 'day-pay'))) return 'day'
  if (text.includes('人分') || text.includes('平分')) return 'job'
  if (yuan >= 150 && tokens.some((token, at) => isArea(token, tokens[at + 1]))) return 'job'
  if (yuan >= MONTH_FROM_YUAN) return text.includes('天') ? 'job' : 'month'
  if (yuan < 8) return 'piece'
  return 'day'
}

/** 拉一趟去福州 600. */
const isTrip = (text: string, tokens: readonly Token[], at: number): boolean =>
  tokens[at]?.numeral?.value === 1 && is(tokens[at + 1], 'piece') && text.startsWith('趟', tokens[at + 1]?.start)

/** 98平, 140平方: a flat of that size is done for one sum. */
const isArea = (token: Token, next: Token | undefined): boolean =>
  (token.numeral?.value ?? 0) >= 20 && is(next, 'piece') && next?.start === token.end && isSquare(next)

const isSquare = (token: Token | undefined): boolean => token?.word?.tags.has('area') ?? false

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
  tokens.some((token, at) => is(token, 'ge') && (tokens[at - 1]?.numeral?.value ?? 0) >= 2 && countsThings(text, token.end))

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
