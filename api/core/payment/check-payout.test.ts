import { describe, expect, it } from '@jest/globals'
import { fen } from '../money.ts'
import { NOW } from '../testing/builders.ts'
import { checkPayout } from './check-payout.ts'

const facts = { balanceFen: fen(10_000), payeeFrom: NOW, now: NOW }

describe('whether a worker may have money sent', () => {
  it.each([100, 101, 9_999, 10_000])('%i fen of 100 yuan', (amountFen) => {
    expect(checkPayout(amountFen, facts)).toEqual({ ok: true, value: amountFen })
  })

  it.each([0, -0, -1, -10_000, 99, 0.001, 100.5, 2 ** 31, 2 ** 53, 1e21, Number.NaN, Number.POSITIVE_INFINITY])(
    'never %d fen',
    (amountFen) => {
      const rich = { ...facts, balanceFen: fen(Number.MAX_SAFE_INTEGER) }
      expect(checkPayout(amountFen, rich)).toMatchObject({ ok: false, refusal: 'payout-out-of-range', facts: { leastFen: 100 } })
    },
  )

  it('not more than there is', () => {
    expect(checkPayout(10_001, facts)).toMatchObject({ refusal: 'balance-too-low', facts: { balanceFen: 10_000 } })
  })

  it('not to nobody', () => {
    expect(checkPayout(100, { ...facts, payeeFrom: undefined })).toMatchObject({ refusal: 'payee-missing' })
  })

  it('not to an account that was put in place of another just before', () => {
    const payeeFrom = NOW.add({ hours: 24 })
    expect(checkPayout(100, { ...facts, payeeFrom })).toMatchObject({
      refusal: 'payee-too-new',
      facts: { from: '2026-11-23T23:30:00.000Z' },
    })
    expect(checkPayout(100, { ...facts, payeeFrom, now: payeeFrom })).toMatchObject({ ok: true })
  })
})
