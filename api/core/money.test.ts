import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { BrokenPromise } from './assert.ts'
import { addFen, fen, NO_FEN, negateFen, subtractFen, timesFen, yuanText } from './money.ts'

const MOST = Number.MAX_SAFE_INTEGER
const someFen = fc.integer({ min: -1e12, max: 1e12 }).map(fen)

describe('fen', () => {
  it.each([0, 1, -1, 10_000, MOST, -MOST])('takes %p', (amount) => {
    expect(fen(amount)).toBe(amount)
  })

  it.each([0.5, -0.01, 1e-9, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, MOST + 1, -MOST - 1, 1e21])(
    'throws at %p, which is never rounded',
    (amount) => {
      expect(() => fen(amount)).toThrow(BrokenPromise)
    },
  )

  it.each([
    ['-0 itself', () => fen(-0)],
    ['nothing times minus one', () => timesFen(NO_FEN, -1)],
    ['minus one times nothing', () => timesFen(fen(-1), 0)],
    ['the opposite of nothing', () => negateFen(NO_FEN)],
    ['nothing less nothing', () => subtractFen(NO_FEN, NO_FEN)],
    ['no sum at all', () => addFen()],
  ])('knows one nothing: %s', (_what, amount) => {
    expect(Object.is(amount(), 0)).toBe(true)
  })
})

describe('reckoning in fen', () => {
  it.each([
    ['a sum above the safe integers', () => addFen(fen(MOST), fen(1))],
    ['a sum whose way leads above them', () => addFen(fen(MOST), fen(1), fen(-1))],
    ['a difference below them', () => subtractFen(fen(-MOST), fen(1))],
    ['a product above them', () => timesFen(fen(MOST), 2)],
    ['part of a fen', () => timesFen(fen(1), 0.5)],
    ['nobody knows how many', () => timesFen(fen(1), Number.NaN)],
  ])('throws at %s', (_what, reckon) => {
    expect(reckon).toThrow(BrokenPromise)
  })

  it('takes away what it added', () => {
    fc.assert(
      fc.property(someFen, someFen, (one, other) => {
        expect(subtractFen(addFen(one, other), other)).toBe(one)
        expect(addFen(one, negateFen(one))).toBe(0)
        expect(timesFen(one, 3)).toBe(addFen(one, one, one))
      }),
    )
  })
})

describe('yuan', () => {
  it.each([
    [0, '0'],
    [1, '0.01'],
    [10, '0.10'],
    [99, '0.99'],
    [100, '1'],
    [12_300, '123'],
    [12_345, '123.45'],
    [12_340, '123.40'],
    [100_000_005, '1000000.05'],
    [-1, '-0.01'],
    [-50, '-0.50'],
    [-100, '-1'],
    [-12_345, '-123.45'],
    [MOST, '90071992547409.91'],
  ])('of %p fen are %p', (amount, text) => {
    expect(yuanText(fen(amount))).toBe(text)
  })

  it('say every amount exactly, and each differently', () => {
    fc.assert(
      fc.property(someFen, (amount) => {
        const [whole = '', rest = '00'] = yuanText(amount).split('.')
        expect(Number(whole + rest)).toBe(amount)
      }),
    )
  })
})
