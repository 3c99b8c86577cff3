import { describe, expect, it } from '@jest/globals'
import { hasSign, isAt, isAtOrEdge, signs } from './signs.ts'

describe('a set of characters', () => {
  it('knows its own, also when forty sets share the tables', () => {
    const sets = Array.from({ length: 40 }, (_, index) => signs(String.fromCharCode(0x4e00 + index)))
    const all = sets.map((_, index) => String.fromCharCode(0x4e00 + index)).join('')
    for (const [index, set] of sets.entries())
      expect([...all].map((_, at) => isAt(set, all, at)).flatMap((found, at) => (found ? [at] : []))).toEqual([index])
  })

  it('has nothing before and behind a text, unless an edge counts', () => {
    const set = signs('到')
    expect([isAt(set, '到', -1), isAt(set, '到', 0), isAt(set, '到', 1)]).toEqual([false, true, false])
    expect([isAtOrEdge(set, '去', -1), isAtOrEdge(set, '去', 0), isAtOrEdge(set, '去', 1)]).toEqual([true, false, true])
    expect([hasSign(set, '干到'), hasSign(set, '')]).toEqual([true, false])
  })
})
