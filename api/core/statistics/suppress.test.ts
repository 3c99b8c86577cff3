import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { keptBack, LEAST_PEOPLE } from './suppress.ts'

const back = (...people: number[]) => [...keptBack(people.map((many) => ({ people: many })))].sort()

describe('what is kept back of a table', () => {
  it.each([
    ['nothing where every cell is large or empty', [5, 0, 17], []],
    ['two small cells, which hide each other', [4, 20, 1], [0, 2]],
    ['one small cell and the smallest of the others', [30, 2, 9, 0], [1, 2]],
    ['one small cell and an empty one, where there is no other', [0, 3, 0], [0, 1]],
    ['one small cell alone, where it is all there is', [3], [0]],
    ['nothing of nothing', [], []],
  ])('%s', (_what, people, expected) => {
    expect(back(...people)).toEqual(expected)
  })

  it('no cell of a handful is ever told, and none can be worked out from all the others and their sum', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 30 }), { minLength: 2, maxLength: 20 }), (people) => {
        const kept = back(...people)
        for (const [at, many] of people.entries()) if (many > 0 && many < LEAST_PEOPLE) expect(kept).toContain(at)
        expect(kept.length).not.toBe(1)
      }),
    )
  })
})
