import { describe, expect, it } from '@jest/globals'
import { fen } from '../money.ts'
import { at, NOW } from '../testing/builders.ts'
import { aPayment, aWage } from './testing/wages.ts'
import { sumOfPayments } from './wage.ts'

describe('a wage', () => {
  it('is what the terms say, with the hours that were worked', () => {
    expect(aWage()).toMatchObject({
      take: 'take-1',
      trade: '搬运',
      unit: 'day',
      time: { days: 1, minutes: 480 },
      items: { earned: [{ kind: 'work', amountFen: 20_000 }], deducted: [] },
      payFen: 20_000,
    })
  })

  it('is what was agreed in their place, and overtime lengthens the day', () => {
    const overtime = { kind: 'overtime', amountFen: fen(25_000), reason: '多干2小时', by: 'employer', agreedAt: NOW } as const
    const finishedAt = at('2026-11-23T19:00:00+08:00')
    expect(aWage({ agreedFen: fen(25_000), deals: [overtime], finishedAt })).toMatchObject({
      time: { days: 1, minutes: 600 },
      items: { earned: [{ kind: 'work' }, { kind: 'overtime', amountFen: 5_000 }] },
      payFen: 25_000,
    })
  })

  it('has its payments in the order they came', () => {
    const first = aPayment()
    const later = aPayment({ key: 'due:job-1:1:take-1', at: at('2026-11-24T10:00:00+08:00') })
    expect(aWage({}, { payments: [later, first] }).payments).toEqual([first, later])
  })
})

it('payments come to a sum before and after tax, and to what of it was cash', () => {
  const cash = aPayment({ key: 'cash:take-1', grossFen: fen(5_000), by: 'cash' })
  expect(sumOfPayments([aPayment({ taxFen: fen(300) }), cash])).toEqual({ grossFen: 25_000, taxFen: 300, netFen: 24_700, cashFen: 5_000 })
  expect(sumOfPayments([])).toEqual({ grossFen: 0, taxFen: 0, netFen: 0, cashFen: 0 })
})
