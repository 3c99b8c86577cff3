import { type Clause, freeClauses } from '../learned/clauses.ts'
import { settledPlace } from '../learned/settle-place.ts'
import { guessedTrade, settledTrade } from '../learned/settle-trade.ts'
import { isDigitAt } from '../numbers/number-signs.ts'
import { numeralAt } from '../numbers/numeral.ts'
import type { Present } from '../time/present.ts'
import type { Span } from '../time/reading.ts'
import { readSchedule, type Schedule } from '../time/schedule.ts'
import { type Explanation, type Finding, type JobDraft, NO_DRAFT } from '../understanding.ts'
import { kind } from '../words/kinds.ts'
import { is, lex, type Token } from '../words/lex.ts'
import { PAID } from '../words/money-words.ts'
import { EXTRA } from '../words/tags.ts'
import { endAt } from '../words/trie.ts'
import { holds, wordSet } from '../words/word-set.ts'
import { type Conditions, readConditions } from './conditions.ts'
import { readHeadcount } from './headcount.ts'
import { findIdNumber } from './id-number.ts'
import { leftoverPlace } from './leftover-place.ts'
import { type PayReading, readPay } from './pay.ts'
import { type PhoneReading, readPhone } from './phone.ts'
import { isNamed, type PlaceReader } from './place.ts'
import { readTrades } from './read-trades.ts'
import { isTaken, nothingTaken, type Taken, take } from './taken.ts'
import { coverOf, namesWorker, type TradeFinder, type TradeHit } from './trade.ts'
import type { HeadcountReading } from './word-count.ts'

export interface PostTools {
  readonly trades: TradeFinder
  readonly place: PlaceReader
}

/** One job as read, with what the reading rests on. */
export interface JobReading {
  readonly draft: JobDraft
  readonly tokens: readonly Token[]
  readonly trades: readonly TradeHit[]
  readonly findings: readonly Finding[]
  readonly explain: readonly Explanation[]
  /** Where the pay begins; the words of several jobs are told apart by what stands nearest. */
  readonly payAt: number
  /** Where the day it starts on is said, -1 where it is not. */
  readonly startAt: number
  /** A place that was told as one, by name, ending or 在; not only a leftover word. */
  readonly namesPlace: boolean
  /** What no other field speaks for; one of them may be the place. */
  readonly clauses: readonly Clause[]
}

/** Words that count people without a number. */
const COUNTING = kind('one-wanted', 'couple')

/** A trade of less weight is a place or a lone verb. */
const LEAST_TRADE = 1.5

/**
 * Whether a text can tell of a job at all: it counts, names a trade, or speaks of pay. Most talk does none of it, and nothing in it
 * need be read as pay, time or place.
 */
const mayTellOfWork = ({ text, tokens, trades }: Work): boolean =>
  tokens.some((token) => token.numeral !== undefined || is(token, COUNTING)) ||
  trades.some((hit) => hit.weight >= LEAST_TRADE) ||
  holds(PAID, text)

/** Reads one text as one job; several jobs are told apart by `split.ts` before or after. */
export function readJob(text: string, tools: PostTools, now: Present): JobReading {
  const tokens = lex(text)
  const trades = readTrades(text, tokens, tools.trades)
  const work = { text, tokens, trades }
  if (mayTellOfWork(work)) return readWork(work, tools, now)
  const { certs, perks, insurance } = readConditions(text, licenceOf(settledTrade(text, trades), tools))
  return {
    draft: { ...NO_DRAFT, certs, perks, insurance },
    tokens,
    trades,
    findings: [],
    explain: [],
    namesPlace: false,
    clauses: [],
    payAt: text.length,
    startAt: -1,
  }
}

const licenceOf = (trade: TradeHit | undefined, tools: PostTools): string | null =>
  trade === undefined ? null : tools.trades.licence(trade.trade)

interface Work {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly trades: readonly TradeHit[]
}

