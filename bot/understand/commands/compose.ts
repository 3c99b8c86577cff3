import type { Intent } from '../intent.ts'
import { beginsNumeral, numeralAt } from '../numbers/numeral.ts'
import type { PostTools } from '../post/draft.ts'
import { coverOf } from '../post/trade.ts'
import { createTrie, longestAt } from '../words/trie.ts'
import { RULES } from './compose-rules.ts'
import { type Concept, VOCABULARY } from './concepts.ts'
import { findJobNumbers } from './job-number.ts'
import type { PhraseHit } from './phrase-index.ts'

type Who = 'worker' | 'employer' | 'any'

interface Rule {
  readonly intent: Intent
  readonly bonus: number
  readonly who: Who
  readonly parts: readonly (readonly string[])[]
  readonly not: readonly string[]
  readonly first: boolean
  readonly last: boolean
  readonly whole: boolean
}

interface Piece {
  readonly start: number
  readonly end: number
  readonly concepts: readonly Concept[]
}

function ruleOf([intent, bonus, written]: readonly [Intent, number, string]): Rule {
  const marks = written.split(' ')
  const who: Who = marks.includes('w') ? 'worker' : marks.includes('e') ? 'employer' : 'any'
  const isPart = (mark: string): boolean => !['w', 'e', '^', '$', '#'].includes(mark) && !mark.startsWith('!')
  return {
    intent,
    bonus: bonus + (who === 'any' ? 0 : 0.5),
    who,
    parts: marks.filter(isPart).map((mark) => mark.split('|')),
    not: marks.filter((mark) => mark.startsWith('!')).map((mark) => mark.slice(1)),
    first: marks.includes('^'),
    last: marks.includes('$'),
    whole: marks.includes('#'),
  }
}

/** The rules by the concept they begin with. */
function indexed(): ReadonlyMap<string, readonly Rule[]> {
  const byFirst = new Map<string, Rule[]>()
  for (const rule of RULES.map(ruleOf)) {
    for (const concept of rule.parts[0] ?? []) {
      const known = byFirst.get(concept)
      if (known === undefined) byFirst.set(concept, [rule])
      else known.push(rule)
    }
  }
  return byFirst
}

function* words(): Generator<readonly [string, readonly Concept[]]> {
  const byWord = new Map<string, Concept[]>()
  for (const [concept, texts] of VOCABULARY) {
    for (const word of texts.split(' ')) {
      const known = byWord.get(word)
      if (known === undefined) byWord.set(word, [concept])
      else if (!known.includes(concept)) known.push(concept)
    }
  }
  yield* byWord
}

const TRIE = createTrie<readonly Concept[]>(words())
const BY_FIRST = indexed()

/** Longer lines are told or asked at length; phrases and posts read them. */
const LONGEST_COMPOSED = 40

/** How far two parts of a rule may stand from each other. */
const LONGEST_GAP = 8

const SIGNS = ' ,，。.!！~、;:\n'

/** The numeral at `at` as a piece: stars when they are counted, else a number. */
function numberAt(text: string, at: number): Piece | undefined {
  const numeral = beginsNumeral(text.charCodeAt(at)) ? numeralAt(text, at) : undefined
  if (numeral === undefined || numeral.vague) return undefined
  const { end, value } = numeral
  const star = ['颗星', '个星', '星'].find((unit) => text.startsWith(unit, end))
  if (star !== undefined && value >= 1 && value <= 5 && !'级期'.includes(text.charAt(end + star.length) || ' '))
    return { start: at, end: end + star.length, concepts: ['stars'] }
  const money = ['块钱', '元钱', '块', '元', '快', '圆'].find((unit) => text.startsWith(unit, end))
  if (money !== undefined || (value >= 10 && !'个人天号点月年次笔岁星'.includes(text.charAt(end) || '.')))
    return { start: at, end: end + (money?.length ?? 0), concepts: ['number'] }
  return undefined
}

const NOT: readonly Concept[] = ['not']

/** A lone 不 or 没 asks only where the clause ends: 有活不, but not 有事不去了. */
function asking(text: string, at: number, { word, end }: { word: readonly Concept[]; end: number }): readonly Concept[] {
  if (end - at > 1 || !'不没莫冇么'.includes(text.charAt(at))) return word
  return end === text.length || `${SIGNS}啊呀哦咯?呢`.includes(text.charAt(end)) ? word : NOT
}

/** 教不教: the question first, then the verb as if it stood alone. */
const isAlternative = (text: string, at: number, end: number): boolean =>
  end <= at + 1 && '不没'.includes(text.charAt(at + 1) || ' ') && text.charAt(at + 2) === text.charAt(at)

