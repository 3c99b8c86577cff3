import { assert } from '@linggong/api/core/assert.ts'

/**
 * A tree of words by their UTF-16 units: a node is a number, and (node, unit) leads to the next node. The first unit is looked up
 * directly in `roots`, since most places in a line begin no word; the rest lies in one flat hash table of keys, each followed by
 * its node. Latin letters are matched without regard to case.
 */
export interface Trie<T> {
  readonly roots: Uint32Array
  readonly table: Uint32Array
  readonly mask: number
  readonly words: readonly (T | undefined)[]
}

export interface Hit<T> {
  readonly word: T
  readonly end: number
}

const UNITS = 65_536

/** Spreads keys that differ only in their low bits. */
const slotOf = (key: number, mask: number): number => (Math.imul(key, 0x9e3779b1) >>> 8) & mask

const folded = (code: number): number => (code >= 65 && code <= 90 ? code + 32 : code)

/** The first entry of a word wins, so tables are read from the most to the least telling. */
export function createTrie<T>(entries: Iterable<readonly [string, T]>): Trie<T> {
  const words: (T | undefined)[] = [undefined]
  const edges = new Map<number, number>()
  for (const [text, word] of entries) {
    assert(text !== '', 'a word has letters: an empty one would be found everywhere and end nowhere')
    let node = 0
    for (let at = 0; at < text.length; at += 1) {
      const key = node * UNITS + folded(text.charCodeAt(at))
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
  const trie = { roots: new Uint32Array(UNITS), table: new Uint32Array(size * 2), mask: size - 1, words }
  for (const [key, child] of edges) {
    if (key < UNITS) trie.roots[key] = child
    let slot = slotOf(key, trie.mask)
    while (trie.table[2 * slot + 1] !== 0) slot = (slot + 1) & trie.mask
    trie.table[2 * slot] = key
    trie.table[2 * slot + 1] = child
  }
  return trie
}

/** The node that a unit leads to, 0 when none: nothing leads back to the root. */
export function step<T>(trie: Trie<T>, node: number, unit: number): number {
  const key = (node * UNITS + folded(unit)) >>> 0
  let slot = slotOf(key, trie.mask)
  for (;;) {
    const child = trie.table[2 * slot + 1] ?? 0
    if (child === 0 || trie.table[2 * slot] === key) return child
    slot = (slot + 1) & trie.mask
  }
}

export const beginsWord = <T>(trie: Trie<T>, unit: number): boolean => trie.roots[folded(unit)] !== 0

/** The longest word that begins at `at`. */
export function longestAt<T>(trie: Trie<T>, text: string, at: number): Hit<T> | undefined {
  if (at >= text.length) return undefined
  let node = trie.roots[folded(text.charCodeAt(at))] ?? 0
  let found = 0
  let end = at
  for (let here = at + 1; node !== 0; here += 1) {
    if (trie.words[node] !== undefined) {
      found = node
      end = here
    }
    if (here >= text.length) break
    node = step(trie, node, text.charCodeAt(here))
  }
  const word = trie.words[found]
  return word === undefined ? undefined : { word, end }
}
