import { describe, expect, it } from '@jest/globals'
import { happened } from '../ledger/testing/stories.ts'
import { fen } from '../money.ts'
import { PAYOUT_FAILURES } from '../payment/payout-failure.ts'
import { NOTICE_KINDS } from './notice-kind.ts'
import { OWN_EVENTS_TOLD, OWN_NOTICE_KINDS, ownNoticesOf } from './own-notices.ts'

const facts = { payout: 'n1', key: 'payout:one', worker: 'li', amountFen: fen(30_000) }

describe('who is told what of his own money', () => {
  it('that it has arrived, at any hour', () => {
    expect(ownNoticesOf(happened('payoutDone', facts))).toEqual([{ kind: 'payout-done', person: 'li', amountFen: 30_000, urgent: true }])
  })

  it.each([
    ['OVERDUE_CLOSE', 'payout-expired'],
    ['CANCELLED', 'payout-taken-back'],
    ['NAME_NOT_CORRECT', 'payout-name-differs'],
    ['REAL_NAME_CHECK_FAIL', 'payout-account-limited'],
    ['DAY_RECEIVED_QUOTA_EXCEED', 'payout-too-much'],
    ['payee-changed', 'payout-payee-changed'],
    ['NOT_ENOUGH', 'payout-failed'],
    ['__proto__', 'payout-failed'],
  ])('that it came back, and why: %s', (code, kind) => {
    expect(ownNoticesOf(happened('payoutFailed', { ...facts, code }))).toEqual([{ kind, person: 'li', amountFen: 30_000 }])
  })

  it.each([
    [false, 'payee-bound'],
    [true, 'payee-changed'],
  ])('that his account was named, changed: %p', (changed, kind) => {
    expect(ownNoticesOf(happened('payeeBound', { person: 'li', changed, from: '' }))).toEqual([{ kind, person: 'li', urgent: true }])
  })

  it('by a kind of its own for each reason', () => {
    for (const failure of PAYOUT_FAILURES) expect(OWN_NOTICE_KINDS).toContain(`payout-${failure}`)
    expect(OWN_NOTICE_KINDS.filter((kind) => (NOTICE_KINDS as readonly string[]).includes(kind))).toEqual([])
  })

  it('nobody, after what is none of his business', () => {
    expect(OWN_EVENTS_TOLD).not.toContain('jobPublished')
    expect(ownNoticesOf(happened('paymentClosed', { payment: 'n1', key: 'hold:one', amountFen: fen(1) }))).toEqual([])
  })
})
