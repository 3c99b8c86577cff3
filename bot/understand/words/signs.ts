/** A set of characters. Thirty-two sets share a table in which each has a bit, so that asking many of one character stays in one place. */
export interface Signs {
  readonly table: Uint32Array
  readonly bit: number
}

const SETS_A_TABLE = 32
let table = new Uint32Array(0)
let sets = 0

/** The characters of a text as a set. */
export function signs(all: string): Signs {
  if (sets % SETS_A_TABLE === 0) table = new Uint32Array(65_536)
  const bit = 1 << (sets % SETS_A_TABLE)
  sets += 1
  for (let at = 0; at < all.length; at += 1) table[all.charCodeAt(at)] = (table[all.charCodeAt(at)] ?? 0) | bit
  return { table, bit }
}

/** Whether the character at `at` is in the set. Before and behind the text there is none. */
export const isAt = ({ table, bit }: Signs, text: string, at: number): boolean =>
  at >= 0 && at < text.length && ((table[text.charCodeAt(at)] ?? 0) & bit) !== 0

/** As `isAt`, but an end of the text counts as well. */
export const isAtOrEdge = (set: Signs, text: string, at: number): boolean => at < 0 || at >= text.length || isAt(set, text, at)

/** Whether a text holds one of them. */
export function hasSign(set: Signs, text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (isAt(set, text, at)) return true
  return false
}

export const DIGITS = signs('0123456789')
