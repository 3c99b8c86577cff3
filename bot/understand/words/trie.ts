import { assert } from '@linggong/api/core/assert.ts'

/**
 * A tree of words by their letters: a node is a number, and (node, letter) leads to the next node. The first letter is looked up
 * directly in `roots`, since most places in a line begin no word; the rest lies in one flat hash table of keys, each followed by
 * its node. All trees share one numbering of letters, so that their tables stay small. Latin letters are matched without regard
 * to case.
 */
export interface Trie<T> {
  readonly roots: Uint16Array
  readonly table: Uint32Array
  readonly mask: number
  readonly words: readonly (T | undefined)[]
  /** 1 where a node leads on; behind all others nothing needs looking up. */
  readonly leads: Uint8Array
}

export interface Hit<T> {
  readonly word: T
  readonly end: number
}

const UNITS = 65_536

/** Spreads keys that differ only in their low bits. */
const slotOf = (key: number, mask: number): number => (Math.imul(key, 0x9e3779b1) >>> 8) & mask

const folded = (code: number): number => (code >= 65 && code <= 90 ? code + 32 : code)

/** The letter of a UTF-16 unit: 0 for a unit in no word, which ends every search at once. */
const LETTERS = new Uint16Array(UNITS)
const MOST_LETTERS = 8192
let letters = 0

function letterOf(code: number): number {
  const unit = folded(code)
  if (LETTERS[unit] === 0) {
    letters += 1
    assert(letters < MOST_LETTERS, 'the words of all tables together have fewer letters')
    LETTERS[unit] = letters
    if (unit >= 97 && unit <= 122) LETTERS[unit - 32] = letters
  }
  return LETTERS[unit] ?? 0
}

/** The first entry of a word wins, so tables are read from the most to the least telling. */
export function createTrie<T>(entries: Iterable<readonly [string, T]>): Trie<T> {
  const words: (T | undefined)[] = [undefined]
  const edges = new Map<number, number>()
  for (const [text, word] of entries) {
    assert(text !== '', 'a word has letters: an empty one would be found everywhere and end nowhere')
    let node = 0
    for (let at = 0; at < text.length; at += 1) {
      const key = node * UNITS + letterOf(text.charCodeAt(at))
      let child = edges.get(key)
      if (child === undefined) {
        child = words.length
        words.push(undefined)
        edges.set(key, child)
      }
      node = child
    }
    words[node] ??= word
  }
  assert(words.length <= UNITS, 'a node and a unit fit one key of 32 bits')
  return flatten(edges, words)
}

function flatten<T>(edges: ReadonlyMap<number, number>, words: readonly (T | undefined)[]): Trie<T> {
  let size = 1024
  while (size < edges.size * 3) size *= 2
  const trie = {
    roots: new Uint16Array(MOST_LETTERS),
    table: new Uint32Array(size * 2),
    mask: size - 1,
    words,
    leads: new Uint8Array(words.length),
  }
  for (const [key, child] of edges) {
    if (key < UNITS) trie.roots[key] = child
    trie.leads[Math.floor(key / UNITS)] = 1
    let slot = slotOf(key, trie.mask)
    while (trie.table[2 * slot + 1] !== 0) slot = (slot + 1) & trie.mask
    trie.table[2 * slot] = key
    trie.table[2 * slot + 1] = child
  }
  return trie
}

/** The node that a unit leads to, 0 when none: nothing leads back to the root. */
export function step<T>(trie: Trie<T>, node: number, unit: number): number {
  const letter = LETTERS[unit] ?? 0
  return letter === 0 || trie.leads[node] === 0 ? 0 : follow(trie.table, trie.mask, node * UNITS + letter)
}

function follow(table: Uint32Array, mask: number, key: number): number {
  let slot = slotOf(key, mask)
  for (;;) {
    const child = table[2 * slot + 1] ?? 0
    if (child === 0 || table[2 * slot] === key) return child
    slot = (slot + 1) & mask
  }
}

export const beginsWord = <T>(trie: Trie<T>, unit: number): boolean => trie.roots[LETTERS[unit] ?? 0] !== 0

/** The longest word that begins at `at`. */
export function longestAt<T>(trie: Trie<T>, text: string, at: number): Hit<T> | undefined {
  if (at >= text.length) return undefined
  let node = trie.roots[LETTERS[text.charCodeAt(at)] ?? 0] ?? 0
  if (node === 0) return undefined
  const { words, table, mask, leads } = trie
  let found = 0
  let end = at
  for (let here = at + 1; node !== 0; here += 1) {
    if (words[node] !== undefined) {
      found = node
      end = here
    }
    if (leads[node] === 0 || here >= text.length) break
    const letter = LETTERS[text.charCodeAt(here)] ?? 0
    if (letter === 0) break
    node = follow(table, mask, node * UNITS + letter)
  }
  const word = words[found]
  return word === undefined ? undefined : { word, end }
}
