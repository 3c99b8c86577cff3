import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { asId } from '../id.ts'
import { addFen, fen } from '../money.ts'
import { jobAccount, PROVIDER, workerAccount } from './account.ts'
import { auditEntry, auditJobs, newAudit } from './audit.ts'
import { type Entry, entry } from './entry.ts'
import { type Booked, bookAfter, type FigureName } from './figure.ts'
import { holdForJob, payForTake, returnRest } from './movement.ts'
import { bookOf } from './testing/book.ts'
import { aMemo, someEntry } from './testing/entries.ts'
import { confirmed, published, settled } from './testing/stories.ts'

const LI = workerAccount(asId('li'))
const STORY = [
  holdForJob(published(3)),
  payForTake(confirmed('take-1')),
  payForTake(confirmed('take-2', 'chen')),
  returnRest(settled(), fen(10_000)),
]

function audited(book: readonly Booked[], only?: FigureName) {
  const audit = newAudit(only)
  for (const booked of book) auditEntry(audit, booked)
  auditJobs(audit)
  return audit
}
const faults = (book: readonly Booked[]) => Object.fromEntries([...audited(book).entryFaults, ...audited(book).figureFaults])

const changed = (at: number, change: (booked: Booked) => Booked): Booked[] =>
  bookOf(STORY).map((booked, index) => (index === at ? change(booked) : booked))
const withEntry = (booked: Booked, about: Partial<Entry>): Booked => ({ ...booked, entry: { ...booked.entry, ...about } })

describe('the audit of a book', () => {
  it('finds nothing wrong with one that was kept well, and its trial balance is zero', () => {
    const audit = audited(bookOf(STORY))
    expect([audit.entryFaults.size, audit.figureFaults.size]).toEqual([0, 0])
    expect(Object.fromEntries(audit.totalsFen)).toEqual({
      employer: 0,
      job: 0,
      worker: 20_000,
      insurer: 0,
      provider: -30_000,
      refunds: 10_000,
      payouts: 0,
      compensation: 0,
      cash: 0,
      tax: 0,
    })
  })

  it('finds a zero trial balance and only what holds do not explain in any book', () => {
    fc.assert(
      fc.property(fc.array(someEntry(), { maxLength: 40 }), (entries) => {
        const audit = audited(bookOf(entries))
        expect(addFen(...audit.totalsFen.values())).toBe(0)
        expect(audit.entryFaults.size).toBe(0)
        expect([...audit.figureFaults.values()].filter((fault) => fault !== 'held-differs')).toEqual([])
      }),
    )
  })

  it.each<[string, Booked[], object]>([
    ['a missing line', bookOf(STORY).toSpliced(1, 1), { 'job:job-1': 'chain-broken', 'held:cai': 'chain-broken' }],
    ['a line there twice', bookOf(STORY).toSpliced(1, 0, ...bookOf(STORY).slice(1, 2)), { 'worker:li': 'chain-broken' }],
    ['two lines swapped', [1, 0, 2, 3].flatMap((at) => bookOf(STORY).slice(at, at + 1)), { 'job:job-1': 'chain-broken' }],
    [
      'pay turned to somebody else',
      changed(1, (booked) => withEntry(booked, { postings: payForTake(confirmed('take-1', 'chen')).postings })),
      { 'worker:chen': 'chain-broken' },
    ],
    [
      'a changed amount',
      changed(1, (booked) =>
        withEntry(booked, {
          postings: [
            { account: PROVIDER, amountFen: fen(-9) },
            { account: LI, amountFen: fen(9) },
          ],
        }),
      ),
      { 'worker:li': 'wrong-amount' },
    ],
    [
      'one posting more',
      changed(1, (booked) => withEntry(booked, { postings: [...booked.entry.postings, { account: PROVIDER, amountFen: fen(1) }] })),
      { 'pay:take-1': 'unbalanced' },
    ],
    [
      'a figure carried wrongly',
      changed(1, (booked) => ({ ...booked, figures: booked.figures.map((figure) => ({ ...figure, amountFen: fen(1) })) })),
      { 'worker:li': 'wrong-amount', 'job:job-1': 'wrong-amount' },
    ],
    ['pay under another name', changed(1, (booked) => withEntry(booked, { kind: 'payout' })), { 'job:job-1': 'held-differs' }],
  ])('finds %s', (_what, book, expected) => expect(faults(book)).toMatchObject(expected))

  it('finds an overdrawn account that carries its own wrong figure well', () => {
    const job = jobAccount(asId('job-1'))
    const overdrawn = entry(aMemo()).debit(job, fen(5)).credit(LI).done()
    const figures = bookAfter(overdrawn, () => ({ line: 0, amountFen: fen(5) })).figures.map((figure) =>
      figure.name === LI ? { ...figure, amountFen: fen(5) } : { ...figure, amountFen: fen(-5) },
    )
    expect(faults([{ entry: overdrawn, line: 1, figures }])).toMatchObject({ 'job:job-1': 'overdrawn' })
  })

  it('looks at one figure alone when asked', () => {
    const book = bookOf(STORY).toSpliced(1, 1)
    expect([...audited(book, workerAccount(asId('chen'))).figureFaults]).toEqual([])
    expect([...audited(book, jobAccount(asId('job-1'))).figureFaults]).toEqual([['job:job-1', 'chain-broken']])
  })
})
