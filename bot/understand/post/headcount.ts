import type { Span } from '../time/reading.ts'
import { countsThings } from '../words/count-words.ts'
import { kind } from '../words/kinds.ts'
import { is, isNear, type Token, tokenAt, touches } from '../words/lex.ts'
import { hasSign, isAt, isAtOrEdge, signs } from '../words/signs.ts'
import { ALREADY, CORRECTION, EACH, GE, PERSON, RANGE, WANT, WORKER } from '../words/tags.ts'
import { beginsAt, wordSet } from '../words/word-set.ts'
import { adds, countsPeople } from './counted-people.ts'
import { isCaredFor, isFeast, isOfSize, isOwned, isServed, PERSON_TALK } from './no-workers.ts'
import { isEach, isSexPair } from './sex-pair.ts'
import { isTaken, type Taken } from './taken.ts'
import type { TradeHit } from './trade.ts'
import { type HeadcountReading, wordCount } from './word-count.ts'

export interface HeadcountContext {
  readonly text: string
  readonly tokens: readonly Token[]
  /** Characters that time, pay and phone already speak for. */
  readonly taken: Taken
  /** The trade word over each position. */
  readonly cover: readonly (TradeHit | undefined)[]
}

interface Candidate {
  readonly low: number
  readonly high: number
  readonly vague: boolean
  readonly score: number
  readonly span: Span
  /** The index of its number among the tokens. */
  readonly at: number
}

const MOST_PEOPLE = 500

/** Without a counter more people are hardly ever counted: 男的260女的220 are sums. */
const UNCOUNTED_BELOW = 60

/** Whether a trade word stands at a position. */
const isTradeAt = ({ cover }: HeadcountContext, at: number): boolean => cover[at]?.start === at

/** Whether one ends right before it, a blank between them or not. */
const isTradeBefore = ({ text, cover }: HeadcountContext, at: number): boolean =>
  (at > 0 && cover[at - 1]?.end === at) || (at > 1 && text.charAt(at - 1) === ' ' && cover[at - 2]?.end === at - 1)

/** Whether a word for people begins at a position; `near` is the index of a token at most two before it. */
function isPersonNoun(context: HeadcountContext, at: number, near: number): boolean {
  if (isTradeAt(context, at)) return true
  for (let index = near; index <= near + 2; index += 1) if (context.tokens[index]?.start === at) return is(context.tokens[index], WORKER)
  return false
}

interface Counted {
  readonly score: number
  readonly end: number
}

const SHARED = wordSet(['人分', '人平分'])
const NO_WORKDAYS = signs('日作')
/** 做二十工: so many days' work. */
const WORKS = signs('做干算')

/** The counter right after the number, and how surely it counts people; 阿姨4各 is 个 as it was heard. */
function counterAfter(context: HeadcountContext, at: number): Counted | undefined {
  const { text, tokens } = context
  const token = tokens[at - 1]
  const counter = tokens[at]
  if (token === undefined) return undefined
  if (counter === undefined || !touches(text, token, counter)) {
    return isPersonNoun(context, token.end, at - 1) ? { score: 3, end: token.end } : undefined
  }
  const score = countsPeople(text, token.end)
  if (score !== undefined) return { score, end: token.end + 1 }
  if (text.charAt(token.end) === '各' && isAtOrEdge(COUNT_ENDS, text, token.end + 1)) return { score: 4, end: token.end + 1 }
  if (beginsAt(SHARED, text, counter.start)) return { score: 4, end: counter.start + 1 }
  if (is(counter, PERSON) && !beginsAt(PERSON_TALK, text, counter.end)) return { score: 4, end: counter.end }
  const isFew = (token.numeral?.value ?? 0) < UNCOUNTED_BELOW
  if (is(counter, WORKER) && !countsThings(text, counter.end)) return isFew ? { score: 4, end: counter.start } : undefined
  if (is(counter, GE)) {
    if (countsThings(text, counter.end) || text.startsWith('起', counter.end) || isServed(text, token, counter.end)) return undefined
    return { score: isPersonNoun(context, counter.end, at) ? 5 : 2, end: counter.end }
  }
  if (
    text.charAt(counter.start) === '工' &&
    counter.start === token.end &&
    (token.numeral?.value ?? 0) >= 2 &&
    !isAt(WORKS, text, token.start - 1) &&
    isAtOrEdge(COUNT_ENDS, text, counter.start + 1)
  )
    return { score: 3, end: counter.start + 1 }
  if (text.startsWith('个工', counter.start) && !isAt(NO_WORKDAYS, text, counter.start + 2)) return { score: 4, end: counter.end }
  return isFew && counter.start === token.end && isPersonNoun(context, counter.start, at) ? { score: 3, end: token.end } : undefined
}

