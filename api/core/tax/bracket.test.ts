import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { BrokenPromise } from '../assert.ts'
import { type Fen, fen } from '../money.ts'
import { percentOf, taxOn } from './bracket.ts'
import { taxRulesOn } from './tax-rules.ts'

const rules = taxRulesOn(Temporal.PlainDate.from('2026-11-23'))
const TABLES = [rules?.perPayment.brackets ?? [], rules?.cumulative?.brackets ?? []]

describe('so many per cent', () => {
  it.each([
    [0, 20, 0],
    [1, 50, 1],
    [1, 49, 0],
    [10, 45, 5],
    [333, 20, 67],
    [12_345, 3, 370],
  ])('%i fen at %i %% is %i fen', (amount, percent, share) => {
    expect(percentOf(fen(amount), percent)).toBe(share)
  })

  it.each([Number.MAX_SAFE_INTEGER, Number.NaN, 0.5, 2 ** 53])('of %p is refused, for it cannot be worked out to the fen', (amount) => {
    expect(() => percentOf(amount as Fen, 45)).toThrow(BrokenPromise)
  })
})

describe('the tables', () => {
  it('have their quick deductions right: where a bracket ends, the next one takes just as much', () => {
    expect(TABLES.map((table) => table.length)).toEqual([3, 7])
    for (const table of TABLES) {
      for (const [at, { upToFen }] of table.entries()) {
        const next = table[at + 1]
        if (upToFen === null) expect(next).toBeUndefined()
        else expect(taxOn(next ? [{ ...next, upToFen: null }] : [], upToFen)).toBe(taxOn(table, upToFen))
      }
    }
  })

  it('never take less of more, and nothing of nothing', () => {
    const amount = fc.integer({ min: -1_000, max: 300_000_000 }).map(fen)
    fc.assert(
      fc.property(fc.constantFrom(...TABLES), amount, amount, (table, one, other) => {
        const [less, more] = one <= other ? [one, other] : [other, one]
        expect(taxOn(table, less)).toBeLessThanOrEqual(taxOn(table, more))
        expect(taxOn(table, less)).toBeGreaterThanOrEqual(0)
        expect(taxOn(table, fen(Math.min(less, 0)))).toBe(0)
      }),
    )
  })
})

it('there are no rules before the first, and no cumulative ones before October 2025', () => {
  expect(taxRulesOn(Temporal.PlainDate.from('2018-12-31'))).toBeUndefined()
  expect(taxRulesOn(Temporal.PlainDate.from('2025-09-30'))?.cumulative).toBeNull()
  expect(taxRulesOn(Temporal.PlainDate.from('2025-10-01'))?.cumulative).not.toBeNull()
})
