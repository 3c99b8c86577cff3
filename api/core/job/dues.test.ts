import { describe, expect, it } from '@jest/globals'
import { instantText } from '../clock.ts'
import { asId } from '../id.ts'
import { fen } from '../money.ts'
import { anOpenJob, aTake, CHEN, LIAO, NOW } from '../testing/builders.ts'
import { granted, happened } from '../testing/outcome.ts'
import { openBills } from './asked-money.ts'
import { owe, owedFen, payBill, rebill, withDues } from './dues.ts'
import { arrearsFrom, markArrears } from './mark-arrears.ts'

const LATER = NOW.add({ hours: 1 })
const pay = (take: string, amountFen: number) => ({
  take: asId<'take'>(take),
  worker: LIAO,
  kind: 'pay' as const,
  amountFen: fen(amountFen),
})
const one = owe({ job: anOpenJob(), events: [] }, [pay('take-1', 2_000), { ...pay('take-2', 3_000), worker: CHEN }, pay('take-3', 0)], NOW)
const two = owe(one, [pay('take-4', 500)], LATER)

describe('what an employer owes', () => {
  it('stands on a bill as it falls due, and is owed since then; what is nothing is not owed', () => {
    expect(two.job.dues.map(({ take, bill, state }) => [take, bill, state])).toEqual([
      ['take-1', 1, 'open'],
      ['take-2', 1, 'open'],
      ['take-4', 2, 'open'],
    ])
    expect([two.job.owedSince, owedFen(two.job)]).toEqual([NOW, 5_500])
    expect(two.events.map(({ id, facts }) => [id, 'amountFen' in facts && facts.amountFen])).toEqual([
      ['payDue:job-1:1', 5_000],
      ['payDue:job-1:2', 500],
    ])
    expect(openBills(two.job)).toEqual([
      { bill: 1, amountFen: 5_000 },
      { bill: 2, amountFen: 500 },
    ])
  })

  it('stands on several bills where one payment could not hold it', () => {
    const rich = Array.from({ length: 5 }, (_, n) => pay(`take-${n}`, 800_000_000))
    const owed = owe({ job: anOpenJob(), events: [] }, rich, NOW)
    expect(openBills(owed.job).map(({ amountFen }) => amountFen)).toEqual([1_600_000_000, 1_600_000_000, 800_000_000])
    expect(owed.events.map(({ id }) => id)).toEqual(['payDue:job-1:1', 'payDue:job-1:2', 'payDue:job-1:3'])
  })

  it('is paid by the bill; saying it twice changes nothing', () => {
    const { job: paid, events } = payBill(two.job, { bill: 1, now: LATER })
    const facts = { bill: 1, amountFen: 5_000, seats: 2, since: instantText(NOW) }
    expect(events).toMatchObject([{ id: 'billPaid:job-1:1', at: LATER, facts }])
    expect(paid.dues.map(({ settledAt }) => settledAt)).toEqual([LATER, LATER, null])
    expect([owedFen(paid), paid.owedSince, openBills(paid)]).toEqual([500, LATER, [{ bill: 2, amountFen: 500 }]])
    expect(payBill(paid, { bill: 1, now: LATER })).toEqual({ job: paid, events: [] })
    expect(payBill(paid, { bill: 2, now: LATER }).job.owedSince).toBeNull()
  })

  it('moves to the next bill where a part of it was settled otherwise', () => {
    const cashed = withDues(
      two.job,
      two.job.dues.map((due) => (due.take === 'take-1' ? { ...due, state: 'cash' as const } : due)),
    )
    const moved = rebill({ job: cashed, events: [] }, 1, LATER)
    expect(moved.job.dues.map(({ take, bill, since }) => [take, bill, since])).toEqual([
      ['take-1', 1, NOW],
      ['take-2', 3, NOW],
      ['take-4', 2, LATER],
    ])
    expect(happened(moved)).toEqual(['billWithdrawn', 'payDue'])
  })

  it('asks for nothing more where all of a bill was settled otherwise', () => {
    const cashed = withDues(
      one.job,
      one.job.dues.map((due) => ({ ...due, state: 'cash' as const })),
    )
    expect(happened(rebill({ job: cashed, events: [] }, 1, LATER))).toEqual(['billWithdrawn'])
  })
})

describe('arrears', () => {
  const due = arrearsFrom(NOW)

  it('are told a day after the oldest due, once', () => {
    expect(granted(markArrears(one.job, { now: due.subtract({ milliseconds: 1 }) })).job).toBe(one.job)
    const told = granted(markArrears(one.job, { now: due }))
    expect(told.events).toMatchObject([{ type: 'jobInArrears', facts: { owedFen: 5_000, workers: [LIAO, CHEN] } }])
    expect(granted(markArrears(told.job, { now: due })).job).toBe(told.job)
  })

  it('are told again when something else stays unpaid', () => {
    const told = granted(markArrears(two.job, { now: due })).job
    const paid = payBill(told, { bill: 1, now: LATER }).job
    expect(happened(granted(markArrears(paid, { now: arrearsFrom(LATER) })))).toEqual(['jobInArrears'])
  })

  it('are none where nothing is owed', () => {
    const job = anOpenJob({ takes: [aTake()] })
    expect(granted(markArrears(job, { now: due })).job).toBe(job)
  })
})
