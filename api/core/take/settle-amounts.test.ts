import { describe, expect, it } from '@jest/globals'
import { asId } from '../id.ts'
import { fen } from '../money.ts'
import { anOpenJob, aTake, CAI, CHEN, LIAO, NOW } from '../testing/builders.ts'
import { granted, happened, refusalOf, takeStates } from '../testing/outcome.ts'
import { confirmByClock, confirmWork } from './confirm-work.ts'
import { settleAmounts, settleByStaff } from './settle-amounts.ts'
import type { Take } from './take.ts'

const liao = (about: Partial<Take> = {}) => aTake({ state: 'finished', worker: LIAO, ...about })
const chen = (about: Partial<Take> = {}) => aTake({ id: asId('take-2'), state: 'finished', worker: CHEN, ...about })
const job = anOpenJob({ state: 'working', takes: [liao(), chen()] })
const amount = (take: string, amountFen: number, reason = '') => ({ take, amountFen, reason })
const settle = (amounts: readonly ReturnType<typeof amount>[], of = job) => settleAmounts(of, { employer: CAI, amounts, now: NOW })

describe('naming amounts', () => {
  it('confirms as much or more at once; what is more falls due', () => {
    const change = granted(settle([amount('take-1', 10_000), amount('take-2', 12_000)]))
    expect([takeStates(change), change.job.state]).toEqual([['confirmed', 'confirmed'], 'done'])
    expect(change.job.dues).toEqual([
      { take: 'take-2', worker: CHEN, kind: 'pay', amountFen: 2_000, since: NOW, bill: 1, state: 'open', settledAt: null },
    ])
    expect(change.events.find(({ type }) => type === 'payDue')).toMatchObject({ facts: { bill: 1, amountFen: 2_000, cash: false } })
  })

  it('asks the worker for less, and pays the others', () => {
    const change = granted(settle([amount('take-1', 10_000), amount('take-2', 8_000, '迟到')]))
    expect([takeStates(change), change.job.state]).toEqual([['confirmed', 'finished'], 'working'])
    expect(change.job.takes[1]?.proposal).toMatchObject({ kind: 'deduction', by: 'employer', amountFen: 8_000 })
    expect(happened(change)).toEqual(['payProposed', 'takeConfirmed'])
  })

  it.each([
    ['somebody else', { employer: LIAO, amounts: [amount('take-1', 10_000)], now: NOW }, 'not-your-job'],
    ['one worker twice', { employer: CAI, amounts: [amount('take-1', 1), amount('take-1', 2)], now: NOW }, 'bad-request'],
    ['a stranger', { employer: CAI, amounts: [amount('take-9', 1)], now: NOW }, 'no-take'],
    [
      'less without a reason, and with it all of the bill',
      { employer: CAI, amounts: [amount('take-1', 10_000), amount('take-2', 1)], now: NOW },
      'reason-missing',
    ],
  ])('refuses %s', (_who, settlement, refusal) => expect(refusalOf(settleAmounts(job, settlement))).toBe(refusal))

  it.each([0, -1, 0.001, 2 ** 53, Number.NaN, 1e21])('refuses %p fen', (amountFen) => {
    expect(refusalOf(settle([amount('take-1', amountFen)]))).toBe('pay-out-of-range')
    const contested = anOpenJob({ state: 'working', takes: [liao({ contestedAt: NOW })] })
    expect(refusalOf(settleByStaff(contested, { take: asId('take-1'), amountFen, now: NOW }))).toBe('pay-out-of-range')
  })

  it.each([
    ['taken', 'not-finished'],
    ['started', 'not-finished'],
    ['confirmed', 'already-settled'],
    ['paid', 'already-settled'],
  ] as const)('of work that is %s', (state, refusal) => {
    expect(refusalOf(settle([amount('take-1', 10_000)], anOpenJob({ state: 'working', takes: [liao({ state })] })))).toBe(refusal)
  })
})

describe('pay that the two disagree about', () => {
  const contested = anOpenJob({ state: 'working', takes: [liao({ contestedAt: NOW }), chen()] })
  const waiting = { no: 1, kind: 'deduction', amountFen: fen(8_000), by: 'employer', reason: '迟到', at: NOW } as const

  it('is passed over when everybody else is confirmed, by the employer or by the clock', () => {
    expect(takeStates(granted(confirmWork(contested, { employer: CAI, now: NOW })))).toEqual(['finished', 'confirmed'])
    expect(granted(confirmByClock(contested, { take: asId('take-1'), now: NOW })).job).toBe(contested)
    const asked = anOpenJob({ state: 'working', takes: [liao({ proposal: waiting })] })
    expect(granted(confirmByClock(asked, { take: asId('take-1'), now: NOW })).job).toBe(asked)
    expect(refusalOf(confirmWork(asked, { employer: CAI, now: NOW }))).toBe('pay-under-discussion')
  })

  it('is settled by the employer who gives in', () => {
    expect(takeStates(granted(settle([amount('take-1', 10_000)], contested)))).toEqual(['confirmed', 'finished'])
  })

  it('is settled by staff, and nothing else is', () => {
    const settled = granted(settleByStaff(contested, { take: asId('take-1'), amountFen: 9_000, now: NOW }))
    expect(settled.job.takes[0]).toMatchObject({ state: 'confirmed', agreedFen: 9_000, contestedAt: null })
    expect(refusalOf(settleByStaff(contested, { take: asId('take-2'), amountFen: 9_000, now: NOW }))).toBe('nothing-contested')
  })
})
