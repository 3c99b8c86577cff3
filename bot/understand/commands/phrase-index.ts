import type { Intent } from '../intent.ts'
import { beginsWord, createTrie, step, type Trie } from '../words/trie.ts'
import { PHRASES } from './phrases.ts'

type Who = 'worker' | 'employer' | 'any'

interface Phrase {
  readonly intent: Intent
  readonly rank: number
  readonly who: Who
  readonly whole: boolean
  readonly first: boolean
  readonly parts: readonly string[]
  readonly weight: number
}

export interface PhraseHit {
  readonly intent: Intent
  readonly weight: number
  readonly words: string
  readonly start: number
  readonly end: number
}

const LONGEST_GAP = 12

function phraseOf(intent: Intent, rank: number, written: string): Phrase {
  const who: Who = written.startsWith('w:') ? 'worker' : written.startsWith('e:') ? 'employer' : 'any'
  const bare = who === 'any' ? written : written.slice(2)
  const whole = bare.startsWith('=') && bare.length > 1
  const first = bare.startsWith('^')
  const text = whole || first ? bare.slice(1) : bare
  const parts = text.split('…').filter((part) => part !== '')
  const letters = parts.reduce((sum, part) => sum + part.length, 0)
  return { intent, rank, who, whole, first, parts, weight: letters + (whole ? 6 : 0) + (first ? 1 : 0) + (who === 'any' ? 0 : 1.5) }
}

function* indexed(): Generator<readonly [string, Phrase[]]> {
  const byFirst = new Map<string, Phrase[]>()
  for (const [rank, [intent, texts]] of PHRASES.entries()) {
    for (const written of texts.split(' ')) {
      if (written === '' || written === '=') continue
      const phrase = phraseOf(intent, rank, written)
      const first = phrase.parts[0] ?? ''
      const known = byFirst.get(first)
      if (known === undefined) byFirst.set(first, [phrase])
      else known.push(phrase)
    }
  }
  yield* byFirst
}

const TRIE: Trie<Phrase[]> = createTrie(indexed())

/** Where the last part of a phrase ends when it begins at `at`, or -1. */
function endOf(phrase: Phrase, text: string, at: number): number {
  let end = at + (phrase.parts[0]?.length ?? 0)
  for (const part of phrase.parts.slice(1)) {
    const next = text.indexOf(part, end)
    if (next < 0 || next - end > LONGEST_GAP) return -1
    end = next + part.length
  }
  return end
}

/** The weightiest phrase of each intent in the text, the weightiest first. */
export function findPhrases(text: string, role: Who): readonly PhraseHit[] {
  const best = new Map<Intent, PhraseHit & { rank: number }>()
  for (let at = 0; at < text.length; at += 1) {
    if (!beginsWord(TRIE, text.charCodeAt(at))) continue
    let node = 0
    for (let here = at; here < text.length; here += 1) {
      node = step(TRIE, node, text.charCodeAt(here))
      if (node === 0) break
      const phrases = TRIE.words[node]
      if (phrases === undefined) continue
      for (const phrase of phrases) {
        if ((phrase.who !== 'any' && phrase.who !== role) || (phrase.first && at !== 0)) continue
        const end = endOf(phrase, text, at)
        if (end < 0 || (phrase.whole && (at !== 0 || end !== text.length))) continue
        const known = best.get(phrase.intent)
        if (known === undefined || phrase.weight > known.weight) {
          best.set(phrase.intent, {
            intent: phrase.intent,
            weight: phrase.weight,
            words: text.slice(at, end),
            start: at,
            end,
            rank: phrase.rank,
          })
        }
      }
    }
  }
  return [...best.values()].sort((left, right) => right.weight - left.weight || left.rank - right.rank)
}
