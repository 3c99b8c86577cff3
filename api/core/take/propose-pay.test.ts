import { describe, expect, it } from '@jest/globals'
import { asId } from '../id.ts'
import type { Due } from '../job/due.ts'
import { LIMIT } from '../limit.ts'
import { fen } from '../money.ts'
import { anOpenJob, aTake, LIAO, NOW } from '../testing/builders.ts'
import { granted, happened, refusalOf } from '../testing/outcome.ts'
import { type Offer, proposePay } from './propose-pay.ts'
import type { Take } from './take.ts'

const aJobWith = (take: Partial<Take> = {}, dues: readonly Due[] = []) =>
  anOpenJob({ state: 'working', takes: [aTake({ state: 'finished', ...take })], dues })
const deduction: Offer = {
  take: asId('take-1'),
  kind: 'deduction',
  by: 'employer',
  amountFen: 8_000,
  reason: '迟到',
  now: NOW,
  workerAge: 50,
}
const overtime: Offer = { ...deduction, kind: 'overtime', by: 'worker', amountFen: 12_000, reason: '' }
const partDay: Offer = { ...deduction, kind: 'part-day', by: 'worker', reason: '' }
const cash: Offer = { ...deduction, kind: 'cash', amountFen: 10_000, reason: '' }
const owed: Due = {
  take: asId('take-1'),
  worker: LIAO,
  kind: 'pay',
  amountFen: fen(10_000),
  since: NOW,
  bill: 1,
  state: 'open',
  settledAt: null,
}
const pending = { no: 1, kind: 'part-day', amountFen: fen(5_000), by: 'worker', reason: '', at: NOW } as const

describe('offering other pay', () => {
  it.each([deduction, overtime, partDay, cash])('is only an offer: %p', (offer) => {
    const change = granted(proposePay(aJobWith(), offer))
    const { kind, amountFen, by, reason } = offer
    expect(change.job.takes).toMatchObject([
      { state: 'finished', agreedFen: null, offers: 1, proposal: { no: 1, kind, amountFen, by, reason, at: NOW } },
    ])
    expect(change.events).toMatchObject([{ id: 'payProposed:take-1:1', facts: { kind, amountFen, by } }])
    expect(JSON.stringify(change.events)).not.toContain('迟到')
  })

  it('again by the same side takes the place of the first', () => {
    const again = granted(proposePay(aJobWith({ offers: 1, proposal: { ...pending, by: 'employer' } }), deduction))
    expect([happened(again), again.job.takes[0]?.proposal]).toMatchObject([['payProposed'], { no: 2, kind: 'deduction' }])
  })

  it.each([
    ['of nobody', aJobWith(), { ...deduction, take: asId<'take'>('take-9') }, 'no-take'],
    ['before the work', aJobWith({ state: 'taken' }), partDay, 'not-started'],
    ['after it is settled', aJobWith({ state: 'paid' }), deduction, 'already-settled'],
    ['after it is confirmed', aJobWith({ state: 'confirmed' }), deduction, 'already-settled'],
    ['over an offer that waits for an answer', aJobWith({ proposal: pending }), deduction, 'answer-first'],
    ['a deduction without a reason', aJobWith(), { ...deduction, reason: '' }, 'reason-missing'],
    ['a deduction by the worker', aJobWith(), { ...deduction, by: 'worker' as const }, 'not-your-job'],
    ['a deduction of nothing', aJobWith(), { ...deduction, amountFen: 10_000 }, 'pay-not-less'],
    ['a part of the day that is all of it', aJobWith(), { ...partDay, amountFen: 10_000 }, 'pay-not-less'],
    ['overtime for less', aJobWith(), { ...overtime, amountFen: 10_000 }, 'pay-not-more'],
    ['overtime at sixty', aJobWith(), { ...overtime, workerAge: LIMIT.overtimeUntilAge }, 'no-overtime-at-age'],
    ['overtime at fifty-nine', aJobWith(), { ...overtime, workerAge: LIMIT.overtimeUntilAge - 1 }, undefined],
    ['cash by the worker', aJobWith(), { ...cash, by: 'worker' as const }, 'not-your-job'],
    ['cash while the work goes on', aJobWith({ state: 'started' }), cash, 'not-finished'],
    ['cash for what is owed', aJobWith({ state: 'confirmed' }, [owed]), cash, undefined],
    ['cash for another sum than is owed', aJobWith({ state: 'confirmed' }, [owed]), { ...cash, amountFen: 9_999 }, 'not-what-is-owed'],
    ['cash for what is paid', aJobWith({ state: 'confirmed' }, [{ ...owed, state: 'paid' }]), cash, 'already-settled'],
  ] as const)('%s', (_what, job, offer, refusal) => expect(refusalOf(proposePay(job, offer))).toBe(refusal))

  it.each([0, -1, 0.5, 2 ** 53, Number.NaN, 1e21, LIMIT.payPerTakeFen + 1])('of %p is refused', (amountFen) => {
    for (const offer of [deduction, overtime, partDay, cash]) {
      expect(refusalOf(proposePay(aJobWith(), { ...offer, amountFen }))).toBe('pay-out-of-range')
    }
  })
})
