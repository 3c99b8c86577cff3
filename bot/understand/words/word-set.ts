import { type Signs, signsOf } from './signs.ts'
import { createTrie, endAt, type Trie } from './trie.ts'

/** Words that are looked for together: the text is read once, however many they are. */
export type WordSet = Trie<true>

export const wordSet = (words: readonly string[]): WordSet => createTrie(words.map((word) => [word, true] as const))

/** What any of the words begins with. */
export const startsOf = (...sets: readonly WordSet[]): Signs =>
  signsOf(sets.flatMap(({ roots }) => Array.from(roots.keys()).filter((letter) => roots[letter] !== 0)))

/** Whether one of the words begins at `at`. */
export const beginsAt = (set: WordSet, text: string, at: number): boolean => endAt(set, text, at) > 0

/** Whether one of the words stands in the text, from `from` on. */
export function holds(set: WordSet, text: string, from = 0): boolean {
  for (let at = from; at < text.length; at += 1) if (endAt(set, text, at) > 0) return true
  return false
}
