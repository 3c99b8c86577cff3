import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { asId } from '../id.ts'
import { addFen, fen } from '../money.ts'
import { CASH, employerAccount, jobAccount, PAYOUTS, PROVIDER, REFUNDS, workerAccount } from './account.ts'
import { auditEntry, auditJobs, newAudit } from './audit.ts'
import { type Entry, entry, entryKey } from './entry.ts'
import { type Booked, bookAfter, changesOf, type FigureName } from './figure.ts'
import { holdForJob, payForTake, premiumForTake, returnPremium, returnRest } from './movement.ts'
import { bookOf } from './testing/book.ts'
import { aMemo, aWorkerMemo, someEntry } from './testing/entries.ts'
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

  it('finds a zero trial balance in any book, and nothing wrong with it but which way the money went', () => {
    fc.assert(
      fc.property(fc.array(someEntry(), { maxLength: 40 }), (entries) => {
        const audit = audited(bookOf(entries))
        expect(addFen(...audit.totalsFen.values())).toBe(0)
        const found = [...audit.entryFaults.values(), ...audit.figureFaults.values()]
        expect(found.filter((fault) => !['wrong-accounts', 'held-differs', 'premium-differs'].includes(fault))).toEqual([])
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
    [
      'pay under another name',
      changed(1, (booked) => withEntry(booked, { kind: 'surplus' })),
      { 'pay:take-1': 'wrong-accounts', 'job:job-1': 'held-differs' },
    ],
  ])('finds %s', (_what, book, expected) => expect(faults(book)).toMatchObject(expected))

  const CAI = employerAccount(asId('cai'))
  const ESCROW = jobAccount(asId('job-1'))
  const REFUND_DONE = aMemo({ kind: 'refund-done', key: entryKey('refund-done', 'one') })
  const OUT = aWorkerMemo({ kind: 'payout-done', key: entryKey('payout-done', 'one') })

  it.each<[string, Entry, FigureName]>([
    [
      'an escrow',
      entry(aMemo({ kind: 'pay' }))
        .debit(ESCROW, fen(5))
        .credit(LI)
        .done(),
      ESCROW,
    ],
    ['a wallet', entry(aWorkerMemo()).debit(LI, fen(5)).credit(PAYOUTS).done(), LI],
    [
      'refunds',
      entry(REFUND_DONE).debit(REFUNDS, fen(5)).credit(CAI).debit(CAI, fen(5)).credit(PROVIDER).done(),
      'returning:cai' as FigureName,
    ],
    ['payouts', entry(OUT).debit(PAYOUTS, fen(5)).credit(PROVIDER).done(), 'outgoing:li' as FigureName],
  ])('finds %s overdrawn, even where it carries its own wrong figure well', (_what, overdrawn, name) => {
    const begun = bookAfter(overdrawn, () => ({ line: 0, amountFen: fen(5) }))
    const carried = changesOf(overdrawn)
    const figures = begun.figures.map((figure) => ({ ...figure, amountFen: carried.get(figure.name) ?? fen(0) }))
    expect(faults([{ entry: overdrawn, line: 1, figures }])).toMatchObject({ [name]: 'overdrawn' })
  })

  it('finds money that only passes through and stays', () => {
    const key = entryKey('cash', 'take-1')
    const kept = entry(aMemo({ kind: 'cash', key }))
      .debit(CASH, fen(5))
      .credit(CAI)
      .debit(CAI, fen(5))
      .credit(LI)
      .done()
    expect(faults(bookOf([kept]))).toEqual({ 'cash:take-1': 'wrong-accounts' })
  })

  it('finds a premium that came back twice', () => {
    const premium = premiumForTake(aMemo(), { take: 'take-1', premiumFen: fen(500) })
    const back = ['take-1', 'take-9'].map((take) => returnPremium(premium, { take, at: premium.at }))
    expect(faults(bookOf([...STORY.slice(0, 1), premium, ...back.slice(0, 1)]))).toEqual({})
    expect(faults(bookOf([...STORY.slice(0, 1), premium, ...back]))).toEqual({ 'job:job-1': 'premium-differs' })
  })

  it('looks at one figure alone when asked', () => {
    const book = bookOf(STORY).toSpliced(1, 1)
    expect([...audited(book, workerAccount(asId('chen'))).figureFaults]).toEqual([])
    expect([...audited(book, jobAccount(asId('job-1'))).figureFaults]).toEqual([['job:job-1', 'chain-broken']])
  })
})
