import type { Intent } from '../intent.ts'
import { letterAt } from '../words/letters.ts'
import { createTrie, step, type Trie } from '../words/trie.ts'
import { PHRASES } from './phrases.ts'

type Who = 'worker' | 'employer' | 'any'

interface Phrase {
  readonly intent: Intent
  readonly rank: number
  readonly who: Who
  readonly whole: boolean
  readonly first: boolean
  /** Every part but the first, which the tree of words finds. */
  readonly rest: readonly string[]
  /** The characters of those parts: a line without them need not be searched. */
  readonly needs: SignMask
  readonly weight: number
}

export interface PhraseHit {
  readonly intent: Intent
  readonly weight: number
  readonly words: string
  readonly start: number
  readonly end: number
}

/** Of each intent only the weightiest find is kept, in the place of the first. */
export function keepHeavier(best: PhraseHit[], hit: PhraseHit): void {
  const known = best.findIndex((one) => one.intent === hit.intent)
  if (known < 0) best.push(hit)
  else if (hit.weight > (best[known]?.weight ?? 0)) best[known] = hit
}

const LONGEST_GAP = 12

/** Which characters a text holds, as far as thirty-two bits can tell: one whose bit is missing is not in it. */
type SignMask = number

function maskOf(text: string): SignMask {
  let mask = 0
  for (let at = 0; at < text.length; at += 1) mask |= 1 << (text.charCodeAt(at) % 32)
  return mask
}

interface Written {
  readonly first: string
  readonly phrase: Phrase
}

function phraseOf(intent: Intent, rank: number, written: string): Written {
  const who: Who = written.startsWith('w:') ? 'worker' : written.startsWith('e:') ? 'employer' : 'any'
  const bare = who === 'any' ? written : written.slice(2)
  const whole = bare.startsWith('=') && bare.length > 1
  const isFirst = bare.startsWith('^')
  const text = whole || isFirst ? bare.slice(1) : bare
  const [first = '', ...rest] = text.split('…').filter((part) => part !== '')
  const letters = rest.reduce((sum, part) => sum + part.length, first.length)
  const weight = letters + (whole ? 6 : 0) + (isFirst ? 1 : 0) + (who === 'any' ? 0 : 1.5)
  const needs = rest.reduce((mask, part) => mask | maskOf(part), 0)
  return { first, phrase: { intent, rank, who, whole, first: isFirst, rest, needs, weight } }
}

function* indexed(): Generator<readonly [string, Phrase[]]> {
  const byFirst = new Map<string, Phrase[]>()
  for (const [rank, [intent, texts]] of PHRASES.entries()) {
    for (const written of texts.split(' ')) {
      if (written === '' || written === '=') continue
      const { first, phrase } = phraseOf(intent, rank, written)
      const known = byFirst.get(first)
      if (known === undefined) byFirst.set(first, [phrase])
      else known.push(phrase)
    }
  }
  yield* byFirst
}

const TRIE: Trie<Phrase[]> = createTrie(indexed())
const NONE: readonly Phrase[] = []

/** Where a part begins that stands at most a gap behind `from`, or -1. */
function partWithin(part: string, text: string, from: number): number {
  const first = part.charCodeAt(0)
  for (let at = from; at <= from + LONGEST_GAP; at += 1) if (text.charCodeAt(at) === first && text.startsWith(part, at)) return at
  return -1
}

/** Where the last part of a phrase ends whose first part ends at `from`, or -1. */
function endOf({ rest }: Phrase, text: string, from: number): number {
  let end = from
  for (const part of rest) {
    const next = partWithin(part, text, end)
    if (next < 0) return -1
    end = next + part.length
  }
  return end
}

interface Found {
  readonly phrase: Phrase
  readonly start: number
  readonly end: number
}

/** A line with the weightiest phrase of each intent so far. */
interface Search {
  readonly text: string
  readonly role: Who
  readonly signs: SignMask
  readonly best: Found[]
}

function consider({ text, role, signs, best }: Search, phrase: Phrase, start: number, partEnd: number): void {
  if ((phrase.needs & ~signs) !== 0) return
  if ((phrase.who !== 'any' && phrase.who !== role) || (start !== 0 && (phrase.first || phrase.whole))) return
  const known = best.findIndex((one) => one.phrase.intent === phrase.intent)
  if (known >= 0 && phrase.weight <= (best[known]?.phrase.weight ?? 0)) return
  const end = endOf(phrase, text, partEnd)
  if (end < 0 || (phrase.whole && end !== text.length)) return
  if (known < 0) best.push({ phrase, start, end })
  else best[known] = { phrase, start, end }
}

const hitOf = (text: string, { phrase, start, end }: Found): PhraseHit => ({
  intent: phrase.intent,
  weight: phrase.weight,
  words: text.slice(start, end),
  start,
  end,
})

/** The weightiest phrase of each intent in the text, the weightiest first. */
export function findPhrases(text: string, role: Who): readonly PhraseHit[] {
  const best: Found[] = []
  const search: Search = { text, role, signs: maskOf(text), best }
  for (let at = 0; at < text.length; at += 1) {
    let node = step(TRIE, 0, letterAt(text, at))
    for (let end = at + 1; node !== 0; end += 1) {
      for (const phrase of TRIE.words[node] ?? NONE) consider(search, phrase, at, end)
      node = step(TRIE, node, letterAt(text, end))
    }
  }
  if (best.length > 1) best.sort((left, right) => right.phrase.weight - left.phrase.weight || left.phrase.rank - right.phrase.rank)
  return best.map((found) => hitOf(text, found))
}
