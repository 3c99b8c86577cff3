import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { BrokenPromise } from './assert.ts'
import { chatNumber, isChatNumber } from './chat-number.ts'

const someCounter = fc.integer({ min: 1000, max: 9_999_999 })

describe('a chat number', () => {
  it.each([
    [1000, '10008'],
    [1024, '10244'],
    [5720, '57206'],
    [9_999_999, '99999992'],
  ])('of counter %p is %p', (counter, number) => {
    expect(chatNumber(counter)).toBe(number)
  })

  it.each([999, 0, -1000, 1000.5, Number.NaN, 2 ** 53])('is not made of counter %p', (counter) => {
    expect(() => chatNumber(counter)).toThrow(BrokenPromise)
  })

  it('is five to eight digits for the first ten million jobs, each its own', () => {
    fc.assert(
      fc.property(someCounter, someCounter, (counter, other) => {
        expect(chatNumber(counter)).toMatch(/^[1-9]\d{4,7}$/)
        expect(isChatNumber(chatNumber(counter))).toBe(true)
        expect(chatNumber(counter) === chatNumber(other)).toBe(counter === other)
      }),
    )
  })

  it('with any one digit changed is none', () => {
    fc.assert(
      fc.property(someCounter, (counter) => {
        const number = chatNumber(counter)
        const slips = [...number].flatMap((digit, place) =>
          [...'0123456789'].filter((other) => other !== digit).map((other) => number.slice(0, place) + other + number.slice(place + 1)),
        )
        expect(slips.filter(isChatNumber)).toEqual([])
      }),
      { numRuns: 2000 },
    )
  })

  it('with any two neighbours swapped is none', () => {
    fc.assert(
      fc.property(someCounter, (counter) => {
        const number = chatNumber(counter)
        const swapped = [...number].map((_, place) => {
          const [one = '', other = ''] = number.slice(place, place + 2)
          return number.slice(0, place) + other + one + number.slice(place + 2)
        })
        expect(swapped.filter((text) => text !== number && isChatNumber(text))).toEqual([])
      }),
      { numRuns: 5000 },
    )
  })

  it.each([
    ['nothing', ''],
    ['four digits', '5724'],
    ['a leading zero', '010008'],
    ['zeros only', '00000'],
    ['a sign', '+10008'],
    ['a space', ' 10008'],
    ['a line break behind', '10008\n'],
    ['full-width digits', '１０００８'],
    ['Arabic-Indic digits', '١٠٠٠٨'],
    ['a fraction', '10008.0'],
    ['an exponent', '1e4'],
    ['a letter', 'Z10008'],
    ['thirteen digits', '1000000000000'],
    ['a query', '{"$gt":""}'],
  ])('is not read from %s', (_what, text) => {
    expect(isChatNumber(text)).toBe(false)
  })

  it('leaves nine of ten made-up numbers without a job', () => {
    const valid = Array.from({ length: 10_000 }, (_, n) => String(20_000 + n)).filter(isChatNumber)
    expect(valid).toHaveLength(1000)
  })
})
