import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { asId } from '../id.ts'
import { fen } from '../money.ts'
import { INSURER, jobAccount, PAYOUTS, PROVIDER, REFUNDS, workerAccount } from './account.ts'
import { entry } from './entry.ts'
import { bookAfter, changesOf, heldFigure, NOTHING_YET, outgoingFigure, returningFigure } from './figure.ts'
import { holdForJob, payForTake, returnRest } from './movement.ts'
import { bookOf } from './testing/book.ts'
import { aMemo, aWorkerMemo, someEntry } from './testing/entries.ts'
import { confirmed, published, settled } from './testing/stories.ts'

const job = jobAccount(asId('job-1'))
const li = workerAccount(asId('li'))
const held = heldFigure(asId('cai'))

describe('figures that run along', () => {
  it('carries balances and what the employer has put aside from line to line', () => {
    const story = [holdForJob(published(2)), payForTake(confirmed('take-1')), returnRest(settled(), fen(10_000))]
    const book = bookOf(story)
    const run = (name: string) => book.map(({ figures }) => figures.find((figure) => figure.name === name)?.amountFen)
    expect(book.map(({ line }) => line)).toEqual([1, 2, 3])
    expect({ job: run(job), li: run(li), held: run(held) }).toEqual({
      job: [20_000, 10_000, 0],
      li: [undefined, 10_000, undefined],
      held: [20_000, 10_000, 0],
    })
    expect(book[1]?.figures.map(({ follows }) => follows)).toEqual(['job:job-1@1', 'held:cai@1', 'worker:li@0'])
  })

  it('tells each person apart in the accounts that all share', () => {
    const toLi = entry(aWorkerMemo()).debit(li, fen(600)).credit(PAYOUTS).done()
    const toCai = entry(aMemo()).debit(job, fen(500)).credit(REFUNDS).done()
    expect([...changesOf(toLi)]).toEqual([
      [li, -600],
      [outgoingFigure(asId('li')), 600],
    ])
    expect([...changesOf(toCai)]).toEqual([
      [job, -500],
      [held, -500],
      [returningFigure(asId('cai')), 500],
    ])
  })

  it('lets no more arrive than is on its way', () => {
    const arrived = entry(aWorkerMemo()).debit(PAYOUTS, fen(601)).credit(PROVIDER).done()
    expect(() => bookAfter(arrived, () => ({ line: 1, amountFen: fen(600) }))).toThrow('nobody gives what he has not')
  })

  it('takes neither an escrow for a worker’s affair nor a payout for an employer’s', () => {
    expect(() => changesOf(entry(aWorkerMemo()).debit(job, fen(1)).credit(li).done())).toThrow('belong to an employer')
    expect(() => changesOf(entry(aMemo()).debit(li, fen(1)).credit(PAYOUTS).done())).toThrow('belongs to a worker')
  })

  it('refuses an entry that takes more out of an escrow than there is', () => {
    const standing = () => ({ line: 1, amountFen: fen(9_999) })
    expect(() => bookAfter(payForTake(confirmed('take-1')), standing)).toThrow('nobody gives what he has not')
  })

  it('refuses a balance beyond the whole numbers', () => {
    const standing = () => ({ line: 1, amountFen: fen(Number.MAX_SAFE_INTEGER) })
    expect(() => bookAfter(holdForJob(published()), standing)).toThrow('whole number')
  })

  it('refuses an entry that concerns nobody', () => {
    const between = entry(aMemo()).debit(PROVIDER, fen(1)).credit(INSURER).done()
    expect(() => bookAfter(between, () => NOTHING_YET)).toThrow('concerns')
  })

  it('of any entries are the sums of what they change, never below zero, and never two behind one line', () => {
    fc.assert(
      fc.property(fc.array(someEntry(), { maxLength: 40 }), (entries) => {
        const book = bookOf(entries)
        const follows = book.flatMap(({ figures }) => figures.map((figure) => figure.follows))
        expect(new Set(follows).size).toBe(follows.length)
        const sums = new Map<string, number>()
        for (const booked of book) {
          for (const [name, change] of changesOf(booked.entry)) sums.set(name, (sums.get(name) ?? 0) + change)
          for (const { name, amountFen } of booked.figures) expect([amountFen, amountFen >= 0]).toEqual([sums.get(name), true])
        }
      }),
    )
  })
})
