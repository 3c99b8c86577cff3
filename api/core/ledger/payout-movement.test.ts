import { describe, expect, it } from '@jest/globals'
import { asId } from '../id.ts'
import { fen } from '../money.ts'
import { NOW } from '../testing/builders.ts'
import { PAYOUTS, PROVIDER, workerAccount } from './account.ts'
import { changeOn, type Entry, sumOf } from './entry.ts'
import { payOutOf, payoutArrived, payoutCameBack, payoutOfKey } from './payout-movement.ts'

const out = payOutOf({ payout: 'one', worker: asId('li'), amountFen: fen(300), county: '350428', demo: true, at: NOW })
const LATER = NOW.add({ hours: 24 })
const LI = workerAccount(asId('li'))
const changes = (entry: Entry) => [LI, PAYOUTS, PROVIDER].map((account) => changeOn(account, entry))

describe('a payout in the book', () => {
  it.each([
    ['payout:one', out, NOW, [-300, 300, 0], null],
    ['payout-done:one', payoutArrived(out, LATER), LATER, [0, -300, 300], null],
    ['payout-back:one', payoutCameBack(out, LATER), LATER, [300, -300, 0], 'payout:one'],
  ])('%s', (key, entry, at, expected, givesBack) => {
    expect({ key: entry.key, at: entry.at, givesBack: entry.givesBack, changes: changes(entry) }).toEqual({
      key,
      at,
      givesBack,
      changes: expected,
    })
    expect(entry).toMatchObject({ worker: 'li', county: '350428', demo: true })
    expect(sumOf(entry.postings)).toBe(0)
  })

  it('is named by its entry, and by no other', () => {
    expect(payoutOfKey(out.key)).toBe('one')
    expect(() => payoutOfKey('pay:one')).toThrow('named by its entry')
  })
})
