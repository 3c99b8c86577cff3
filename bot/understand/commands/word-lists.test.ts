import { describe, expect, it } from '@jest/globals'
import { AGAINST_WORDS } from '../words/against-words.ts'
import { GRAB_WORDS, HAND_BACK_WORDS } from './grab-words.ts'
import { PHRASES } from './phrases.ts'

const doubled = (words: readonly string[]): readonly string[] => words.filter((word, index) => words.indexOf(word) < index)

const all = (lists: readonly (readonly [unknown, string])[]): readonly string[] => lists.flatMap(([, texts]) => texts.split(' '))

/** The first place of a word decides what it is; a second one says what never happens. */
describe('no word stands twice', () => {
  it.each([
    ['among the words of a grab', all(GRAB_WORDS)],
    ['among those of handing back', HAND_BACK_WORDS],
    ['among those that speak against a post', all(AGAINST_WORDS)],
  ])('%s', (_where, words) => expect(doubled(words)).toEqual([]))

  it.each([...Map.groupBy(PHRASES, ([intent]) => intent)])('for %s', (_intent, lists) => expect(doubled(all(lists))).toEqual([]))
})
