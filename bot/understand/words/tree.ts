import { assert } from '@linggong/api/core/assert.ts'

/** A tree of letters as it grows: each node knows its letter, its first child and its next brother. */
export class Tree {
  readonly roots: Uint16Array
  readonly letters: number[] = [0]
  readonly firsts: number[] = [0]
  readonly brothers: number[] = [0]
  readonly children: number[] = [0]

  constructor(mostLetters: number) {
    this.roots = new Uint16Array(mostLetters)
  }

  get size(): number {
    return this.letters.length
  }

  /** The child of a node by a letter, made when there is none. */
  childOf(node: number, letter: number): number {
    let child = (node === 0 ? this.roots[letter] : this.firsts[node]) ?? 0
    if (node !== 0) while (child !== 0 && this.letters[child] !== letter) child = this.brothers[child] ?? 0
    return child === 0 ? this.#add(node, letter) : child
  }

  #add(node: number, letter: number): number {
    const child = this.letters.push(letter) - 1
    this.firsts.push(0)
    this.children.push(0)
    this.brothers.push(node === 0 ? 0 : (this.firsts[node] ?? 0))
    if (node === 0) this.roots[letter] = child
    else {
      this.firsts[node] = child
      this.children[node] = (this.children[node] ?? 0) + 1
    }
    return child
  }
}

/** After so many bases that did not fit the search begins further on: a few rooms stay empty, and building takes no longer than reading. */
const MOST_MISSES = 24

/** Gives each child a room of its own. Nodes with many children choose first; those with one take any room that is left. */
export function flatten(tree: Tree): { heads: Uint32Array; rooms: Uint32Array } {
  const heads = new Uint32Array(tree.size)
  const rooms = new Uint32Array(4 * (tree.size + tree.roots.length))
  const parents = Array.from(tree.children.keys()).filter((node) => (tree.children[node] ?? 0) > 0)
  let from = tree.roots.length
  let end = from
  for (const node of parents.sort((left, right) => (tree.children[right] ?? 0) - (tree.children[left] ?? 0))) {
    const first = tree.letters[tree.firsts[node] ?? 0] ?? 0
    let room = from
    let misses = 0
    while (!fits(tree, node, room - first, rooms)) {
      room += 1
      misses += 1
    }
    if (misses > MOST_MISSES || tree.children[node] === 1) from = room
    settle(tree, node, room - first, rooms)
    heads[node] = (room - first) * 2
    end = Math.max(end, room - first)
  }
  return { heads, rooms: rooms.slice(0, end + tree.roots.length) }
}

function fits(tree: Tree, node: number, base: number, rooms: Uint32Array): boolean {
  assert(base + tree.roots.length < rooms.length, 'four times as many rooms as children leave one free')
  for (let child = tree.firsts[node] ?? 0; child !== 0; child = tree.brothers[child] ?? 0)
    if (rooms[base + (tree.letters[child] ?? 0)] !== 0) return false
  return true
}

function settle(tree: Tree, node: number, base: number, rooms: Uint32Array): void {
  for (let child = tree.firsts[node] ?? 0; child !== 0; child = tree.brothers[child] ?? 0)
    rooms[base + (tree.letters[child] ?? 0)] = node * 65_536 + child
}
