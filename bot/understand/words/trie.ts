import { assert } from '@linggong/api/core/assert.ts'
import { letterAt, letterOf, MOST_LETTERS } from './letters.ts'
import { flatten, Tree } from './tree.ts'

/**
 * A tree of words by their letters: a node is a number, and (node, letter) leads to the next node. The first letter is looked up
 * directly in `roots`, since most places in a line begin no word. The others share rooms: the child of a node by a letter lies at
 * the node's base plus the letter, if that room is the node's own. All trees share one numbering of letters, so that their tables
 * stay small. Latin letters are matched without regard to case.
 */
export interface Trie<T> {
  readonly roots: Uint16Array
  /** Twice the base of a node, 0 for one that leads nowhere, and 1 more where a word ends. */
  readonly heads: Uint32Array
  /** The owner of a room in its upper half, the child in its lower. */
  readonly rooms: Uint32Array
  readonly words: readonly (T | undefined)[]
}

export interface Hit<T> {
  readonly word: T
  readonly end: number
}

const UNITS = 65_536

/** The first entry of a word wins, so tables are read from the most to the least telling. */
export function createTrie<T>(entries: Iterable<readonly [string, T]>): Trie<T> {
  const words: (T | undefined)[] = [undefined]
  const tree = new Tree(MOST_LETTERS)
  for (const [text, word] of entries) {
    assert(text !== '' && text.length < LENGTHS, 'a word has letters, but not many: an empty one would be found everywhere and end nowhere')
    let node = 0
    for (let at = 0; at < text.length; at += 1) node = tree.childOf(node, letterOf(text.charCodeAt(at)))
    while (words.length < tree.size) words.push(undefined)
    words[node] ??= word
  }
  assert(words.length <= UNITS, 'a node fits half a room')
  const { heads, rooms } = flatten(tree)
  for (const [node, word] of words.entries()) if (word !== undefined) heads[node] = (heads[node] ?? 0) + 1
  return { roots: tree.roots, heads, rooms, words }
}

/** The node that a letter leads to, 0 when none: nothing leads back to the root. */
export function step<T>(trie: Trie<T>, node: number, letter: number): number {
  if (node === 0) return trie.roots[letter] ?? 0
  const room = trie.rooms[((trie.heads[node] ?? 0) >>> 1) + letter] ?? 0
  return room >>> 16 === node ? room & 0xffff : 0
}

/** A find is one number, the node of the word and its length: most callers ask at every character, and a number costs them nothing. */
const LENGTHS = 64

/** The longest word that begins at `at`, where the first letter leads to `root`; 0 for none. */
function longest<T>({ heads, rooms }: Trie<T>, text: string, at: number, root: number): number {
  let node = root
  let found = 0
  for (let here = at + 1; ; here += 1) {
    const head = heads[node] ?? 0
    if ((head & 1) === 1) found = node * LENGTHS + here - at
    if (head < 2 || here >= text.length) return found
    const room = rooms[(head >>> 1) + letterAt(text, here)] ?? 0
    if (room >>> 16 !== node) return found
    node = room & 0xffff
  }
}

/** The longest word that begins at `at`. */
export function longestAt<T>(trie: Trie<T>, text: string, at: number): Hit<T> | undefined {
  const root = trie.roots[letterAt(text, at)] ?? 0
  return root === 0 ? undefined : hitOf(trie, at, longest(trie, text, at, root))
}

function hitOf<T>(trie: Trie<T>, at: number, found: number): Hit<T> | undefined {
  const word = trie.words[Math.floor(found / LENGTHS)]
  return word === undefined ? undefined : { word, end: at + (found % LENGTHS) }
}

/** Where the longest word that begins at `at` ends, 0 when none begins. */
export function endAt<T>(trie: Trie<T>, text: string, at: number): number {
  const root = trie.roots[letterAt(text, at)] ?? 0
  const found = root === 0 ? 0 : longest(trie, text, at, root)
  return found === 0 ? 0 : at + (found % LENGTHS)
}
