/** A tree of words by their UTF-16 units; Latin letters are matched without regard to case. */
export interface Trie<T> {
  readonly next: Map<number, Trie<T>>
  word: T | undefined
}

export interface Hit<T> {
  readonly word: T
  readonly end: number
}

const emptyTrie = <T>(): Trie<T> => ({ next: new Map(), word: undefined })

const folded = (code: number): number => (code >= 65 && code <= 90 ? code + 32 : code)

/** The first entry of a word wins, so tables are read from the most to the least telling. */
export function createTrie<T>(entries: Iterable<readonly [string, T]>): Trie<T> {
  const root = emptyTrie<T>()
  for (const [text, word] of entries) {
    let node = root
    for (let at = 0; at < text.length; at += 1) {
      const code = folded(text.charCodeAt(at))
      let child = node.next.get(code)
      if (child === undefined) {
        child = emptyTrie<T>()
        node.next.set(code, child)
      }
      node = child
    }
    node.word ??= word
  }
  return root
}

/** The longest word that begins at `at`. */
export function longestAt<T>(trie: Trie<T>, text: string, at: number): Hit<T> | undefined {
  let node: Trie<T> | undefined = trie
  let word: T | undefined
  let end = at
  for (let here = at; here < text.length; here += 1) {
    node = node.next.get(folded(text.charCodeAt(here)))
    if (node === undefined) break
    if (node.word !== undefined) {
      word = node.word
      end = here + 1
    }
  }
  return word === undefined ? undefined : { word, end }
}
