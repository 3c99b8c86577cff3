import { describe, expect, it } from '@jest/globals'
import { fen, NO_FEN } from '../money.ts'
import { aJob, aTake, at, CAI, CHEN, LIAO } from '../testing/builders.ts'
import { firstObligation, lastWageOfJob, type Obligation, obligationsOfJob } from './obligations.ts'

const seat = (about: Parameters<typeof aTake>[0]) => aJob({ state: 'working', takes: [aTake(about)] })
const due = { take: aTake().id, worker: LIAO, kind: 'pay', amountFen: fen(1), since: at('2026-11-24T00:00:00+08:00'), bill: 1 } as const

describe('what of a job holds somebody', () => {
  it.each([
    ['a draft', aJob(), []],
    ['a job that waits for its money', aJob({ state: 'unpaid' }), ['work-open']],
    ['an open job', aJob({ state: 'open' }), ['work-open']],
    ['work that goes on', seat({ state: 'started' }), ['work-open']],
    [
      'pay that two disagree about',
      seat({ state: 'finished', contestedAt: at('2026-11-23T17:00:00+08:00') }),
      ['pay-contested', 'work-open'],
    ],
    ['pay on its way', aJob({ state: 'done', takes: [aTake({ state: 'confirmed' })] }), ['pay-owed', 'work-open']],
    ['what is owed after all is over', aJob({ state: 'cancelled', dues: [{ ...due, state: 'open', settledAt: null }] }), ['pay-owed']],
    ['what is settled', aJob({ state: 'settled', takes: [aTake({ state: 'paid' })] }), []],
  ])('its employer: %s', (_what, job, obligations) => expect(obligationsOfJob(job, CAI)).toEqual(obligations))

  it.each([
    ['a seat', seat({ state: 'taken' }), ['work-open']],
    ['finished work', seat({ state: 'finished' }), ['work-open']],
    ['confirmed work', seat({ state: 'confirmed' }), ['pay-owed']],
    ['a seat given up', seat({ state: 'cancelled' }), []],
    ['a seat nobody came to', seat({ state: 'missed' }), []],
    ['paid work', seat({ state: 'paid' }), []],
    ['what he is owed', aJob({ state: 'cancelled', dues: [{ ...due, state: 'open', settledAt: null }] }), ['pay-owed']],
    ['what was owed to him', aJob({ state: 'cancelled', dues: [{ ...due, state: 'paid', settledAt: due.since }] }), []],
  ])('its worker: %s', (_what, job, obligations) => expect(obligationsOfJob(job, LIAO)).toEqual(obligations))

  it('is nothing to whoever has no part in it', () => {
    const job = aJob({ state: 'cancelled', takes: [aTake({ state: 'started' })], dues: [{ ...due, state: 'open', settledAt: null }] })
    expect(obligationsOfJob(job, CHEN)).toEqual([])
  })
})

it.each([
  [
    'a quarrel before money',
    ['pay-contested'],
    { leftFen: fen(100), underWayFen: NO_FEN, isPaused: false, isHallFirst: false },
    'pay-contested',
  ],
  [
    'money under way before what lies here',
    [],
    { leftFen: fen(100), underWayFen: fen(1), isPaused: true, isHallFirst: false },
    'money-under-way',
  ],
  ['what lies here', [], { leftFen: fen(1), underWayFen: NO_FEN, isPaused: false, isHallFirst: false }, 'money-left'],
  ['a pause that runs', [], { leftFen: NO_FEN, underWayFen: NO_FEN, isPaused: true, isHallFirst: false }, 'still-paused'],
  ['a talk with the hall that is due', [], { leftFen: NO_FEN, underWayFen: NO_FEN, isPaused: false, isHallFirst: true }, 'hall-first'],
  ['nothing', [], { leftFen: NO_FEN, underWayFen: NO_FEN, isPaused: false, isHallFirst: false }, undefined],
] as const)('is told of one obligation: %s', (_what, obligations, money, told) =>
  expect(firstObligation(new Set<Obligation>(obligations), money)).toBe(told),
)

describe('the last day that a wage ledger has a row for', () => {
  const paidAt = at('2026-11-25T10:00:00+08:00')
  const paid = aTake({ state: 'paid', paidAt })

  it.each([
    ['of whom nothing was paid', aJob({ takes: [aTake({ state: 'cancelled' })] }), undefined],
    ['when it was paid', aJob({ takes: [paid] }), paidAt],
    [
      'when the work ended, where that was later',
      aJob({ takes: [paid], terms: { endsAt: paidAt.add({ hours: 1 }) } }),
      paidAt.add({ hours: 1 }),
    ],
    [
      'when the last of it came',
      aJob({ takes: [paid], dues: [{ ...due, state: 'paid', settledAt: paidAt.add({ hours: 2 }) }] }),
      paidAt.add({ hours: 2 }),
    ],
  ])('is the day %s', (_what, job, day) => {
    expect(lastWageOfJob(job, LIAO)).toEqual(day)
    expect(lastWageOfJob(job, CAI)).toEqual(day)
    expect(lastWageOfJob(job, CHEN)).toBeUndefined()
  })
})
