import type { Span } from '../time/reading.ts'
import { countsThings } from '../words/count-words.ts'
import { is, isAny, isNear, type Token, touches } from '../words/lex.ts'

export interface HeadcountReading {
  readonly count: number | null
  readonly span: Span | undefined
  /** A range, 几个 or 十来个: the employer must say the exact number. */
  readonly vague: boolean
}

export interface HeadcountContext {
  readonly text: string
  readonly tokens: readonly Token[]
  /** Characters that time, pay and phone already speak for. */
  readonly taken: Uint8Array
  /** Whether a trade word stands at (or right before) a position. */
  readonly isTradeAt: (at: number) => boolean
  readonly isTradeBefore: (at: number) => boolean
}

interface Candidate {
  readonly low: number
  readonly high: number
  readonly vague: boolean
  readonly score: number
  readonly span: Span
  readonly each: number
}

const MOST_PEOPLE = 500

/** Whether a word for people begins at a position; `near` is the index of a token at most two before it. */
function isPersonNoun(context: HeadcountContext, at: number, near: number): boolean {
  if (context.isTradeAt(at)) return true
  for (let index = near; index <= near + 2; index += 1) if (context.tokens[index]?.start === at) return is(context.tokens[index], 'worker')
  return false
}

interface Counted {
  readonly score: number
  readonly end: number
}

/** The counter right after the number, and how surely it counts people. */
function counterAfter(context: HeadcountContext, at: number): Counted | undefined {
  const { text, tokens } = context
  const token = tokens[at - 1]
  const counter = tokens[at]
  if (token === undefined) return undefined
  if (counter === undefined || !touches(text, token, counter)) {
    const blank = text.charAt(token.end) === ' ' ? token.end + 1 : token.end
    return isPersonNoun(context, blank, at - 1) && blank === token.end ? { score: 3, end: token.end } : undefined
  }
  if (text.startsWith('人分', counter.start) || text.startsWith('人平分', counter.start)) return { score: 4, end: counter.start + 1 }
  if (is(counter, 'person') && !isPersonTalk(text, counter.end)) return { score: 4, end: counter.end }
  if (is(counter, 'worker') && !countsThings(text, counter.end)) return { score: 4, end: counter.start }
  if (is(counter, 'ge')) {
    if (countsThings(text, counter.end) || text.startsWith('起', counter.end)) return undefined
    return { score: isPersonNoun(context, counter.end, at) ? 5 : 2, end: counter.end }
  }
  if (text.startsWith('个工', counter.start) && !'日作'.includes(text.charAt(counter.start + 2) || ' '))
    return { score: 4, end: counter.end }
  return isPersonNoun(context, counter.start, at) && counter.start === token.end ? { score: 3, end: token.end } : undefined
}

/** 20人的饭, 3人间, 2人一间: people, but none wanted. */
const isPersonTalk = (text: string, at: number): boolean =>
  ['的饭', '间', '座', '份', '一间', '一组', '一车', '合租', '餐', '次', '的菜', '吃饭', '的工作', '位', '房', '沙发', '桌'].some((words) =>
    text.startsWith(words, at),
  )

const CLAIMED_BEFORE = ['already', 'extra'] as const

function leftScore(context: HeadcountContext, at: number): number {
  const { text, tokens } = context
  const token = tokens[at]
  const before = tokens[at - 1]
  if (token === undefined) return 0
  if (isAny(before, CLAIMED_BEFORE) && isNear(text, before, token, 2)) return -10
  if (isClaimed(context, at) || isOurs(text, token.start)) return -10
  if ('前第每共住煮'.includes(text.charAt(token.start - 1) || ' ')) return text.charAt(token.start - 1) === '共' ? 1 : -10
  if (is(before, 'want') && isNear(text, before, token, 3)) return 2
  if (is(before, 'each')) return 1
  const things = context.isTradeBefore(token.start) ? '间房厅室' : '间窗柜房床厅室灯箱池门'
  if (things.includes(text.charAt(token.start - 1) || ' ')) return -10
  return context.isTradeBefore(token.start) ? 2 : is(before, 'worker') && touches(text, before, token) ? 1 : 0
}

/** 现有小工7个还差5个: a trade may stand between the claim and its number. */
function isClaimed({ text, tokens, isTradeBefore }: HeadcountContext, at: number): boolean {
  const token = tokens[at]
  if (token === undefined || !isTradeBefore(token.start)) return false
  for (let here = at - 1; here >= at - 3; here -= 1) {
    if (!isNear(text, tokens[here], token, 5) || is(tokens[here], 'want')) return false
    if (is(tokens[here], 'already')) return true
  }
  return false
}

/** 我们村5个人, 我们三个: people who are there, none wanted. */
const isOurs = (text: string, at: number): boolean =>
  ['我们', '我们村', '咱们', '我们队', '他们'].some((word) => text.startsWith(word, at - word.length))