const CLAIMED = kind('already', 'extra')

const UNCOUNTED = signs('前第每共住煮休')
const ROOMS = signs('间房厅室')
const THINGS = signs('间窗柜房床厅室灯箱池门橱瓜亭桶缸')
/** 熟手日做120个: how much is made in a day. */
const MADE_A_DAY = ['日做', '天做', '日产', '天产', '日打', '天打', '能做', '能打']

/** 已经喊了四个 还要六个: who is wanted besides. */
const STILL = ['还要', '还差', '还缺', '再来', '再要', '还招', '再招', '再加', '补']

function leftScore(context: HeadcountContext, at: number): number {
  const { text, tokens } = context
  const token = tokens[at]
  const before = tokenAt(tokens, at - 1)
  if (token === undefined) return 0
  if (STILL.some((word) => text.endsWith(word, token.start))) return 3
  if (
    is(before, CLAIMED) &&
    !adds(context, at) &&
    isNear(text, before, token, 2) &&
    !isOwned(text, before) &&
    !isTaken(context.taken, before?.start ?? 0)
  )
    return -10
  if (isClaimed(context, at) || isOurs(text, token.start)) return -10
  if (isAt(UNCOUNTED, text, token.start - 1)) return text.charAt(token.start - 1) === '共' ? 1 : -10
  if (MADE_A_DAY.some((word) => text.endsWith(word, token.start))) return -10
  if (is(before, WANT) && isNear(text, before, token, 3)) return 2
  if (is(before, EACH)) return 1
  const isTrade = isTradeBefore(context, token.start)
  if (isAt(isTrade ? ROOMS : THINGS, text, token.start - 1) && !is(tokens[at + 1], PERSON)) return -10
  return isTrade ? 2 : is(before, WORKER) && touches(text, before, token) ? 1 : 0
}

/** 现有小工7个还差5个: a trade may stand between the claim and its number. */
function isClaimed(context: HeadcountContext, at: number): boolean {
  const { text, tokens } = context
  const token = tokens[at]
  if (token === undefined || !isTradeBefore(context, token.start)) return false
  for (let here = at - 1; here >= 0 && here >= at - 3; here -= 1) {
    if (!isNear(text, tokens[here], token, 5) || is(tokens[here], WANT)) return false
    if (is(tokens[here], ALREADY)) return true
  }
  return false
}

const OURS = ['我们', '我们村', '咱们', '我们队', '他们']
const OURS_END = signs('们村队')

/** 我们村5个人, 我们三个: people who are there, none wanted. */
const isOurs = (text: string, at: number): boolean => isAt(OURS_END, text, at - 1) && OURS.some((word) => text.endsWith(word, at))

const NAMED_COUNTS = ['人数', '名额', '人手']
const COLONS = signs(': ')

/** 人数:3. */
function isNamedCount(text: string, start: number): boolean {
  let at = start
  while (isAt(COLONS, text, at - 1)) at -= 1
  return NAMED_COUNTS.some((name) => text.endsWith(name, at)) || (text.charAt(at - 1) === '人' && isAtOrEdge(COUNT_ENDS, text, at - 2))
}

const PAIRS = signs('俩仨')

