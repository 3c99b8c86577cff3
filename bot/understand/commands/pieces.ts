import { beginsNumeralAt } from '../numbers/number-signs.ts'
import { numeralAt } from '../numbers/numeral.ts'
import type { PostTools } from '../post/draft.ts'
import { coverOf, type TradeHit } from '../post/trade.ts'
import { isAt, isAtOrEdge, signs } from '../words/signs.ts'
import { createTrie, endAt, longestAt } from '../words/trie.ts'
import { wordSet } from '../words/word-set.ts'
import { type Meaning, meaningOf } from './compose-rule.ts'
import { type Concept, VOCABULARY } from './concepts.ts'
import type { JobNumber } from './job-number.ts'

/** A piece of a line that means something. */
export interface Piece {
  readonly start: number
  readonly end: number
  readonly meaning: Meaning
}

/** A word by itself, and the same word where it names a trade as well. */
interface Word {
  readonly alone: Meaning
  readonly asTrade: Meaning
}

function* words(): Generator<readonly [string, Word]> {
  const byWord = new Map<string, Concept[]>()
  for (const [concept, texts] of VOCABULARY) {
    for (const word of texts.split(' ')) {
      const known = byWord.get(word)
      if (known === undefined) byWord.set(word, [concept])
      else if (!known.includes(concept)) known.push(concept)
    }
  }
  for (const [word, concepts] of byWord) yield [word, { alone: meaningOf(concepts), asTrade: meaningOf([...concepts, 'trade']) }]
}

const TRIE = createTrie<Word>(words())

const JOB = meaningOf(['job'])
const TRADE = meaningOf(['trade'])
const STARS = meaningOf(['stars'])
const NUMBER = meaningOf(['number'])
const ASK = meaningOf(['ask'])
const NOT = meaningOf(['not'])

const STAR_UNITS = wordSet(['颗星', '个星', '星'])
const CURRENCIES = wordSet(['块钱', '元钱', '块', '元', '快', '圆'])
const NO_STARS = signs('级期')
const COUNTED = signs('个人天号点月年次笔岁星')

const MOST_STARS = 5
const LEAST_SUM = 10

/** The numeral at `at` as a piece: stars when they are counted, else a number. */
function numberAt(text: string, at: number): Piece | undefined {
  const numeral = beginsNumeralAt(text, at) ? numeralAt(text, at) : undefined
  if (numeral === undefined || numeral.vague) return undefined
  const { end, value } = numeral
  const stars = value >= 1 && value <= MOST_STARS ? endAt(STAR_UNITS, text, end) : 0
  if (stars > 0 && !isAt(NO_STARS, text, stars)) return { start: at, end: stars, meaning: STARS }
  const money = endAt(CURRENCIES, text, end)
  if (money > 0 || (value >= LEAST_SUM && !isAt(COUNTED, text, end))) return { start: at, end: Math.max(end, money), meaning: NUMBER }
  return undefined
}

const LONE_ASKS = signs('不没莫冇么')
const CLAUSE_ENDS = signs(' ,，。.!！~、;:\n啊呀哦咯?呢')

/** A lone 不 or 没 asks only where the clause ends: 有活不, but not 有事不去了. */
const denies = (text: string, at: number, end: number): boolean =>
  end - at === 1 && isAt(LONE_ASKS, text, at) && !isAtOrEdge(CLAUSE_ENDS, text, end)

function wordAt(text: string, at: number, trade: TradeHit | undefined): Piece | undefined {
  const hit = longestAt(TRIE, text, at)
  const end = hit?.end ?? 0
  if (trade !== undefined && trade.end >= end)
    return { start: at, end: trade.end, meaning: hit !== undefined && end === trade.end ? hit.word.asTrade : TRADE }
  const number = numberAt(text, at)
  if (number !== undefined && number.end >= end) return number
  return hit && { start: at, end, meaning: denies(text, at, end) ? NOT : hit.word.alone }
}

const NOTS = signs('不没')

/** 教不教: the question first, then the verb as if it stood alone. */
const isAlternative = (text: string, at: number, end: number): boolean =>
  end <= at + 1 && isAt(NOTS, text, at + 1) && text.charCodeAt(at + 2) === text.charCodeAt(at)

/** The line cut into meaningful pieces; what is in none of them is free text. */
export function piecesOf(text: string, numbers: readonly JobNumber[], tools: PostTools): readonly Piece[] {
  const trades = tools.trades.all(text)
  const cover = trades.length === 0 ? undefined : coverOf(trades, text.length)
  const pieces: Piece[] = []
  let at = 0
  while (at < text.length) {
    const here = at
    const job = numbers.length === 0 ? undefined : numbers.find((one) => one.span.start === here)
    const piece = job === undefined ? wordAt(text, at, cover?.[at]) : { ...job.span, meaning: JOB }
    if (job === undefined && isAlternative(text, at, piece?.end ?? at)) {
      pieces.push({ start: at, end: at + 2, meaning: ASK })
      at += 2
      continue
    }
    if (piece !== undefined) pieces.push(piece)
    at = piece?.end ?? at + 1
  }
  return pieces
}
