import type { Tag } from './post-vocabulary.ts'
import { type PostWord, postWords } from './post-words.ts'

/** The vocabulary of posts, read once. */
export const POST_WORDS_BY_TEXT: ReadonlyMap<string, PostWord> = postWords()

/** Words of one or several tags: 1 at the number of each. */
export type Kind = Uint8Array

const BY_TAG = new Map<Tag, PostWord[]>()
for (const word of POST_WORDS_BY_TEXT.values()) {
  for (const tag of word.tags) {
    const known = BY_TAG.get(tag)
    if (known === undefined) BY_TAG.set(tag, [word])
    else known.push(word)
  }
}

/** The words that have any of the tags. */
export function kind(...tags: readonly Tag[]): Kind {
  const words = new Uint8Array(POST_WORDS_BY_TEXT.size + 1)
  for (const tag of tags) for (const word of BY_TAG.get(tag) ?? []) words[word.number] = 1
  return words
}

/** For each word what the first row says that has one of its tags. */
export function tableOf<T>(rows: readonly (readonly [T, ...Tag[]])[]): readonly (T | undefined)[] {
  const table = new Array<T | undefined>(POST_WORDS_BY_TEXT.size + 1).fill(undefined)
  for (const [value, ...tags] of rows) for (const tag of tags) for (const word of BY_TAG.get(tag) ?? []) table[word.number] ??= value
  return table
}
