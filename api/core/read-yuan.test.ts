import { describe, expect, it } from '@jest/globals'
import { readYuan } from './read-yuan.ts'

describe('an amount typed into a field', () => {
  it.each([
    ['300', 30_000],
    ['99.5', 9_950],
    ['0.01', 1],
    ['0', 0],
    [' ３００元 ', 30_000],
    ['¥1,000', 100_000],
    ['12块', 1_200],
    ['99999999.99', 9_999_999_999],
  ])('%s', (text, amount) => expect(readYuan(text)).toBe(amount))

  it.each([
    '',
    ' ',
    '-1',
    '+1',
    '0.001',
    '1e3',
    '1e308',
    'NaN',
    'Infinity',
    '0x10',
    '三百',
    '1.2.3',
    '.5',
    '5.',
    '999999999',
    '1元2',
    '１．２．３',
  ])('not %j', (text) => expect(readYuan(text)).toBeUndefined())
})
