import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { refuse } from '../result.ts'
import { creditCheck, kindOfCode, readCreditCode } from './credit-code.ts'
import { aCreditCode } from './testing/credit-codes.ts'

const SIGNS = [...'0123456789ABCDEFGHJKLMNPQRTUWXY']
const sign = fc.constantFrom(...SIGNS)
const digit = fc.constantFrom(...SIGNS.slice(0, 10))
const code = fc
  .tuple(
    fc.array(sign, { minLength: 2, maxLength: 2 }),
    fc.array(digit, { minLength: 6, maxLength: 6 }),
    fc.array(sign, { minLength: 9, maxLength: 9 }),
  )
  .map((parts) => parts.flat().join(''))
  .map((first17) => first17 + creditCheck(first17))
const swap = (text: string, at: number) => text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2)

describe('a credit code', () => {
  /** Published by their owners. */
  it.each(['91350100M000100Y43', '91110000802100433B', '91440300708461136T'])('%s is one', (real) => {
    expect(readCreditCode(real)).toEqual({ ok: true, value: real })
  })

  it('with a right last sign is taken, however it is typed', () => {
    fc.assert(
      fc.property(code, (right) => {
        expect(readCreditCode(right)).toMatchObject({ ok: true, value: right })
        const wide = [...right].map((each) => String.fromCodePoint((each.codePointAt(0) ?? 0) + 0xfee0)).join(' ')
        expect(readCreditCode(` ${wide.toLowerCase()} `)).toMatchObject({ ok: true, value: right })
      }),
    )
  })

  it('with one wrong sign is not', () => {
    fc.assert(
      fc.property(code, fc.nat(17), sign, (right, at, other) => {
        fc.pre(right.charAt(at) !== other)
        expect(readCreditCode(right.slice(0, at) + other + right.slice(at + 1)).ok).toBe(false)
      }),
    )
  })

  it('with two neighbours swapped is not', () => {
    fc.assert(
      fc.property(code, fc.nat(15), (right, at) => {
        fc.pre(right.charAt(at) !== right.charAt(at + 1))
        expect(readCreditCode(swap(right, at)).ok).toBe(false)
      }),
    )
  })

  it('never says more than that it is none, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const read = readCreditCode(text)
        expect(read.ok || read.refusal).toBe('credit-code-invalid')
      }),
    )
  })

  const right = '91350428MA0000001R'
  it.each([
    ['too short', '9135042', { fault: 'length', length: 7 }],
    ['empty', '', { fault: 'length', length: 0 }],
    ['without end', '9'.repeat(500), { fault: 'length', length: 99 }],
    ['an O for a 0', right.replace('A0', 'AO'), { fault: 'sign', position: 11, sign: 'O', maybe: '0' }],
    ['a letter in the region', right.replace('350', '3B0'), { fault: 'sign', position: 4, sign: 'B', maybe: '' }],
    ['a Chinese sign', right.replace('MA', '公A'), { fault: 'sign', position: 9, sign: '公', maybe: '' }],
    ['a D for a 0', right.replace('MA0', 'MAD'), { fault: 'sign', position: 11, sign: 'D', maybe: '0' }],
    ['what may be several slips', right.replace('MA', 'NA'), { fault: 'check' }],
    ['something else', right.replace('MA', 'KA'), { fault: 'check' }],
  ])('%s is told apart', (_what, typed, facts) => {
    expect(readCreditCode(right).ok).toBe(true)
    expect(readCreditCode(typed)).toEqual(refuse('credit-code-invalid', facts))
  })

  it.each([
    ['91', 'company'],
    ['92', 'company'],
    ['12', 'company'],
    ['93', 'coop'],
    ['N2', 'coop'],
  ])('that begins with %s is of a %s', (kind, expected) => {
    const read = readCreditCode(aCreditCode({ kind }))
    expect(read.ok && kindOfCode(read.value)).toBe(expected)
  })
})
