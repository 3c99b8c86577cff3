import { describe, expect, it } from '@jest/globals'
import { readLeastPayFen } from './least-pay.ts'

describe('what somebody wants to earn at least', () => {
  it.each([
    ['明天 搬运 200以上', 20_000],
    ['200块以上的活有没有', 20_000],
    ['两百五一天往上', 25_000],
    ['一百八以上', 18_000],
    ['300元每天以上', 30_000],
    ['搬运 200', undefined],
    ['18岁以上', undefined],
    ['5人以上', undefined],
    ['5以上', undefined],
    ['几百块以上', undefined],
    ['以上', undefined],
  ])('%s', (text, fen) => {
    expect(readLeastPayFen(text)).toBe(fen)
  })
})
