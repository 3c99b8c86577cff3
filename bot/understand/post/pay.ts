import type { Span } from '../time/reading.ts'
import type { Pay } from '../understanding.ts'
import { kind } from '../words/kinds.ts'
import { is, isNear, type Lexed, type Token, tokenAt } from '../words/lex.ts'
import { FOLLOWERS } from '../words/money-words.ts'
import { isAt, isAtOrEdge, isHanAt, signs } from '../words/signs.ts'
import { CORRECTION, MONEY_SIGN, PIECE, RANGE, WAGE, WORKER } from '../words/tags.ts'
import { beginsAt, wordSet } from '../words/word-set.ts'
import { type Amount, amountAt } from './amount.ts'
import { isOtherMoney } from './other-money.ts'
import type { Candidate, PayContext } from './pay-context.ts'
import { unitOf } from './pay-of-what.ts'
import { isPayOf, type Measured, measureLeft, measureRight } from './pay-unit.ts'
import { isPerThing } from './per-thing.ts'
import { isTaken } from './taken.ts'
import { namesWorker } from './trade.ts'

export interface PayReading {
  readonly pay: Pay | null
  readonly span: Span | undefined
  readonly vague: boolean
}

const NAMED = kind('wage', 'colon', 'range')
const COUNTING = kind('ge', 'person', 'worker', 'piece', 'day', 'month', 'week', 'oclock', 'date-day', 'hour')

/** qi88 is somebody's name elsewhere. */
const LATIN = signs('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_')
/** 一个55寸: how large it is. */
const SIZES = signs('寸匹升瓦')
const OPEN = signs(' /、|+()【】[]~,。;!?！？，；\n')
const COUNTERS = signs('名人位个机男女')
const ADDRESS = signs('路街巷弄号栋幢座楼第年月室区群款线编码:-.#:')
const NO_WORDS = signs('号路米年班层楼室栋幢期线度岁平多几来余把级分秒倍折期股套居院群次页')

