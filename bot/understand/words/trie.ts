import { assert } from '@linggong/api/core/assert.ts'

/**
 * A tree of words by their letters: a node is a number, and (node, letter) leads to the next node. The first letter is looked up
 * directly in `roots`, since most places in a line begin no word. The others share rooms: the child of a node by a letter lies at
 * the node's base plus the letter, if that room is the node's own. All trees share one numbering of letters, so that their tables
 * stay small. Latin letters are matched without regard to case.
 */
export interface Trie<T> {
  readonly roots: Uint16Array
  /** 0 for a node that leads nowhere. */
  readonly bases: Uint32Array
  readonly owners: Uint16Array
  readonly children: Uint16Array
  readonly words: readonly (T | undefined)[]
}

export interface Hit<T> {
  readonly word: T
  readonly end: number
}

const UNITS = 65_536

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
  const roots = new Uint16Array(MOST_LETTERS)
  const letters = new Map<number, number[]>()
  for (const [key, child] of edges) {
    const node = Math.floor(key / UNITS)
    const letter = key % UNITS
    if (node === 0) roots[letter] = child
    else {
      const known = letters.get(node)
      if (known === undefined) letters.set(node, [letter])
      else known.push(letter)
    }
  }
  const bases = new Uint32Array(words.length)
  const rooms = new Rooms(edges.size * 4 + MOST_LETTERS * 4)
  for (const [node, own] of [...letters].sort((left, right) => right[1].length - left[1].length)) bases[node] = rooms.take(own)
  const owners = new Uint16Array(rooms.end + MOST_LETTERS)
  const children = new Uint16Array(rooms.end + MOST_LETTERS)
  for (const [node, own] of letters) {
    for (const letter of own) {
      const room = (bases[node] ?? 0) + letter
      owners[room] = node
      children[room] = edges.get(node * UNITS + letter) ?? 0
    }
  }
  return { roots, bases, owners, children, words }
}

/** Finds for each node a base from which all its letters fall into free rooms. */
class Rooms {
  end = 0
  /** For each room the next one that may be free, itself when it is. */
  readonly #next: Uint32Array

  constructor(most: number) {
    this.#next = Uint32Array.from({ length: most }, (_, room) => room)
  }

  #freeFrom(from: number): number {
    let room = from
    while (this.#next[room] !== room) {
      assert(room < this.#next.length, 'rooms for four times as many letters leave one free')
      const next = this.#next[room] ?? room + 1
      this.#next[room] = this.#next[next] ?? next
      room = this.#next[room] ?? next
    }
    return room
  }

  take(letters: readonly number[]): number {
    const first = letters[0] ?? 0
    let room = this.#freeFrom(Math.max(...letters) + 1)
    while (letters.some((letter) => this.#next[room - first + letter] !== room - first + letter)) room = this.#freeFrom(room + 1)
    const base = room - first
    for (const letter of letters) this.#next[base + letter] = base + letter + 1
    this.end = Math.max(this.end, base + 1)
    return base
  }
}

/** The node that a unit leads to, 0 when none: nothing leads back to the root. */
export function step<T>(trie: Trie<T>, node: number, unit: number): number {
  const letter = LETTERS[unit] ?? 0
  if (node === 0) return trie.roots[letter] ?? 0
  const room = (trie.bases[node] ?? 0) + letter
  return trie.owners[room] === node ? (trie.children[room] ?? 0) : 0
}

export const beginsWord = <T>(trie: Trie<T>, unit: number): boolean => trie.roots[LETTERS[unit] ?? 0] !== 0

/** The longest word that begins at `at`. */
export function longestAt<T>(trie: Trie<T>, text: string, at: number): Hit<T> | undefined {
  if (at >= text.length) return undefined
  let node = trie.roots[LETTERS[text.charCodeAt(at)] ?? 0] ?? 0
  if (node === 0) return undefined
  const { words, bases, owners, children } = trie
  let found = 0
  let end = at
  for (let here = at + 1; node !== 0; here += 1) {
    if (words[node] !== undefined) {
      found = node
      end = here
    }
    const base = bases[node] ?? 0
    if (base === 0 || here >= text.length) break
    const room = base + (LETTERS[text.charCodeAt(here)] ?? 0)
    if (owners[room] !== node) break
    node = children[room] ?? 0
  }
  const word = words[found]
  return word === undefined ? undefined : { word, end }
}