/** 人数:3. */
function isNamedCount(text: string, start: number): boolean {
  let at = start
  while (at > 0 && ': '.includes(text.charAt(at - 1))) at -= 1
  return at < start && (text.slice(Math.max(0, at - 2), at) === '人数' || text.slice(Math.max(0, at - 2), at) === '名额')
}

function candidateAt(context: HeadcountContext, at: number): Candidate | undefined {
  const { text, tokens, taken } = context
  const token = tokens[at]
  const numeral = token?.numeral
  if (token === undefined || numeral === undefined || taken[token.start] !== 0) return undefined
  if (!Number.isInteger(numeral.value) || numeral.value < 1 || numeral.value > MOST_PEOPLE) return undefined
  const sign = text.charAt(token.start)
  const second = rangeEnd(text, tokens, at)
  const next = second === undefined ? at + 1 : at + 3
  const counted = sign === '俩' || sign === '仨' ? { score: 3, end: token.end } : counterAfter(context, next)
  const left = isNamedCount(text, token.start) ? 5 : leftScore(context, at)
  const isAlone = counted === undefined && left >= 2 && (left === 5 || isBareCount(context, at, next))
  if (counted === undefined && !isAlone) return undefined
  const score = (counted?.score ?? 1) + left
  if (score < 2) return undefined
  const high = second ?? numeral.high
  const isRange = high !== numeral.value
  const each = isEach(text, tokens, at) ? 2 : 1
  return {
    low: numeral.value,
    high,
    vague: numeral.vague || isRange,
    score,
    span: { start: token.start, end: counted?.end ?? token.end },
    each,
  }
}

/** 小工5，招普工10: a small number right behind a trade or 招, with nothing counted. */
function isBareCount(context: HeadcountContext, at: number, next: number): boolean {
  const token = context.tokens[at]
  const end = context.tokens[next - 1]?.end ?? 0
  if (token === undefined || (token.numeral?.value ?? 100) > 30 || !context.isTradeBefore(token.start)) return false
  const sign = context.text.charAt(end)
  return sign === '' || ' ,。;、/\n)'.includes(sign)
}

function rangeEnd(text: string, tokens: readonly Token[], at: number): number | undefined {
  const joint = tokens[at + 1]
  const second = tokens[at + 2]
  if (!is(joint, 'range') || second?.numeral === undefined) return undefined
  if (!touches(text, tokens[at], joint) || !touches(text, joint, second)) return undefined
  return second.numeral.value > (tokens[at]?.numeral?.value ?? 0) ? second.numeral.value : undefined
}

/** 男女各10: twenty in all. */
const isEach = (text: string, tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at]
  if (token === undefined) return false
  const left = text.slice(Math.max(0, token.start - 6), token.start)
  return left.includes('男女') && (is(tokens[at - 1], 'each') || left.endsWith('各要') || left.endsWith('各招') || left.endsWith('各来'))
}

/** 男工5名女工3名: eight in all. */
function isSexPair(text: string, first: Candidate, second: Candidate): boolean {
  const around = (one: Candidate) => text.slice(Math.max(0, one.span.start - 3), one.span.end + 2)
  const [left, right] = [around(first), around(second)]
  return (left.includes('男') && right.includes('女')) || (left.includes('女') && right.includes('男') && !left.includes('男'))
}

/** 夫妻优先, 夫妻也可: welcome, not counted. */
const isWelcome = (text: string, at: number): boolean =>
  ['优先', '也可', '都可', '均可', '更好', '也行', '也要', '最好', '房'].some((word) => text.startsWith(word, at))

function wordCount(context: HeadcountContext): HeadcountReading {
  const { text, tokens } = context
  const couple = tokens.find((token) => is(token, 'couple') && !isWelcome(text, token.end))
  if (couple !== undefined) return { count: 2, span: couple, vague: false }
  const one = tokens.find((token) => is(token, 'one-wanted') && !countsThings(text, token.end))
  return one === undefined ? { count: null, span: undefined, vague: false } : { count: 1, span: one, vague: false }
}

export function readHeadcount(context: HeadcountContext): HeadcountReading {
  const all: Candidate[] = []
  for (let at = 0; at < context.tokens.length; at += 1) {
    const found = candidateAt(context, at)
    if (found !== undefined) all.push(found)
  }
  const best = all.reduce<Candidate | undefined>((top, one) => (top === undefined || one.score > top.score ? one : top), undefined)
  if (best === undefined) return wordCount(context)
  const partner = all.find(
    (one) =>
      one !== best &&
      !one.vague &&
      isSexPair(context.text, best.span.start < one.span.start ? best : one, best.span.start < one.span.start ? one : best),
  )
  if (partner !== undefined && !best.vague) return { count: best.low + partner.low, span: best.span, vague: false }
  if (best.vague && best.low === best.high) return { count: best.low, span: best.span, vague: true }
  return best.vague ? { count: null, span: best.span, vague: true } : { count: best.low * best.each, span: best.span, vague: false }
}