function candidateAt(context: HeadcountContext, at: number): Candidate | undefined {
  const { text, tokens, taken } = context
  const token = tokens[at]
  const numeral = token?.numeral
  if (token === undefined || numeral === undefined || isTaken(taken, token.start)) return undefined
  if (!Number.isInteger(numeral.value) || numeral.value < 1 || numeral.value > MOST_PEOPLE) return undefined
  if (isOfSize(context, at) || isCaredFor(text, token) || isFeast(text, token)) return undefined
  const second = rangeEnd(text, tokens, at)
  const next = second === undefined ? at + 1 : at + 3
  const counted = isAt(PAIRS, text, token.start) ? { score: 3, end: token.end } : counterAfter(context, next)
  const left = isNamedCount(text, token.start) ? 5 : leftScore(context, at)
  const isAlone = counted === undefined && (left === 5 || (left >= 1 && isBareCount(context, at, next)))
  if (counted === undefined && !isAlone) return undefined
  const score = (counted?.score ?? 1) + left + (isCorrected(tokens, at) ? CORRECTED : 0)
  if (score < 2) return undefined
  const high = second ?? numeral.high
  const isRange = high !== numeral.value
  return {
    low: numeral.value,
    high,
    vague: numeral.vague || isRange,
    score,
    span: { start: token.start, end: counted?.end ?? token.end },
    at,
  }
}

/** More than anything that was said before the correction. */
const CORRECTED = 10

/** 要五个人 不对 要六个: what is said last holds. */
function isCorrected(tokens: readonly Token[], at: number): boolean {
  for (let here = at - 1; here >= 0 && here >= at - 3; here -= 1) if (is(tokens[here], CORRECTION)) return true
  return false
}

const WANTED = signs('招聘缺差急需要请')

/** 缺1, 急招4, 男女各5, 男4: what stands right before a number that counts nothing else. */
function mayCount(context: HeadcountContext, at: number): boolean {
  const { text, tokens } = context
  const start = tokens[at]?.start ?? 0
  if (isTradeBefore(context, start)) return true
  const before = tokenAt(tokens, at - 1)
  if (before?.end !== start) return false
  const words = text.slice(before.start, before.end)
  if (is(before, WANT) && hasSign(WANTED, words)) return true
  return is(before, EACH) ? text.endsWith('男女', before.start) : words === '男' || words === '女'
}

const COUNT_ENDS = signs(' ,。;、/\n)(')

/** 小工5，招普工10: a small number right behind a trade or 招, with nothing counted. */
function isBareCount(context: HeadcountContext, at: number, next: number): boolean {
  const token = context.tokens[at]
  const end = context.tokens[next - 1]?.end ?? 0
  if (token === undefined || (token.numeral?.value ?? 100) > 30 || !mayCount(context, at)) return false
  return isAtOrEdge(COUNT_ENDS, context.text, end)
}

function rangeEnd(text: string, tokens: readonly Token[], at: number): number | undefined {
  const joint = tokens[at + 1]
  const second = tokens[at + 2]
  if (!is(joint, RANGE) || second?.numeral === undefined) return undefined
  if (!touches(text, tokens[at], joint) || !touches(text, joint, second)) return undefined
  return second.numeral.value > (tokens[at]?.numeral?.value ?? 0) ? second.numeral.value : undefined
}

function partnerOf(text: string, best: Candidate, all: readonly Candidate[]): Candidate | undefined {
  if (all.length < 2 || !text.includes('男') || !text.includes('女')) return undefined
  return all.find((one) => one !== best && !one.vague && isSexPair(text, best.span, one.span))
}

export function readHeadcount(context: HeadcountContext): HeadcountReading {
  const all: Candidate[] = []
  let best: Candidate | undefined
  for (let at = 0; at < context.tokens.length; at += 1) {
    const found = candidateAt(context, at)
    if (found === undefined) continue
    all.push(found)
    if (best === undefined || found.score > best.score) best = found
  }
  if (best === undefined) return wordCount(context)
  const { low, high, span, vague } = best
  if (vague) return { count: low === high ? low : null, span, vague: true }
  const partner = partnerOf(context.text, best, all)
  if (partner !== undefined) return { count: low + partner.low, span, vague: false }
  return { count: isEach(context.text, context.tokens, best.at) ? low * 2 : low, span, vague: false }
}
