import { describe, expect, it } from '@jest/globals'
import { fenOfYuan, readBillFile } from './read-bill.ts'

const HEAD = '交易时间,商户订单号,交易状态,商户退款单号,订单金额,申请退款金额'
const row = (...values: string[]): string => values.map((value) => `\`${value}`).join(',')
const SUM = row('1', '0.00')
const file = (...lines: string[]) => Buffer.from([`\uFEFF${HEAD}`, ...lines, 'sum', SUM].join('\r\n'))

describe('a bill', () => {
  it('is read by its headings', () => {
    const lines = [row('t', 'P1', 'SUCCESS', '0', '300.00', '0.00'), row('t', 'P1', 'REFUND', 'R1', '0.00', '5.01')]
    expect(readBillFile(file(...lines))).toEqual([
      { kind: 'payment', number: 'P1', payment: 'P1', amountFen: 30_000 },
      { kind: 'refund', number: 'R1', payment: 'P1', amountFen: 501 },
    ])
  })

  it.each([
    ['a row is short', file(row('t', 'P1', 'SUCCESS'))],
    ['an amount is none', file(row('t', 'P1', 'SUCCESS', '0', '3oo', '0.00'))],
    ['a state is none', file(row('t', 'P1', 'MAYBE', '0', '300.00', '0.00'))],
    ['a heading is missing', Buffer.from(`交易时间\r\n${SUM}`)],
    ['it is empty', Buffer.alloc(0)],
  ])('is not read at all when %s', (_what, bytes) => expect(readBillFile(bytes)).toBeUndefined())

  it.each([
    ['0.01', 1],
    ['300.00', 30_000],
    ['1.1', undefined],
    ['7', 700],
    ['-1.00', undefined],
    ['1e3', undefined],
    ['4.35', 435],
    ['999999999999.99', 99_999_999_999_999],
  ])('%s yuan are %p fen', (text, expected) => expect(fenOfYuan(text)).toBe(expected))
})
