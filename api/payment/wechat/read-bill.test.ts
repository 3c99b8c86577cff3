import { describe, expect, it } from '@jest/globals'
import { readBillFile } from './read-bill.ts'
import { readFlowFile } from './read-flow.ts'
import { fenOfYuan } from './read-table.ts'

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

  it('of an account is read by its headings, in either width of brackets', () => {
    const head =
      '记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额（元）,账户结余（元）,资金变更提交申请人,备注,业务凭证号'
    const lines = [
      row(
        '2018-02-01 04:21:23',
        '50000305742018020103387128253',
        '1900009231201802015884652186',
        '退款',
        '退款',
        '支出',
        '0.02',
        '0.17',
        'system',
        '缺货',
        'REF1',
      ),
      row('2018-02-01 04:22:00', '4200', 'F2', '交易', '交易', '收入', '8.88', '9.05', 'API', '', ''),
    ]
    const bytes = Buffer.from(
      [head, ...lines, '资金流水总笔数,收入笔数,收入金额,支出笔数,支出金额', row('2', '1', '8.88', '1', '0.02')].join('\r\n'),
    )
    expect(readFlowFile(bytes)).toEqual([
      { direction: 'out', amountFen: 2, numbers: ['REF1', '50000305742018020103387128253', '1900009231201802015884652186'] },
      { direction: 'in', amountFen: 888, numbers: ['4200', 'F2'] },
    ])
    expect(readFlowFile(Buffer.from(bytes.toString().replace('收入,`8.88', '不明,`8.88').replace('`收入', '`不明')))).toBeUndefined()
    expect(readFlowFile(Buffer.from(bytes.toString().replace('`8.88', '`8.8x')))).toBeUndefined()
  })

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
