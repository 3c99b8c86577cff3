import { describe, expect, it } from '@jest/globals'
import { asId } from '../id.ts'
import { fen } from '../money.ts'
import { CAI, NOW } from '../testing/builders.ts'
import {
  attemptKey,
  billOf,
  type Charge,
  chargeKey,
  chargeOfAttempt,
  dropCharge,
  hearClosed,
  hearMoney,
  inAppKey,
  tryAgain,
} from './charge.ts'

const asked: Charge = {
  ...{ key: chargeKey.hold('job-1'), county: '350428', demo: false, purpose: 'hold', job: asId('job-1'), jobNumber: '10240' },
  ...{ employer: CAI, amountFen: fen(30_000), askedAt: NOW, attempt: 2, state: 'asked', paidBy: null },
}
const [first, second] = ['hold:job-1#1', 'hold:job-1#2']
const tell = (charge: Charge, payment: string) => hearMoney(charge, { payment, at: NOW })
const types = ({ events }: ReturnType<typeof tell>) => events.map(({ type, id }) => [type, id])

describe('what an employer is asked to pay', () => {
  it.each([first, second])('is paid by whichever attempt brings the money first: %s', (payment) => {
    const paid = tell(asked, payment)
    expect([paid.charge.state, paid.charge.paidBy, types(paid)]).toEqual(['paid', payment, [['chargePaid', `chargePaid:${payment}`]]])
    expect(tell(paid.charge, payment)).toEqual({ charge: paid.charge, events: [] })
  })

  it('takes money once: what comes besides is too much', () => {
    const paid = tell(asked, first).charge
    expect(types(tell(paid, second))).toEqual([['chargeSurplus', `chargeSurplus:${second}`]])
    expect(tell(paid, second).charge).toBe(paid)
  })

  it('takes none when nobody wants it any more', () => {
    const dropped = dropCharge(asked)
    expect([dropped.state, types(tell(dropped, first))]).toEqual(['dropped', [['chargeSurplus', `chargeSurplus:${first}`]]])
    const paid = tell(asked, first).charge
    expect(dropCharge(paid)).toBe(paid)
  })

  it('is told of a closed attempt only where it was the one to pay by', () => {
    expect(hearClosed(asked, { payment: second, at: NOW }).events).toMatchObject([{ type: 'chargeExpired' }])
    expect(hearClosed(asked, { payment: first, at: NOW }).events).toEqual([])
    expect(hearClosed(dropCharge(asked), { payment: second, at: NOW }).events).toEqual([])
  })

  it('is paid inside the chat app too, and has a code to pay by when that closes', () => {
    const inApp = inAppKey(asked, 'payer1')
    expect(tell(asked, inApp).charge.paidBy).toBe(inApp)
    expect(hearClosed(asked, { payment: inApp, at: NOW }).events).toEqual([])
  })

  it('goes on with the next attempt once, whoever asks', () => {
    const again = tryAgain(asked, 2)
    expect([again.attempt, attemptKey(again)]).toEqual([3, 'hold:job-1#3'])
    expect(tryAgain(again, 2)).toBe(again)
    expect(tryAgain(dropCharge(asked), 2).attempt).toBe(2)
  })

  it.each([
    ['hold:job-1#1', 'hold:job-1'],
    ['due:job-1:2#10', 'due:job-1:2'],
    ['hold:job-1#2@7Ab', 'hold:job-1'],
    ['hold:job-1#2@', undefined],
    ['payout:li-1', undefined],
    ['hold:job-1', undefined],
  ])('is known by the key of its attempt: %s', (payment, key) => expect(chargeOfAttempt(payment)).toBe(key))

  it('names its bill', () => {
    expect(billOf({ purpose: 'due', key: chargeKey.due('job-1', 12) })).toBe(12)
    expect(billOf(asked)).toBeUndefined()
  })
})