function readWork({ text, tokens: lexed, trades }: Work, tools: PostTools, now: Present): JobReading {
  const taken = nothingTaken(text)
  const phone = readPhone(text)
  take(taken, phone?.span)
  take(taken, findIdNumber(text))
  const schedule = readSchedule(text, freeTokens(lexed, taken), now)
  for (const span of schedule.spans) take(taken, span)
  const trade = settledTrade(text, trades)
  const cover = coverOf(trades, text.length)
  const tokens = spokenTokens(lexed, cover)
  const timeless = freeTokens(tokens, taken)
  const conditions = readConditions(text, licenceOf(trade, tools))
  for (const span of conditions.spans) take(taken, span)
  const isTask = trade !== undefined && !namesWorker(trade)
  const pay = readPay({ text, tokens: priceTokens(timeless, conditions.spans), taken, trade: trade?.trade ?? null, isTask, cover })
  take(taken, pay.span)
  const counted = readHeadcount({ text, tokens, taken, cover })
  const headcount = counted.count === null ? (onePersonBefore(text, pay.span) ?? aloneIn(text) ?? counted) : counted
  take(taken, headcount.span)
  const told = tools.place({ text, taken, cover })
  const left = told === undefined || !isNamed(told) ? leftoverPlace({ text, taken, cover, tokens }) : undefined
  const clauses = freeClauses({ text, taken, cover })
  const found = settledPlace(text, clauses, left ?? told?.span)
  const place = found === undefined || isFloor(text, found) ? undefined : found
  const isTold = clauses.some((clause) => mayTellWork(clause, place))
  const readings: Readings = { schedule, trade, pay, headcount, conditions, place, phone, isTold }
  return {
    draft: draftOf(text, readings),
    tokens,
    trades,
    findings: unsure(text, readings),
    explain: explain(text, readings),
    namesPlace: told !== undefined,
    clauses,
    payAt: pay.span?.start ?? text.length,
    startAt: schedule.startSpan?.start ?? -1,
  }
}

/** Where no other field speaks for more than a single sign, no work is named. */
const mayTellWork = ({ start, end }: Clause, place: Span | undefined): boolean =>
  end - start > 1 && (place === undefined || start >= place.end || end <= place.start)

const FLOORS = ['楼', '层', '层楼', '栋', '幢', '号楼']
const ACROSS = '对面'

/** 3栋, 对面一楼: somewhere in a house of which nobody says where it is. */
function isFloor(text: string, { start, end }: Span): boolean {
  const from = text.startsWith(ACROSS, start) ? start + ACROSS.length : start
  const numeral = numeralAt(text, from)
  return numeral !== undefined && FLOORS.includes(text.slice(numeral.end, end))
}

/** 补 in 防水补漏 speaks of work, not of a supplement. */
function spokenTokens(tokens: readonly Token[], cover: readonly (TradeHit | undefined)[]): readonly Token[] {
  const isWork = (token: Token) => is(token, EXTRA) && (cover[token.start]?.weight ?? 0) >= 2.5
  return tokens.some(isWork) ? tokens.filter((token) => !isWork(token)) : tokens
}

const ALONE = ['一个人干', '一个人做', '1个人干', '1个人做', '的一个够了', '的一个就够', '一个人够了', '一个人就够', '一个够了', '一个就够']

/** 一个人干两天的量, 会爬高的一个够了. */
function aloneIn(text: string): HeadcountReading | undefined {
  const words = ALONE.find((one) => text.includes(one))
  const start = words === undefined ? -1 : text.indexOf(words)
  return words === undefined ? undefined : { count: 1, span: { start, end: start + words.length }, vague: false }
}

const ONE_PERSON = wordSet(['1个人 ', '1人 ', '1名 ', '1个人,', '1人,'])

