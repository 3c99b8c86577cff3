import { letterAt, letterOf, MOST_LETTERS } from './letters.ts'

/** A set of characters. Thirty-two sets share a table in which each has a bit, so that asking many of one character stays in one place. */
export interface Signs {
  readonly table: Uint32Array
  readonly bit: number
}

const SETS_A_TABLE = 32
let table = new Uint32Array(0)
let sets = 0

/** The set of these letters. */
export function signsOf(letters: Iterable<number>): Signs {
  if (sets % SETS_A_TABLE === 0) table = new Uint32Array(MOST_LETTERS)
  const bit = 1 << (sets % SETS_A_TABLE)
  sets += 1
  for (const letter of letters) table[letter] = (table[letter] ?? 0) | bit
  return { table, bit }
}

/** The characters of a text as a set. */
export const signs = (all: string): Signs => signsOf(Array.from({ length: all.length }, (_, at) => letterOf(all.charCodeAt(at))))

/** Whether the character at `at` is in the set. Before and behind the text there is none. */
export const isAt = ({ table, bit }: Signs, text: string, at: number): boolean => ((table[letterAt(text, at)] ?? 0) & bit) !== 0

/** As `isAt`, but an end of the text counts as well. */
export const isAtOrEdge = (set: Signs, text: string, at: number): boolean => at < 0 || at >= text.length || isAt(set, text, at)

/** Whether a text holds one of them. */
export function hasSign(set: Signs, text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (isAt(set, text, at)) return true
  return false
}

/** Whether a text holds nothing else. */
export function isAll(set: Signs, text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (!isAt(set, text, at)) return false
  return true
}

const [FIRST_HAN, LAST_HAN] = [0x4e00, 0x9fff]

/** Whether a Chinese character stands at `at`. */
export function isHanAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= FIRST_HAN && code <= LAST_HAN
}

/** The letters of the Latin alphabet. */
export const LATIN = signs('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ')
