import { describe, expect, it } from '@jest/globals'
import { readPhone } from './phone.ts'

describe('a phone number', () => {
  it.each([
    '13800001234',
    '１３８００００１２３４',
    '138 0000 1234',
    '138-0000-1234',
    '+8613800001234',
    '+86 138 0000 1234',
    '008613800001234',
    '8613800001234',
  ])('%p is read as eleven digits', (typed) => {
    expect(readPhone(typed)).toEqual({ ok: true, value: '13800001234' })
  })

  it.each([
    '',
    '1380000123',
    '138000012345',
    '12800001234',
    '23800001234',
    '0598-2322345',
    '+4413800001234',
    '1380000123a',
    '١٣٨٠٠٠٠١٢٣٤',
    '13800\u200b001234',
    '={1}',
  ])('%p is refused', (typed) => {
    expect(readPhone(typed)).toEqual({ ok: false, refusal: 'phone-invalid', facts: {} })
  })
})
