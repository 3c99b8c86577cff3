import { assert } from '@linggong/api/core/assert.ts'

/**
 * A tree of words by their UTF-16 units in one flat hash table: a node is a number, and (node, unit) leads to the next node. Most
 * places in a line begin no word, which `starts` answers with one look. Latin letters are matched without regard to case.
 */
export interface Trie<T> {
  readonly starts: Uint8Array
  readonly keys: Uint32Array
  readonly next: Uint32Array
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
  const trie = { starts: new Uint8Array(UNITS), keys: new Uint32Array(size), next: new Uint32Array(size), mask: size - 1, words }
  for (const [key, child] of edges) {
    if (key < UNITS) trie.starts[key] = 1
    let slot = slotOf(key, trie.mask)
    while (trie.next[slot] !== 0) slot = (slot + 1) & trie.mask
    trie.keys[slot] = key
    trie.next[slot] = child
  }
  return trie
}

/** The node that a unit leads to, 0 when none: nothing leads back to the root. */
export function step<T>(trie: Trie<T>, node: number, unit: number): number {
  const key = (node * UNITS + folded(unit)) >>> 0
  let slot = slotOf(key, trie.mask)
  for (;;) {
    const child = trie.next[slot] ?? 0
    if (child === 0 || trie.keys[slot] === key) return child
    slot = (slot + 1) & trie.mask
  }
}

export const beginsWord = <T>(trie: Trie<T>, unit: number): boolean => trie.starts[folded(unit)] === 1

/** The longest word that begins at `at`. */
export function longestAt<T>(trie: Trie<T>, text: string, at: number): Hit<T> | undefined {
  if (at >= text.length || !beginsWord(trie, text.charCodeAt(at))) return undefined
  let node = 0
  let found = 0
  let end = at
  for (let here = at; here < text.length; here += 1) {
    node = step(trie, node, text.charCodeAt(here))
    if (node === 0) break
    if (trie.words[node] !== undefined) {
      found = node
      end = here + 1
    }
  }
  const word = trie.words[found]
  return word === undefined ? undefined : { word, end }
}
