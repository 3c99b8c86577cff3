import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { asId } from '../core/id.ts'
import { jobAccount, PAYOUTS, workerAccount } from '../core/ledger/account.ts'
import { type Entry, entry } from '../core/ledger/entry.ts'
import { heldFigure, outgoingFigure } from '../core/ledger/figure.ts'
import { holdForJob, payForTake, returnRest } from '../core/ledger/movement.ts'
import { aWorkerMemo } from '../core/ledger/testing/entries.ts'
import { confirmed, published, settled } from '../core/ledger/testing/stories.ts'
import { fen } from '../core/money.ts'
import { openSqlite } from '../store/sqlite/open-sqlite.ts'
import { createLedger, type Ledger } from './ledger.ts'
import { verifyLedger } from './verify-ledger.ts'

const county = '350428'
const job = jobAccount(asId('job-1'))
const li = workerAccount(asId('li'))

describe('the ledger', () => {
  let store = openSqlite({ file: ':memory:' })
  let ledger: Ledger
  beforeEach(() => {
    store = openSqlite({ file: ':memory:' })
    ledger = createLedger({ store, county })
  })
  afterEach(() => store.close())
  const append = async (...all: Entry[]) => {
    for (const entry of all) await ledger.append(entry)
  }
  const amounts = async () => [await ledger.amountOf(job), await ledger.amountOf(li), await ledger.amountOf(heldFigure(asId('cai')))]

  it('keeps what a worker does with his own money, which concerns no job', async () => {
    await append(holdForJob(published(3)), payForTake(confirmed('take-1')))
    const out = entry(aWorkerMemo()).debit(li, fen(4_000)).credit(PAYOUTS).done()
    await append(out, out)
    expect(await ledger.entryOf(out.key)).toEqual(out)
    expect([await ledger.amountOf(li), await ledger.amountOf(outgoingFigure(asId('li')))]).toEqual([6_000, 4_000])
    expect(await verifyLedger({ store, county })).toMatchObject({ trialBalanceFen: 0, faults: [] })
  })

  it('answers whoever asks for what he may not have, and writes nothing', async () => {
    await append(holdForJob(published(3)), payForTake(confirmed('take-1')))
    const out = (amount: number) => entry(aWorkerMemo()).debit(li, fen(amount)).credit(PAYOUTS).done()
    expect(await ledger.appendIfCovered(out(10_001))).toBe('short')
    expect(await ledger.appendIfCovered(out(10_000))).toBe('written')
    expect(await ledger.appendIfCovered(out(10_000))).toBe('written')
    expect(await ledger.appendIfCovered(out(1))).toBe('other')
    expect(await ledger.amountOf(li)).toBe(0)
    expect(await verifyLedger({ store, county })).toMatchObject({ entries: 3, trialBalanceFen: 0, faults: [] })
  })

  it('follows a job with its money', async () => {
    await append(holdForJob(published(3)), payForTake(confirmed('take-1')))
    expect(await amounts()).toEqual([20_000, 10_000, 20_000])
    await append(returnRest(settled(), fen(20_000)))
    expect(await amounts()).toEqual([0, 10_000, 0])
    expect(await verifyLedger({ store, county })).toMatchObject({
      entries: 3,
      trialBalanceFen: 0,
      totalsFen: { worker: 10_000 },
      faults: [],
    })
  })

  it('takes the same entry twice as once, also at the same time', async () => {
    await append(holdForJob(published(3)))
    await Promise.all(Array.from({ length: 20 }, () => ledger.append(payForTake(confirmed('take-1')))))
    expect(await amounts()).toEqual([20_000, 10_000, 20_000])
  })

  it('gives an entry back as it was', async () => {
    const hold = holdForJob(published(3))
    await append(hold)
    expect(await ledger.entryOf(hold.key)).toEqual(hold)
    expect(await ledger.entryOf(payForTake(confirmed('take-1')).key)).toBeUndefined()
  })

  it('refuses other money under the same key', async () => {
    await append(holdForJob(published(3)), payForTake(confirmed('take-1', 'li')))
    await expect(append(payForTake(confirmed('take-1', 'chen')))).rejects.toThrow('a key moves the same money')
  })

  it('refuses to pay what is not held, before a hold and after it is used up', async () => {
    await expect(append(payForTake(confirmed('take-1')))).rejects.toThrow('nobody gives what he has not')
    await append(holdForJob(published(1)), payForTake(confirmed('take-1')))
    await expect(append(payForTake(confirmed('take-2')))).rejects.toThrow('nobody gives what he has not')
    expect(await amounts()).toEqual([0, 10_000, 0])
  })

  it('refuses an entry of another county', async () => {
    await expect(append({ ...holdForJob(published()), county: '350400' })).rejects.toThrow('county')
  })

  it('turns the pages of an account, the newest first', async () => {
    await append(holdForJob(published(7)))
    const at = published().at
    for (let take = 1; take <= 7; take += 1) await append({ ...payForTake(confirmed(`take-${take}`)), at: at.add({ minutes: take }) })
    const first = await ledger.statement(li, { limit: 3 })
    const second = await ledger.statement(li, { limit: 3, after: first.next })
    expect([...first.docs, ...second.docs].map(({ key }) => key)).toEqual([7, 6, 5, 4, 3, 2].map((take) => `pay:take-${take}`))
    const since = await ledger.statement(li, { from: at.add({ minutes: 6 }), limit: 10 })
    expect([since.docs.length, since.next]).toEqual([2, undefined])
  })

  it('can be audited while it is written', async () => {
    await append(holdForJob(published(60)))
    const writing = Promise.all(
      Array.from({ length: 60 }, (_each, at) => ledger.append(payForTake(confirmed(`take-${at}`, `worker-${at % 7}`)))),
    )
    for (let look = 0; look < 5; look += 1) expect((await verifyLedger({ store, county })).faults).toEqual([])
    await writing
    expect(await verifyLedger({ store, county })).toMatchObject({ entries: 61, trialBalanceFen: 0, faults: [] })
  })
})