/** The line cut into meaningful pieces; what is in none of them is free text. */
function piecesOf(text: string, tools: PostTools): readonly Piece[] {
  const jobs = findJobNumbers(text)
  const trades = tools.trades.all(text)
  const cover = trades.length === 0 ? undefined : coverOf(trades, text.length)
  const pieces: Piece[] = []
  let at = 0
  while (at < text.length) {
    const here = at
    const job = jobs.length === 0 ? undefined : jobs.find((one) => one.span.start === here)
    const trade = cover?.[at]
    const hit = longestAt(TRIE, text, at)
    const number = numberAt(text, at)
    const word = hit === undefined ? undefined : { start: at, end: hit.end, concepts: asking(text, at, hit) }
    const piece: Piece | undefined =
      job !== undefined
        ? { ...job.span, concepts: ['job'] }
        : trade !== undefined && trade.end >= (hit?.end ?? 0)
          ? { start: at, end: trade.end, concepts: [...(hit?.end === trade.end ? hit.word : []), 'trade'] }
          : number !== undefined && number.end >= (hit?.end ?? 0)
            ? number
            : word
    if (job === undefined && isAlternative(text, at, piece?.end ?? at)) {
      pieces.push({ start: at, end: at + 2, concepts: ['ask'] })
      at += 2
      continue
    }
    if (piece !== undefined) pieces.push(piece)
    at = piece?.end ?? at + 1
  }
  return pieces
}

const means = (piece: Piece | undefined, concepts: readonly string[]): boolean =>
  piece?.concepts.some((concept) => concepts.includes(concept)) ?? false

/** The pieces that make up the rule from `from` on, or undefined. */
function matchFrom(rule: Rule, pieces: readonly Piece[], from: number): readonly number[] | undefined {
  const taken = [from]
  let index = from
  for (const part of rule.parts.slice(1)) {
    const end = pieces[index]?.end ?? 0
    let next = index + 1
    while (next < pieces.length && !means(pieces[next], part)) next += 1
    const piece = pieces[next]
    if (piece === undefined || piece.start - end > LONGEST_GAP) return undefined
    taken.push(next)
    index = next
  }
  return taken
}

/** How many characters from `from` on, outside the pieces taken, are neither small words nor signs. */
function restOf(text: string, pieces: readonly Piece[], taken: readonly number[], from: number): number {
  let rest = 0
  let at = from
  for (const [index, piece] of pieces.entries()) {
    if (piece.end <= from) continue
    for (; at < piece.start; at += 1) if (!SIGNS.includes(text.charAt(at))) rest += 1
    if (!taken.includes(index) && !means(piece, ['fill', 'job', 'number', 'day', 'wish', 'me'])) rest += piece.end - piece.start
    at = Math.max(at, piece.end)
  }
  for (; at < text.length; at += 1) if (!SIGNS.includes(text.charAt(at))) rest += 1
  return rest
}

interface Line {
  readonly text: string
  readonly pieces: readonly Piece[]
  readonly role: Who
}

function hitOf(rule: Rule, { text, pieces, role }: Line, from: number): PhraseHit | undefined {
  if (rule.who !== 'any' && rule.who !== role) return undefined
  if (rule.first && restOf(text.slice(0, pieces[from]?.start ?? 0), pieces.slice(0, from), [], 0) > 0) return undefined
  const taken = matchFrom(rule, pieces, from)
  if (taken === undefined || rule.not.some((concept) => pieces.some((piece, index) => !taken.includes(index) && means(piece, [concept]))))
    return undefined
  const end = pieces[taken.at(-1) ?? 0]?.end ?? 0
  if (rule.last && restOf(text, pieces, taken, end) > 0) return undefined
  const full = restOf(text, pieces, taken, 0) === 0
  if (rule.whole && !full) return undefined
  const letters = taken.reduce((sum, index) => sum + (pieces[index]?.end ?? 0) - (pieces[index]?.start ?? 0), 0)
  const start = pieces[from]?.start ?? 0
  return { intent: rule.intent, weight: letters + rule.bonus + (full ? 2 : 0), words: text.slice(start, end), start, end }
}

/** What the concepts of a line make of it: object + verb + state in any words, the weightiest first. */
export function compose(text: string, role: Who, tools: PostTools): readonly PhraseHit[] {
  if (text.length > LONGEST_COMPOSED) return []
  const pieces = piecesOf(text, tools)
  const best = new Map<Intent, PhraseHit>()
  for (const [index, piece] of pieces.entries()) {
    for (const concept of piece.concepts) {
      for (const rule of BY_FIRST.get(concept) ?? []) {
        const hit = hitOf(rule, { text, pieces, role }, index)
        if (hit !== undefined && hit.weight > (best.get(rule.intent)?.weight ?? 0)) best.set(rule.intent, hit)
      }
    }
  }
  return [...best.values()].sort((left, right) => right.weight - left.weight)
}
