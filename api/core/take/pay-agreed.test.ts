import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { fen } from '../money.ts'
import { aTake, at, someTerms } from '../testing/builders.ts'
import { heldOf, payForHours, payOf, proRata, workHours } from './pay-agreed.ts'

/** 100 yuan for eight hours; 540 yuan for three days of eight. */
const day = someTerms()
const days = someTerms({ days: 3, payPerTakeFen: fen(54_000), endsAt: at('2026-11-25T17:00:00+08:00') })

describe('what a seat is paid', () => {
  it.each([
    ['as the terms say', null, 10_000],
    ['as agreed', fen(8_000), 8_000],
  ])('%s', (_how, agreedFen, expected) => expect(payOf({ terms: day }, { agreedFen })).toBe(expected))

  it.each([
    ['escrow', 10_000, 10_000],
    ['escrow', 8_000, 8_000],
    ['escrow', 12_000, 10_000],
    ['credit', 10_000, 0],
    ['cash', 10_000, 0],
  ] as const)('of %s with %d is held', (funding, payFen, expected) => expect(heldOf({ terms: day, funding }, fen(payFen))).toBe(expected))

  it.each([
    [day, 8],
    [days, 24],
  ])('for so many hours', (terms, hours) => expect(workHours(terms)).toBe(hours))

  it.each([
    ['half of it', day, 4, 5_000],
    ['a third, down to the fen', day, 8 / 3, 3_333],
    ['all for more than was agreed', day, 9, 10_000],
    ['all for exactly that', day, 8, 10_000],
    ['nothing', day, 0, 0],
    ['one day of three', days, 8, 18_000],
  ])('part of the work: %s', (_what, terms, hours, expected) => expect(proRata(terms, hours)).toBe(expected))

  it('is never more than all and never less for more work', () => {
    const someHours = fc.double({ min: 0, max: 40, noNaN: true })
    fc.assert(
      fc.property(someHours, someHours, (one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)]
        expect(proRata(day, less)).toBeLessThanOrEqual(proRata(day, more))
        expect(proRata(day, more)).toBeLessThanOrEqual(day.payPerTakeFen)
      }),
    )
  })

  it.each([
    ['part-day', null, 2, 2_500],
    ['overtime', null, 2, 12_500],
    ['overtime', fen(8_000), 2, 10_500],
    ['cash', fen(8_000), 0, 8_000],
  ] as const)('by %s after %p and %d hours', (kind, agreedFen, hours, expected) => {
    expect(payForHours({ terms: day }, aTake({ agreedFen }), { kind, hours })).toBe(expected)
  })
})
