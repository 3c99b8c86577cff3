import { describe, expect, it } from '@jest/globals'
import { asId } from '../id.ts'
import type { Due } from '../job/due.ts'
import { fen } from '../money.ts'
import { anOpenJob, aTake, CHEN, LIAO, NOW } from '../testing/builders.ts'
import { granted, happened, refusalOf, takeStates } from '../testing/outcome.ts'
import { answerPay, answerUntil, lapseProposal } from './answer-pay.ts'
import type { Proposal } from './proposal.ts'
import type { Take } from './take.ts'

const LATER = NOW.add({ hours: 2 })
const take = asId<'take'>('take-1')
const offered = (about: Partial<Proposal> = {}): Proposal => ({
  ...{ no: 1, kind: 'deduction', amountFen: fen(8_000), by: 'employer', reason: '迟到', at: NOW },
  ...about,
})
const aJobWith = (about: Partial<Take>, dues: readonly Due[] = []) =>
  anOpenJob({ state: 'working', takes: [aTake({ state: 'finished', offers: 1, ...about })], dues, owedSince: dues[0]?.since ?? null })
const yes = { take, by: 'worker', yes: true, now: LATER } as const
const no = { ...yes, yes: false } as const

describe('answering an offer', () => {
  it('a deduction that is agreed to is confirmed at that, out of what is held', () => {
    const change = granted(answerPay(aJobWith({ proposal: offered() }), yes))
    expect([takeStates(change), change.job.state]).toEqual([['confirmed'], 'done'])
    expect(change.job.takes).toMatchObject([
      {
        agreedFen: 8_000,
        proposal: null,
        confirmedAt: LATER,
        deals: [{ kind: 'deduction', amountFen: 8_000, reason: '迟到', agreedAt: LATER }],
      },
    ])
    expect(happened(change)).toEqual(['payAgreed', 'takeConfirmed', 'jobDone'])
    expect(change.events[1]).toMatchObject({ facts: { payFen: 8_000, heldFen: 8_000, automatic: false, cash: false } })
  })

  it('a deduction that is not agreed to leaves the money where it is, for staff to look at', () => {
    const change = granted(answerPay(aJobWith({ proposal: offered() }), no))
    expect(change.job.takes).toMatchObject([{ state: 'finished', agreedFen: null, proposal: null, contestedAt: LATER }])
    expect(happened(change)).toEqual(['payContested'])
  })

  it('overtime is agreed while the work goes on, and falls due when it is confirmed', () => {
    const job = aJobWith({ state: 'started', proposal: offered({ kind: 'overtime', amountFen: fen(12_000), by: 'worker' }) })
    const change = granted(answerPay(job, { ...yes, by: 'employer' }))
    expect([takeStates(change), change.job.takes[0]?.agreedFen, happened(change)]).toEqual([['started'], 12_000, ['payAgreed']])
  })

  it('a part of the day ends the work of that seat', () => {
    const job = aJobWith({ state: 'started', proposal: offered({ kind: 'part-day', amountFen: fen(5_000), by: 'worker' }) })
    const change = granted(answerPay(job, { ...yes, by: 'employer' }))
    expect(takeStates(change)).toEqual(['confirmed'])
    expect(happened(change)).toEqual(['payAgreed', 'takeFinished', 'takeConfirmed', 'jobDone'])
  })

  it('a part of the day that is declined is simply gone', () => {
    const job = aJobWith({ proposal: offered({ kind: 'part-day', by: 'worker' }) })
    const change = granted(answerPay(job, { ...no, by: 'employer' }))
    expect([change.job.takes[0]?.contestedAt, happened(change)]).toEqual([null, ['payDeclined']])
  })

  it('cash changes hands outside: nothing of it is held or owed', () => {
    const change = granted(
      answerPay(aJobWith({ proposal: offered({ kind: 'cash', amountFen: fen(10_000) }) }), { ...yes, amountFen: 10_000 }),
    )
    expect(change.job).toMatchObject({ dues: [], takes: [{ state: 'confirmed', paidBy: 'cash' }] })
    expect(change.events).toMatchObject([
      { type: 'payAgreed' },
      { type: 'takeConfirmed', facts: { payFen: 10_000, heldFen: 0, cash: true } },
      { type: 'takeCashed', facts: { amountFen: 10_000 } },
      { type: 'jobDone' },
    ])
  })

  it('another sum than was offered is a no', () => {
    const change = granted(
      answerPay(aJobWith({ proposal: offered({ kind: 'cash', amountFen: fen(10_000) }) }), { ...yes, amountFen: 8_000 }),
    )
    expect(happened(change)).toEqual(['payContested'])
  })

  it('cash for what was owed comes off its bill, and the rest stands on the next one, due since it was due', () => {
    const due = (about: Partial<Due>): Due => ({
      ...{ take, worker: LIAO, kind: 'pay', amountFen: fen(10_000), since: NOW, bill: 1, state: 'open', settledAt: null },
      ...about,
    })
    const dues = [due({}), due({ take: asId('take-2'), worker: CHEN })]
    const job = aJobWith({ state: 'confirmed', proposal: offered({ kind: 'cash', amountFen: fen(10_000) }) }, dues)
    const change = granted(answerPay(job, yes))
    expect(change.job.dues).toEqual([due({ state: 'cash', settledAt: yes.now }), due({ take: asId('take-2'), worker: CHEN, bill: 2 })])
    expect(change.job).toMatchObject({ owedSince: NOW, takes: [{ state: 'confirmed', paidBy: 'cash' }] })
    expect(happened(change)).toEqual(['payAgreed', 'takeCashed', 'billWithdrawn', 'payDue'])
  })

  it.each([
    ['nothing', aJobWith({}), yes, 'nothing-offered'],
    ['what nobody offered to him', anOpenJob(), yes, 'no-take'],
    ['his own offer', aJobWith({ proposal: offered({ by: 'worker' }) }), yes, 'not-yours-to-answer'],
  ])('nobody answers %s', (_what, job, answer, refusal) => expect(refusalOf(answerPay(job, answer))).toBe(refusal))
})

describe('an offer that nobody answers', () => {
  const until = answerUntil({ at: NOW })

  it.each([
    ['deduction', 'payContested'],
    ['cash', 'payContested'],
    ['part-day', 'payDeclined'],
    ['overtime', 'payDeclined'],
  ] as const)('of %s ends as if it had been declined: silence is no consent', (kind, event) => {
    const job = aJobWith({ proposal: offered({ kind }) })
    expect(happened(granted(lapseProposal(job, { take, now: until })))).toEqual([event])
    expect(granted(lapseProposal(job, { take, now: until.subtract({ milliseconds: 1 }) })).job).toBe(job)
  })

  it('is left alone where there is none any more', () => {
    const job = aJobWith({})
    expect(granted(lapseProposal(job, { take, now: until })).job).toBe(job)
  })
})
