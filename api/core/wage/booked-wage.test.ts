import { describe, expect, it } from '@jest/globals'
import { asId } from '../id.ts'
import { cashForTake } from '../ledger/cash.ts'
import { compensateTake, holdForJob, payDue, payForTake, returnRest } from '../ledger/movement.ts'
import { confirmed, happened, jobFacts, published, settled } from '../ledger/testing/stories.ts'
import { fen } from '../money.ts'
import { NOW } from '../testing/builders.ts'
import { bookedWage } from './booked-wage.ts'

const li = { take: 'take-1', worker: 'li', job: 'job-1', jobNumber: '10240', employer: 'cai', at: NOW }
const charge: Parameters<typeof payDue>[0]['charge'] = {
  ...{ key: 'due:job-1:2', purpose: 'due' as const, county: '350428', demo: false, job: asId<'job'>('job-1'), jobNumber: '10240' },
  ...{ employer: asId<'person'>('cai'), amountFen: fen(5_000), askedAt: NOW, attempt: 1, state: 'paid' as const, paidBy: 'due:job-1:2#1' },
}
const due = {
  ...{ take: asId<'take'>('take-1'), worker: asId<'person'>('li'), kind: 'pay' as const, amountFen: fen(5_000) },
  ...{ since: NOW, bill: 2, state: 'paid' as const, settledAt: NOW, taxFen: fen(500) },
}

describe('what an entry says of a wage', () => {
  it('is the pay out of what was held, before tax', () => {
    expect(bookedWage(payForTake(confirmed('take-1'), { taxFen: fen(1_600) }))).toEqual({
      ...li,
      key: 'pay:take-1',
      by: 'wallet',
      grossFen: 10_000,
      taxFen: 1_600,
    })
    expect(bookedWage(payForTake(confirmed('take-1')))).toMatchObject({ grossFen: 10_000, taxFen: 0 })
  })

  it('is what was owed beyond', () => {
    const wage = { ...li, key: 'due:job-1:2:take-1', by: 'wallet', grossFen: 5_000, taxFen: 500 }
    expect(bookedWage(payDue({ charge, at: NOW }, due))).toEqual(wage)
  })

  it('is what changed hands outside, though nothing is left of it on any account', () => {
    const cash = cashForTake(happened('takeCashed', { ...jobFacts, take: 'take-1', worker: 'li', amountFen: fen(7_000) }))
    expect(bookedWage(cash)).toEqual({ ...li, key: 'cash:take-1', by: 'cash', grossFen: 7_000, taxFen: 0 })
  })

  it.each([
    ['money put aside', holdForJob(published())],
    ['what is left of it', returnRest(settled(), fen(100))],
    [
      'a compensation',
      compensateTake(
        happened('takeCancelled', {
          ...jobFacts,
          take: 'take-1',
          worker: 'li',
          compensationFen: fen(30),
          heldFen: fen(30),
          weather: false,
        }),
      ),
    ],
  ])('is nothing of %s', (_what, entry) => {
    expect(bookedWage(entry)).toBeUndefined()
  })
})
