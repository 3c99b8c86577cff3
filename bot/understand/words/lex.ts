import { beginsNumeral } from '../numbers/number-signs.ts'
import { type Numeral, numeralAt } from '../numbers/numeral.ts'
import type { Tag } from './post-vocabulary.ts'
import { type PostWord, postWords } from './post-words.ts'
import { createTrie, longestAt } from './trie.ts'

/** A piece of a line that means something: a numeral or a word. What lies between two tokens is free text. */
export interface Token {
  readonly start: number
  readonly end: number
  readonly numeral: Numeral | undefined
  readonly word: PostWord | undefined
}

/** A text with its tokens, as the readers hand it on. */
export interface Lexed {
  readonly text: string
  readonly tokens: readonly Token[]
}

const TRIE = createTrie(postWords())

/** Five hundred characters of honest talk hold fewer. */
const MOST_TOKENS = 256

/** Cuts the text into tokens, the longest one at each place first; a word beats a numeral of the same length only when longer. */
export function lex(text: string): readonly Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length && tokens.length < MOST_TOKENS) {
    const hit = longestAt(TRIE, text, at)
    const numeral = beginsNumeral(text.charCodeAt(at)) ? numeralAt(text, at) : undefined
    if (numeral !== undefined && (hit === undefined || numeral.end >= hit.end)) {
      tokens.push({ start: at, end: numeral.end, numeral, word: undefined })
      at = numeral.end
    } else if (hit !== undefined) {
      tokens.push({ start: at, end: hit.end, numeral: undefined, word: hit.word })
      at = hit.end
    } else at += 1
  }
  return tokens
}

export const is = (token: Token | undefined, tag: Tag): boolean => token?.word?.tags.has(tag) ?? false

export const isAny = (token: Token | undefined, tags: readonly Tag[]): boolean => {
  const found = token?.word?.tags
  return found !== undefined && tags.some((tag) => found.has(tag))
}

/** Whether nothing but blanks stands between the two. */
export function touches(text: string, left: Token | undefined, right: Token | undefined): boolean {
  if (left === undefined || right === undefined) return false
  for (let at = left.end; at < right.start; at += 1) if (text.charAt(at) !== ' ') return false
  return true
}

/** Whether at most `most` characters stand between the two and no clause ends there. */
export function isNear(text: string, left: Token | undefined, right: Token | undefined, most: number): boolean {
  if (left === undefined || right === undefined || right.start - left.end > most) return false
  for (let at = left.end; at < right.start; at += 1) if (endsClause(text.charAt(at))) return false
  return true
}

export const endsClause = (sign: string): boolean => ',。;!?！？，；\n'.includes(sign) && sign !== ''
