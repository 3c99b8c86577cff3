import type { Span } from '../time/reading.ts'
import { readSchedule, type Schedule } from '../time/schedule.ts'
import type { Explanation, Finding, JobDraft } from '../understanding.ts'
import { is, lex, type Token } from '../words/lex.ts'
import { type Conditions, readConditions } from './conditions.ts'
import { type HeadcountReading, readHeadcount } from './headcount.ts'
import { findIdNumber } from './id-number.ts'
import { leftoverPlace } from './leftover-place.ts'
import { type PayReading, readPay } from './pay.ts'
import { readPhone } from './phone.ts'
import type { PlaceReader } from './place.ts'
import { readTrades } from './read-trades.ts'
import { coverOf, mainTrade, type TradeFinder, type TradeHit } from './trade.ts'

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
  /** A place that was told as one, by name, ending or 在; not only a leftover word. */
  readonly namesPlace: boolean
}

const take = (taken: Uint8Array, span: Span | undefined): void => {
  if (span !== undefined) taken.fill(1, span.start, span.end)
}

/** Reads one text as one job; several jobs are told apart by `split.ts` before or after. */
export function readJob(text: string, tools: PostTools, now: Temporal.PlainDateTime): JobReading {
  const tokens = lex(text)
  const taken = new Uint8Array(text.length + 1)
  const phone = readPhone(text)
  take(taken, phone?.span)
  take(taken, findIdNumber(text))
  const schedule = readSchedule(text, freeTokens(tokens, taken), now)
  for (const span of schedule.spans) take(taken, span)
  const timeless = freeTokens(tokens, taken)
  const trades = readTrades(text, tokens, tools.trades)
  const trade = mainTrade(trades)
  const cover = coverOf(trades, text.length)
  const conditions = readConditions(text, trade === undefined ? null : tools.trades.licence(trade.trade))
  for (const span of conditions.spans) take(taken, span)
  const pay = readPay({ text, tokens: priceTokens(timeless, conditions.spans), taken, trade: trade?.trade ?? null, cover })
  take(taken, pay.span)
  const counted = readHeadcount({ text, tokens, taken, ...tradePlaces(text, cover) })
  const headcount = counted.count === null ? (onePersonBefore(text, pay.span) ?? counted) : counted
  take(taken, headcount.span)
  const named = tools.place({ text, taken, cover })?.span
  const place = named ?? leftoverPlace({ text, taken, cover, tokens })
  const readings = { schedule, trade, pay, headcount, conditions }
  return {
    draft: draftOf(text, { ...readings, place, phone }),
    tokens,
    trades,
    findings: unsure(text, readings),
    explain: explain(text, { ...readings, place, phone: phone?.span }),
    namesPlace: named !== undefined,
    payAt: pay.span?.start ?? text.length,
  }
}

const ONE_PERSON = ['1个人 ', '1人 ', '1名 ', '1个人,', '1人,']

/** 「1个人 100」: with a gap behind it the one person is counted, not what the pay is measured by as in 一个人100. */
function onePersonBefore(text: string, pay: Span | undefined): HeadcountReading | undefined {
  if (pay === undefined) return undefined
  const words = ONE_PERSON.find((one) => text.startsWith(one, pay.start))
  if (words === undefined || '0123456789'.includes(text.charAt(pay.start - 1) || ' ')) return undefined
  return { count: 1, span: { start: pay.start, end: pay.start + words.length - 1 }, vague: false }
}

type Read = Readings & { readonly place: Span | undefined; readonly phone: ReturnType<typeof readPhone> }

const draftOf = (text: string, { schedule, trade, pay, headcount, conditions, place, phone }: Read): JobDraft => ({
  trade: trade?.trade ?? null,
  headcount: headcount.count,
  pay: pay.pay,
  start: schedule.start,
  end: schedule.end,
  place: place === undefined ? null : text.slice(place.start, place.end),
  certs: conditions.certs,
  perks: conditions.perks,
  insurance: conditions.insurance,
  phone: phone?.phone ?? null,
})

const tradePlaces = (text: string, cover: readonly (TradeHit | undefined)[]) => ({
  isTradeAt: (at: number) => cover[at]?.start === at,
  isTradeBefore: (at: number) => cover[at - 1]?.end === at || (text.charAt(at - 1) === ' ' && cover[at - 2]?.end === at - 1),
})

const freeTokens = (tokens: readonly Token[], taken: Uint8Array): readonly Token[] => tokens.filter((token) => taken[token.start] === 0)

/** Days are no measures of a price (350块 1月20号), nor is the 包 of a meal a sack (一天160包中饭). */
function priceTokens(timeless: readonly Token[], conditions: readonly Span[]): readonly Token[] {
  if (conditions.length === 0) return timeless
  return timeless.filter((token) => !(is(token, 'piece') && conditions.some((span) => span.start === token.start)))
}

interface Readings {
  readonly schedule: Schedule
  readonly trade: TradeHit | undefined
  readonly pay: PayReading
  readonly headcount: HeadcountReading
  readonly conditions: Conditions
}

function unsure(text: string, { schedule, pay, headcount }: Readings): readonly Finding[] {
  const found: Finding[] = []
  const words = (span: Span | undefined) => (span === undefined ? '' : text.slice(span.start, span.end))
  if (schedule.past) found.push({ kind: 'past-time', words: schedule.spans.map(words).join(' ') })
  if (schedule.vague) found.push({ kind: 'ambiguous-time', words: schedule.spans.map(words).join(' ') })
  if (pay.vague) found.push({ kind: 'ambiguous-pay', words: words(pay.span) })
  if (headcount.vague) found.push({ kind: 'ambiguous-headcount', words: words(headcount.span) })
  return found
}

function explain(text: string, readings: Readings & { place: Span | undefined; phone: Span | undefined }): readonly Explanation[] {
  const { schedule, trade, pay, headcount, conditions, place, phone } = readings
  const rows: Explanation[] = []
  const add = (slot: string, span: Span | undefined, said: boolean) => {
    if (said && span !== undefined) rows.push({ slot, words: text.slice(span.start, span.end) })
  }
  add('trade', trade, true)
  add('headcount', headcount.span, true)
  add('pay', pay.span, true)
  add('start', schedule.startSpan, schedule.start !== null)
  add('end', schedule.endSpan, schedule.end !== null)
  add('place', place, true)
  for (const { slot, span } of conditions.said) add(slot, span, true)
  add('phone', phone, true)
  return rows
}
