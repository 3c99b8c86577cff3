import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { createTrie, endAt, longestAt } from './trie.ts'
import { holds, wordSet } from './word-set.ts'

const letter = fc.constantFrom('搬', '家', '电', '焊', '工', 'a', 'b', '1')
const text = (maxLength: number) => fc.array(letter, { maxLength }).map((letters) => letters.join(''))
const words = fc.uniqueArray(
  text(5).filter((word) => word !== ''),
  { maxLength: 40 },
)

describe('a tree of words', () => {
  it('finds at each place the longest word that begins there', () => {
    fc.assert(
      fc.property(words, text(30), (list, line) => {
        const trie = createTrie(list.map((word) => [word, word] as const))
        for (let at = 0; at <= line.length; at += 1) {
          const longest = list.filter((word) => line.startsWith(word, at)).sort((one, other) => other.length - one.length)[0]
          expect(longestAt(trie, line, at)).toEqual(longest === undefined ? undefined : { word: longest, end: at + longest.length })
          expect(endAt(trie, line, at)).toBe(longest === undefined ? 0 : at + longest.length)
        }
      }),
    )
  })

  it('keeps the first of two meanings and knows no case', () => {
    const trie = createTrie([
      ['RMB', 'money'],
      ['rmb', 'other'],
    ])
    expect(longestAt(trie, '5rMb', 1)).toEqual({ word: 'money', end: 4 })
  })

  it('a set of words stands in a text when one of them does', () => {
    fc.assert(
      fc.property(words, text(30), (list, line) => {
        expect(holds(wordSet(list), line)).toBe(list.some((word) => line.includes(word)))
      }),
    )
  })
})