/** A lone number is pay only when it stands apart and has the size of a day's or a month's pay. */
function isBarePay(line: Lexed, amount: Amount): boolean {
  const token = line.tokens[amount.at]
  const end = line.tokens[amount.next - 1]?.end ?? 0
  if (
    token === undefined ||
    isAt(LATIN, line.text, token.start - 1) ||
    amount.metre ||
    amount.yuan < 40 ||
    amount.yuan > 20_000 ||
    !Number.isInteger(amount.yuan)
  )
    return false
  if (amount.yuan > 2000 && amount.yuan % 100 !== 0) return false
  if (amount.yuan <= OLDEST && (beginsAt(AGE_LIMITS, line.text, end) || isAgeSpan(line, amount))) return false
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

/** 女 40以下: an age that is said without 岁. */
const OLDEST = 70
const AGE_LIMITS = wordSet(['以下', '以内', '以上', '上下', '内'])

/** 女 40到55: one of the ages between which somebody is sought. */
function isAgeSpan({ text, tokens }: Lexed, { at }: Amount): boolean {
  const first = is(tokenAt(tokens, at - 1), RANGE) ? at - 2 : at
  const [from, to] = [tokenAt(tokens, first), tokens[first + 2]]
  if (from === undefined || !is(tokens[first + 1], RANGE) || (to?.numeral?.value ?? OLDEST + 1) > OLDEST) return false
  return isAt(SEXES, text, text.charAt(from.start - 1) === ' ' ? from.start - 2 : from.start - 1)
}
const SEXES = signs('男女')

/** A number that runs into a house, a road, a length or Latin letters is no pay. */
const isWordAt = (text: string, at: number): boolean => isHanAt(text, at) && !isAt(NO_WORDS, text, at)

function candidateAt(context: PayContext, at: number): Candidate | undefined {
  const { text, tokens, taken } = context
  const token = tokens[at]
  if (token?.numeral === undefined || isTaken(taken, token.start)) return undefined
  const amount = amountAt(text, tokens, at)
  if (amount === undefined || amount.yuan <= 0) return undefined
  const right = lasting(measureRight(text, tokens, amount.next), amount)
  const left = withoutMen(context, daily(measureLeft(text, tokens, at), amount))
  const measured = isMonthly(amount, left, right) ? left : better(left, right)
  const wage = is(tokenAt(tokens, at - 1), WAGE) && isNear(text, tokenAt(tokens, at - 1), token, 2)
  const score = (amount.marked ? 4 : 0) + (measured === undefined ? 0 : 4) + (wage ? 2 : 0)
  if (amount.metre && measured === undefined) return undefined
  if (!amount.marked && isAt(SIZES, text, tokens[amount.next - 1]?.end ?? 0)) return undefined
  if (!amount.marked && !isPriced(context, amount, measured)) return undefined
  if (isOtherMoney({ text, tokens }, amount, right?.at ?? amount.next)) return undefined
  const fromLeft = left !== undefined && measured === left
  const start = Math.min(token.start, fromLeft ? (tokens[left.at]?.start ?? 0) : token.start, signStart(tokens, at))
  const measure = measureOf(context, amount, measured)
  return { amount, measure, score, span: { start, end: tokens[(right?.at ?? amount.next) - 1]?.end ?? token.end } }
}

function measureOf(context: PayContext, amount: Amount, measured: Measured | undefined): Candidate['measure'] {
  const start = context.tokens[amount.at]?.start ?? 0
  if ((measured === undefined || measured.measure === 'one') && isPerThing(context, start)) return 'piece'
  return measured?.measure ?? (!amount.marked && isPerPiece(context, amount) ? 'piece' : undefined)
}

/** Nobody is paid as much for a day: 12小时 3000 tells of a shift. */
const MOST_A_DAY_YUAN = 2000

const daily = (left: Measured | undefined, { yuan, marked }: Amount): Measured | undefined =>
  left?.measure === 'day' && yuan >= MOST_A_DAY_YUAN && !marked ? undefined : left

/** Nobody works a day or a month for so little: 一个6分钱 一天能套两千个. */
const LEAST_A_DAY_YUAN = 8

const lasting = (right: Measured | undefined, { yuan, marked }: Amount): Measured | undefined =>
  marked && yuan < LEAST_A_DAY_YUAN && (right?.measure === 'day' || right?.measure === 'month') ? undefined : right

/** 电工一个300: one electrician, and 300 for the day. */
function withoutMen(context: PayContext, left: Measured | undefined): Measured | undefined {
  if (left === undefined || (left.measure !== 'one' && left.measure !== 'person')) return left
  const start = context.tokens[left.at]?.start ?? 0
  return countsMen(context, left.at, start) ? undefined : left
}

const MEN = kind('want', 'worker')

/** 电工一个300, 阿姨一个 2800, 来一个 80, 通下水道一个 150: one man, and then his pay. */
function countsMen({ text, tokens, cover }: PayContext, at: number, start: number): boolean {
  const trade = start > 0 ? cover[start - 1] : undefined
  const apart = start > 1 && text.charAt(start - 1) === ' ' ? cover[start - 2] : undefined
  if (apart?.end === start - 1 && namesWorker(apart)) return true
  if (trade?.end === start && (namesWorker(trade) || (trade.weight >= 2.5 && text.charAt(tokens[at + 1]?.end ?? 0) === ' '))) return true
  const before = tokenAt(tokens, at - 1)
  return before?.end === start && is(before, MEN)
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
  if (measured === undefined && isPerPiece(context, amount)) return true
  if (measured === undefined) return named ? !isCounted(tokens, amount) : isBarePay({ text, tokens }, amount)
  if (isCounted(tokens, amount) && !isPayOf(tokens[amount.at], measured.measure)) return false
  if (amount.yuan < 10 && !(measured.measure === 'piece' || measured.measure === 'hour')) return false
  return true
}

function isCounted(tokens: readonly Token[], amount: Amount): boolean {
  const next = tokens[amount.next]
  return next !== undefined && next.start === tokens[amount.next - 1]?.end && is(next, COUNTING) && !(is(next, WORKER) && amount.yuan >= 60)
}

/** 底薪4500 一天几十瓶: what is said of a month before so much money is not undone by a day behind it. */
const isMonthly = ({ yuan }: Amount, left: Measured | undefined, right: Measured | undefined): boolean =>
  left?.measure === 'month' && right?.measure === 'day' && yuan > MOST_A_DAY

const MOST_A_DAY = 1500

function better(left: Measured | undefined, right: Measured | undefined): Measured | undefined {
  if (left === undefined || right === undefined) return left ?? right
  if (right.measure === 'person' || right.measure === 'one' || left.measure === 'piece') return left
  return right
}

/** 90一百斤 哦不对是90一天: what is said last holds. */
function isCorrected(tokens: readonly Token[], at: number): boolean {
  for (let here = at - 1; here >= 0 && here >= at - 4; here -= 1) if (is(tokens[here], CORRECTION)) return true
  return false
}

/** 500元以内都好说 names no price. */
const AT_MOST = wordSet(['以内', '以下', '封顶', '内都'])

/** 50块，35元/块: first how many slabs, then what each is paid. */
const isPerBlock = (text: string, first: Candidate, { measure, span }: Candidate): boolean =>
  first.measure === undefined &&
  measure === 'piece' &&
  text.endsWith('块', first.span.end) &&
  text.slice(span.start, span.end).endsWith('/块')

const MOST_A_PIECE = 300

/** 五台 80台: how many there are, then by itself what each is paid. */
function isPerPiece({ text, tokens }: Lexed, { at, next, yuan }: Amount): boolean {
  const unit = tokens[next]
  const start = tokens[at]?.start ?? 0
  if (!is(unit, PIECE) || unit?.start !== tokens[next - 1]?.end || yuan > MOST_A_PIECE || yuan < 10) return false
  if (!isAtOrEdge(OPEN, text, start - 1) || !isAtOrEdge(OPEN, text, unit?.end ?? 0)) return false
  return tokens.some((one, index) => one.number === unit?.number && index !== next && isOfOthers(text, tokens, index, start))
}

/** Whether a unit is counted before the sum, or behind it in the midst of a clause. */
function isOfOthers(text: string, tokens: readonly Token[], at: number, sum: number): boolean {
  const number = tokenAt(tokens, at - 1)
  if (number?.numeral === undefined || number.end !== tokens[at]?.start) return false
  return number.start < sum || !isAtOrEdge(OPEN, text, number.start - 1)
}

/** What is said below a fen is not paid: 2分5 are two. The thousandth keeps 0.29 from becoming 28. */
const wholeFen = (yuan: number): number => Math.floor(yuan * 100 + 0.001)

/** The first sum of the best kind: with currency and measure, with one of them, or standing alone. */
export function readPay(context: PayContext): PayReading {
  let best: Candidate | undefined
  for (let at = 0; at < context.tokens.length; at += 1) {
    const found = candidateAt(context, at)
    if (found === undefined) continue
    if (
      best === undefined ||
      isCorrected(context.tokens, at) ||
      isPerBlock(context.text, best, found) ||
      found.score > best.score + (best.score >= 4 ? 4 : 0)
    )
      best = found
    while (context.tokens[at + 1] !== undefined && (context.tokens[at + 1]?.end ?? 0) <= found.span.end) at += 1
  }
  if (best === undefined) return { pay: null, span: undefined, vague: false }
  const { yuan } = best.amount
  const vague = best.amount.vague || beginsAt(AT_MOST, context.text, best.span.end)
  const pay = vague ? null : { amountFen: wholeFen(yuan), unit: unitOf(context, best) }
  return { pay, span: best.span, vague }
}
