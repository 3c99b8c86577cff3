import { beginsNumeralAt } from '../numbers/number-signs.ts'
import { type Numeral, numeralAt } from '../numbers/numeral.ts'
import { type Kind, POST_WORDS_BY_TEXT } from './kinds.ts'
import type { PostWord } from './post-words.ts'
import { isAt, signs } from './signs.ts'
import { createTrie, longestAt } from './trie.ts'

/** A piece of a line that means something: a numeral or a word. What lies between two tokens is free text. */
export interface Token {
  readonly start: number
  readonly end: number
  readonly numeral: Numeral | undefined
  readonly word: PostWord | undefined
  /** The number of the word, 0 for a numeral. */
  readonly number: number
}

/** A text with its tokens, as the readers hand it on. */
export interface Lexed {
  readonly text: string
  readonly tokens: readonly Token[]
}

const TRIE = createTrie(POST_WORDS_BY_TEXT)

/** Five hundred characters of honest talk hold fewer. */
const MOST_TOKENS = 256

/** Cuts the text into tokens, the longest one at each place first; a word beats a numeral of the same length only when longer. */
export function lex(text: string): readonly Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length && tokens.length < MOST_TOKENS) {
    const hit = longestAt(TRIE, text, at)
    const numeral = beginsNumeralAt(text, at) ? numeralAt(text, at) : undefined
    if (numeral !== undefined && (hit === undefined || numeral.end >= hit.end)) {
      tokens.push({ start: at, end: numeral.end, numeral, word: undefined, number: 0 })
      at = numeral.end
    } else if (hit !== undefined) {
      tokens.push({ start: at, end: hit.end, numeral: undefined, word: hit.word, number: hit.word.number })
      at = hit.end
    } else at += 1
  }
  return tokens
}

/** The token at an index; before the first there is none. To ask an array for -1 is slow, and many look at the token before theirs. */
export const tokenAt = (tokens: readonly Token[], index: number): Token | undefined => (index >= 0 ? tokens[index] : undefined)

/** The index of the first token that begins at `at` or behind it. */
export function tokenFrom(tokens: readonly Token[], at: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle]?.start ?? 0) < at) low = middle + 1
    else high = middle
  }
  return low
}

/** Whether a token is a word of the kind. */
export const is = (token: Token | undefined, kind: Kind): boolean => token !== undefined && kind[token.number] === 1

const BLANK = 32

/** Whether nothing but blanks stands between the two. */
export function touches(text: string, left: Token | undefined, right: Token | undefined): boolean {
  if (left === undefined || right === undefined) return false
  for (let at = left.end; at < right.start; at += 1) if (text.charCodeAt(at) !== BLANK) return false
  return true
}

/** Whether at most `most` characters stand between the two and no clause ends there. */
export function isNear(text: string, left: Token | undefined, right: Token | undefined, most: number): boolean {
  if (left === undefined || right === undefined || right.start - left.end > most) return false
  for (let at = left.end; at < right.start; at += 1) if (endsClause(text, at)) return false
  return true
}

const CLAUSE_ENDS = signs(',。;!?！？，；\n')

export const endsClause = (text: string, at: number): boolean => isAt(CLAUSE_ENDS, text, at)
