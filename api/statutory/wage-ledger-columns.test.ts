import { describe, expect, it } from '@jest/globals'
import { fen } from '../core/money.ts'
import { at, NOW } from '../core/testing/builders.ts'
import { aPayment, aWage } from '../core/wage/testing/wages.ts'
import { WAGE_LEDGER_COLUMNS, type WageRow } from './wage-ledger-columns.ts'

const CAI = { name: '蔡*云', idNumber: '3504**********0028', phone: '138****0001' }
const LIAO = { name: '廖*山', idNumber: '3504**********1234', phone: '138****0002' }
const aRow = (wage = aWage(), payments = wage.payments): WageRow => ({ wage, payments, employer: CAI, worker: LIAO })

const cellsOf = (row: WageRow): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    WAGE_LEDGER_COLUMNS.map((column) => {
      const { heading } = column
      if ('text' in column) return [heading, column.text(row)]
      return [heading, 'fen' in column ? column.fen(row) : column.count(row)]
    }),
  )
const deal = { amountFen: fen(15_000), reason: '', by: 'employer', agreedAt: NOW } as const

describe('the wage ledger', () => {
  it('has the items the regulation asks for, all of them and in its order', () => {
    expect(WAGE_LEDGER_COLUMNS.map(({ heading }) => heading)).toEqual([
      '用人单位名称',
      '支付周期',
      '支付日期',
      '支付对象姓名',
      '身份证号码',
      '联系方式',
      '工作时间',
      '应发工资项目及数额',
      '代扣、代缴、扣除项目和数额',
      '实发工资数额',
      '银行代发工资凭证或者农民工签字',
    ])
  })

  it('tells a plain day', () => {
    expect(cellsOf(aRow())).toEqual({
      用人单位名称: '蔡*云',
      支付周期: '按日 2026-11-23',
      支付日期: '2026-11-23',
      支付对象姓名: '廖*山',
      身份证号码: '3504**********1234',
      联系方式: '138****0002',
      工作时间: '2026-11-23 09:00至2026-11-23 17:00，1天共8小时',
      应发工资项目及数额: '工钱200元',
      '代扣、代缴、扣除项目和数额': '无',
      实发工资数额: 20_000,
      银行代发工资凭证或者农民工签字: '平台支付凭证pay:take-1',
    })
  })

  it.each<[string, WageRow, Readonly<Record<string, unknown>>]>([
    [
      'a deduction the worker agreed to, and tax',
      aRow(
        aWage(
          { agreedFen: fen(15_000), deals: [{ ...deal, kind: 'deduction', reason: '打碎玻璃' }] },
          { payments: [aPayment({ grossFen: fen(15_000), taxFen: fen(1_234) })] },
        ),
      ),
      {
        应发工资项目及数额: '工钱200元',
        '代扣、代缴、扣除项目和数额': '扣款50元（打碎玻璃）；代扣个人所得税12.34元',
        实发工资数额: 13_766,
      },
    ],
    [
      'overtime that was paid the day after',
      aRow(
        aWage(
          { agreedFen: fen(25_000), deals: [{ ...deal, kind: 'overtime', amountFen: fen(25_000), reason: '多干2小时' }] },
          { payments: [aPayment(), aPayment({ key: 'due:job-1:1:take-1', at: at('2026-11-24T10:00:00+08:00'), grossFen: fen(5_000) })] },
        ),
      ),
      {
        支付日期: '2026-11-23；2026-11-24',
        应发工资项目及数额: '工钱200元；加班50元（多干2小时）',
        实发工资数额: 25_000,
        银行代发工资凭证或者农民工签字: '平台支付凭证pay:take-1；平台支付凭证due:job-1:1:take-1',
      },
    ],
    [
      'overtime that is still owed',
      aRow(aWage({ agreedFen: fen(25_000), deals: [{ ...deal, kind: 'overtime', amountFen: fen(25_000) }] })),
      { 实发工资数额: 20_000, 银行代发工资凭证或者农民工签字: '平台支付凭证pay:take-1；另有50元不在本期支付' },
    ],
    [
      'cash',
      aRow(aWage({}, { payments: [aPayment({ key: 'cash:take-1', by: 'cash' })] })),
      { 实发工资数额: 20_000, 银行代发工资凭证或者农民工签字: '现金200元，双方2026-11-23在线确认，凭证cash:take-1' },
    ],
    [
      'a night shift, paid by the hour',
      aRow(
        aWage(
          { startedAt: at('2026-11-23T16:00:00+08:00'), finishedAt: at('2026-11-23T23:50:00+08:00') },
          {
            pay: { amountFen: fen(2_500), unit: 'hour' },
            startsAt: at('2026-11-23T16:00:00+08:00'),
            endsAt: at('2026-11-24T00:00:00+08:00'),
          },
        ),
      ),
      { 支付周期: '按小时 2026-11-23', 工作时间: '2026-11-23 16:00至2026-11-23 23:50，1天共7.8小时' },
    ],
    [
      'three days by the job',
      aRow(aWage({}, { pay: { amountFen: fen(60_000), unit: 'job' }, days: 3, endsAt: at('2026-11-25T17:00:00+08:00') })),
      { 支付周期: '按次 2026-11-23至2026-11-25' },
    ],
    ['nobody said when', aRow(aWage({ startedAt: null, finishedAt: null })), { 工作时间: '未记录' }],
  ])('tells %s', (_what, row, cells) => {
    expect(cellsOf(row)).toMatchObject(cells)
  })
})