/** 「1个人 100」: with a gap behind it the one person is counted, not what the pay is measured by as in 一个人100. */
function onePersonBefore(text: string, pay: Span | undefined): HeadcountReading | undefined {
  const end = pay === undefined ? 0 : endAt(ONE_PERSON, text, pay.start)
  if (pay === undefined || end === 0 || isDigitAt(text, pay.start - 1)) return undefined
  return { count: 1, span: { start: pay.start, end: end - 1 }, vague: false }
}

/** 六点半来开门, for so much a month: when each day begins, not when the work does. */
const isEveryDay = ({ isHourOnly }: Schedule, { pay }: PayReading): boolean => isHourOnly && pay?.unit === 'month'

const draftOf = (text: string, { schedule, trade, pay, headcount, conditions, place, phone, isTold }: Readings): JobDraft => ({
  trade: trade?.trade ?? (isTold ? guessedTrade(text) : undefined) ?? null,
  headcount: headcount.count,
  pay: pay.pay,
  ...(isEveryDay(schedule, pay) ? { start: null, end: null } : { start: schedule.start, end: schedule.end }),
  place: place === undefined ? null : text.slice(place.start, place.end),
  certs: conditions.certs,
  perks: conditions.perks,
  insurance: conditions.insurance,
  phone: phone?.phone ?? null,
})

function freeTokens(tokens: readonly Token[], taken: Taken): readonly Token[] {
  const isFree = (token: Token) => !isTaken(taken, token.start)
  return tokens.every(isFree) ? tokens : tokens.filter(isFree)
}

const MEASURING = kind('piece', 'job-pay')

/** Days are no measures of a price (350块 1月20号), nor is the 包 of a meal a sack (一天160包中饭) or 食宿全包 a lump sum. */
function priceTokens(timeless: readonly Token[], conditions: readonly Span[]): readonly Token[] {
  if (conditions.length === 0) return timeless
  const isInside = (token: Token) => conditions.some((span) => span.start <= token.start && token.end <= span.end)
  return timeless.filter((token) => !(is(token, MEASURING) && isInside(token)))
}

interface Readings {
  readonly schedule: Schedule
  readonly trade: TradeHit | undefined
  readonly pay: PayReading
  readonly headcount: HeadcountReading
  readonly conditions: Conditions
  readonly place: Span | undefined
  readonly phone: PhoneReading | undefined
  /** Whether words are left that nothing else speaks for: where none are, no work is named and none is guessed. */
  readonly isTold: boolean
}

const wordsOf = (text: string, span: Span | undefined): string => (span === undefined ? '' : text.slice(span.start, span.end))

const NONE: readonly Finding[] = []

function unsure(text: string, { schedule, pay, headcount }: Readings): readonly Finding[] {
  if (!schedule.past && !schedule.vague && !pay.vague && !headcount.vague) return NONE
  const found: Finding[] = []
  const times = schedule.spans.map((span) => wordsOf(text, span)).join(' ')
  if (schedule.past) found.push({ kind: 'past-time', words: times })
  if (schedule.vague) found.push({ kind: 'ambiguous-time', words: times })
  if (pay.vague) found.push({ kind: 'ambiguous-pay', words: wordsOf(text, pay.span) })
  if (headcount.vague) found.push({ kind: 'ambiguous-headcount', words: wordsOf(text, headcount.span) })
  return found
}

function explain(text: string, readings: Readings): readonly Explanation[] {
  const { schedule, trade, pay, headcount, conditions, place, phone } = readings
  const rows: Explanation[] = []
  const add = (slot: string, span: Span | undefined) => {
    if (span !== undefined) rows.push({ slot, words: wordsOf(text, span) })
  }
  add('trade', trade)
  add('headcount', headcount.span)
  add('pay', pay.span)
  if (schedule.start !== null) add('start', schedule.startSpan)
  if (schedule.end !== null) add('end', schedule.endSpan)
  add('place', place)
  for (const { slot, span } of conditions.said) add(slot, span)
  add('phone', phone?.span)
  return rows
}
