import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { dayCounts, daysIn, measuresIn, pack, packDays } from './packed-counts.ts'

const measure = fc.stringMatching(/^[a-zA-Z]{1,12}(:[0-9]{1,3})?$/)
const days = fc.stringMatching(/^[1-9]:-?[1-9][0-9]{0,3}( [12][0-9]:[1-9]){0,3}$/)
const counts = fc.dictionary(measure, days)

describe('packed counts', () => {
  it('are what was packed, each measure by its own name', () => {
    fc.assert(
      fc.property(counts, measure, (all, other) => {
        const packed = pack(Object.entries(all))
        expect(Object.fromEntries(measuresIn(packed))).toEqual(all)
        for (const [name, text] of Object.entries(all)) expect(daysIn(packed, name)).toBe(text)
        if (!Object.hasOwn(all, other)) expect(daysIn(packed, other)).toBeUndefined()
      }),
    )
  })

  it('are the same text in whatever order they come, without what has no days', () => {
    expect(
      pack([
        ['b', '1:1'],
        ['a', '2:2'],
        ['c', ''],
      ]),
    ).toBe(';a=2:2;b=1:1;')
    expect(
      pack([
        ['a', '2:2'],
        ['b', '1:1'],
      ]),
    ).toBe(';a=2:2;b=1:1;')
    expect([pack([]), [...measuresIn('')], daysIn('', 'a')]).toEqual(['', [], undefined])
  })

  it('take no name for another that ends or begins like it', () => {
    const packed = pack([
      ['paidFen', '1:5'],
      ['dayPayFen:40', '1:6'],
      ['dayPayFen:4', '1:7'],
    ])
    expect(['paidFen', 'Fen', 'dayPayFen', 'dayPayFen:4', 'dayPayFen:40'].map((name) => daysIn(packed, name))).toEqual([
      '1:5',
      undefined,
      undefined,
      '1:7',
      '1:6',
    ])
  })
  it('have each day as it was counted, and none of nothing', () => {
    const counted = fc.dictionary(fc.integer({ min: 1, max: 31 }).map(String), fc.integer({ min: -9999, max: 99_999 }))
    fc.assert(
      fc.property(counted, (all) => {
        const days = Object.entries(all).map(([day, count]) => [Number(day), count] as const)
        const kept = days.filter(([, count]) => count !== 0).toSorted(([one], [other]) => one - other)
        expect([...dayCounts(packDays(days))]).toEqual(kept)
      }),
    )
    expect(
      packDays([
        [3, 7],
        [1, 5],
        [2, -6],
        [9, 1],
        [4, 0],
      ]),
    ).toBe('1:5 -6 7 9:1')
    expect([...dayCounts('1:5 2:6 9:1')]).toEqual([
      [1, 5],
      [2, 6],
      [9, 1],
    ])
  })
})
