import { describe, expect, it } from '@jest/globals'
import { accept, refuse } from '../result.ts'
import { quotePremium } from './premium.ts'

describe('the premium', () => {
  it.each([
    [1, 300],
    [2, 400],
    [3, 500],
    [4, 700],
    [5, 1000],
  ])('of class %i is %i fen a worker and a day', (riskClass, perDayFen) => {
    expect(quotePremium({ riskClass, seats: 1, days: 1 })).toEqual(accept({ perDayFen, perTakeFen: perDayFen, totalFen: perDayFen }))
  })

  it('counts every seat and every day', () => {
    expect(quotePremium({ riskClass: 3, seats: 10, days: 3 })).toEqual(accept({ perDayFen: 500, perTakeFen: 1500, totalFen: 15_000 }))
  })

  it.each([6, 0, 7, 1.5, Number.NaN])('finds no insurer for class %d', (riskClass) => {
    expect(quotePremium({ riskClass, seats: 1, days: 1 })).toEqual(refuse('trade-uninsurable', { riskClass }))
  })
})
