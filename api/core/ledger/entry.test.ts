import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { asId } from '../id.ts'
import { type Fen, fen } from '../money.ts'
import { employerAccount, INSURER, jobAccount, PROVIDER, workerAccount } from './account.ts'
import { changeOn, type Entry, entry, entryKey, reverse, sumOf } from './entry.ts'
import { aMemo, someAccount, someEntry } from './testing/entries.ts'

const job = jobAccount(asId('job-1'))
const li = workerAccount(asId('li'))

describe('writing an entry', () => {
  it('reads as one says it', () => {
    const memo = aMemo({ key: entryKey('pay', 'take-1'), kind: 'pay' })
    const paid = entry(memo).debit(job, fen(10_000)).credit(li).done()
    expect(paid).toEqual({
      ...memo,
      postings: [
        { account: job, amountFen: -10_000 },
        { account: li, amountFen: 10_000 },
      ],
    })
  })

  it('lets money pass through several accounts', () => {
    const employer = employerAccount(asId('cai'))
    const held = entry(aMemo()).debit(PROVIDER, fen(5)).credit(employer).debit(employer, fen(5)).credit(job).done()
    expect([PROVIDER, employer, job, INSURER].map((account) => changeOn(account, held))).toEqual([-5, 0, 5, 0])
  })

  it('never changes a sentence that was begun', () => {
    const begun = entry(aMemo()).debit(job, fen(3)).credit(li)
    begun.debit(job, fen(4)).credit(li)
    expect(begun.done().postings).toHaveLength(2)
  })

  it.each([0, -1])('refuses to move %i fen', (amount) => {
    expect(() => entry(aMemo()).debit(job, fen(amount))).toThrow('positive')
  })

  it.each([0.1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, 1e308])('refuses an amount of %d', (amount) => {
    expect(() =>
      entry(aMemo())
        .debit(job, amount as Fen)
        .credit(li)
        .done(),
    ).toThrow()
  })

  it('refuses a sum that leaves the whole numbers', () => {
    const most = fen(Number.MAX_SAFE_INTEGER)
    const twice = entry(aMemo()).debit(PROVIDER, most).credit(job).debit(PROVIDER, most).credit(job).done()
    expect(() => changeOn(job, twice)).toThrow('whole number')
  })
})

describe('any entries', () => {
  it('come to nothing, each and all together', () => {
    fc.assert(
      fc.property(fc.array(someEntry(), { maxLength: 30 }), someAccount(), (entries: Entry[], account) => {
        const postings = entries.flatMap((each) => each.postings)
        expect(entries.map((each) => sumOf(each.postings))).toEqual(entries.map(() => 0))
        const others = postings.filter((posting) => posting.account !== account)
        const own = postings.filter((posting) => posting.account === account)
        expect(sumOf(postings)).toBe(0)
        expect(sumOf(others) + sumOf(own)).toBe(0)
      }),
    )
  })

  it('are undone by their reversal on every account, by a new entry', () => {
    fc.assert(
      fc.property(someEntry(), (original) => {
        const back = reverse(original, { key: entryKey('premium-return', 'x'), kind: 'premium-return', at: original.at })
        expect(back).toMatchObject({
          ...original,
          givesBack: original.key,
          key: 'premium-return:x',
          kind: 'premium-return',
          postings: back.postings,
        })
        for (const { account } of original.postings) expect(changeOn(account, original) + changeOn(account, back)).toBe(0)
        expect(sumOf(back.postings)).toBe(0)
      }),
    )
  })
})
