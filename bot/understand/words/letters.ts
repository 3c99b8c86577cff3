import { assert } from '@linggong/api/core/assert.ts'

/**
 * Every character of any word or set has a number, its letter, from 1 on. What is asked about characters lies in tables by letter:
 * they are small enough to stay at hand, which tables by UTF-16 unit are not. Latin letters have one number in either case.
 */
const LETTERS = new Uint16Array(65_536)
export const MOST_LETTERS = 8192
let letters = 0

const folded = (code: number): number => (code >= 65 && code <= 90 ? code + 32 : code)

/** The letter of a UTF-16 unit, given out when it has none yet. */
export function letterOf(code: number): number {
  const unit = folded(code)
  if (LETTERS[unit] === 0) {
    letters += 1
    assert(letters < MOST_LETTERS, 'all words together have fewer letters')
    LETTERS[unit] = letters
    if (unit >= 97 && unit <= 122) LETTERS[unit - 32] = letters
  }
  return LETTERS[unit] ?? 0
}

/** The letter at a place; 0 for a character in no word, and outside the text. */
export const letterAt = (text: string, at: number): number => (at >= 0 && at < text.length ? (LETTERS[text.charCodeAt(at)] ?? 0) : 0)
