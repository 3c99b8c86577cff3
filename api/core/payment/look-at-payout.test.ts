import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { asId } from '../id.ts'
import { payOutOf, payoutArrived, payoutCameBack } from '../ledger/payout-movement.ts'
import { fen } from '../money.ts'
import { NOW } from '../testing/builders.ts'
import { needsLook, outOf } from './look-at-payout.ts'

const LIMIT = fen(500_000)
const out = (payout: string, amountFen: number) =>
  payOutOf({ payout, worker: asId<'person'>('liao'), amountFen: fen(amountFen), county: '350428', demo: false, at: NOW })

describe('much money within a day', () => {
  it.each([
    [[500_000], false],
    [[500_001], true],
    [[300_000, 200_000], false],
    [[300_000, 200_001], true],
    [[], false],
  ])('%j fen is somebody’s to look at: %p', (amounts, expected) => {
    expect(needsLook(outOf(amounts.map((amountFen, nth) => out(String(nth), amountFen))), LIMIT)).toBe(expected)
  })

  it('is no less when it has arrived, and nothing when it came back', () => {
    const [one, other] = [out('one', 400_000), out('other', 300_000)]
    expect(outOf([one, payoutArrived(one, NOW)])).toBe(400_000)
    expect(outOf([one, payoutCameBack(one, NOW), other])).toBe(300_000)
  })

  it('is as much cut into pieces as in one', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 100, max: 300_000 }), { minLength: 1, maxLength: 20 }), (pieces) => {
        const whole = pieces.reduce((sum, each) => sum + each)
        const inPieces = outOf(pieces.map((each, nth) => out(String(nth), each)))
        expect(needsLook(inPieces, LIMIT)).toBe(needsLook(outOf([out('whole', whole)]), LIMIT))
      }),
    )
  })
})
