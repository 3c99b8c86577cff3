import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { binOf, quantile } from './histogram.ts'
import { HISTOGRAMS } from './measure.ts'

describe('a spread', () => {
  it.each([
    ['acceptMinutes', 0, 0],
    ['acceptMinutes', 1, 0],
    ['acceptMinutes', 2, 4],
    ['acceptMinutes', 60, 23],
    ['acceptMinutes', 1_000_000, 63],
    ['dayPayFen', 1, 0],
    ['dayPayFen', 15_000, 62],
    ['dayPayFen', 100_000_000, 159],
  ] as const)('%s: %d lies in bin %i', (histogram, value, bin) => {
    expect(binOf(histogram, value)).toBe(bin)
  })

  it('a median lies within a bin of the true one', () => {
    const values = fc.array(fc.integer({ min: 1000, max: 900_000 }), { minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(values, (all) => {
        const bins = new Map<number, number>()
        for (const value of all) bins.set(binOf('dayPayFen', value), (bins.get(binOf('dayPayFen', value)) ?? 0) + 1)
        const found = quantile('dayPayFen', bins, { share: 0.5, all: all.length }) ?? Number.NaN
        const sorted = all.toSorted((one, other) => one - other)
        const exact = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN
        expect(Math.abs(Math.log2(found / exact))).toBeLessThanOrEqual(1 / 16 + 1e-9)
      }),
    )
  })

  it.each(HISTOGRAMS)('of %s: nothing is known of nothing', (histogram) => {
    expect(quantile(histogram, new Map(), { share: 0.5, all: 0 })).toBeNull()
    expect(quantile(histogram, new Map(), { share: 0.5, all: 7 })).toBeNull()
  })
})
