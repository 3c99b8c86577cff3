import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { Result } from '@linggong/api/core/result.ts'
import { startTown, type Town } from '@linggong/api/payment/testing/payment-room.ts'
import { openMongo } from '@linggong/api/store/mongo/open-mongo.ts'
import type { Store } from '@linggong/api/store/port.ts'
import { openSqlite } from '@linggong/api/store/sqlite/open-sqlite.ts'
import { type Purse, startPurse } from '@linggong/api/wallet/testing/payout-room.ts'
import { describeWhere, mongodbUrl } from '../setup/needs.ts'

const PROCESSES = 4
const FILLED = 100_000

/** Several processes of one county over one store, and a worker who asks all of them at once. */
function payoutRaces(open: () => Promise<Store>): void {
  let town: Town
  let store: Store
  let processes: readonly Purse[]
  beforeAll(async () => {
    town = await startTown()
    store = await open()
  })
  afterAll(async () => {
    await town.stop()
    await store.close()
  })
  beforeEach(async () => {
    const county = `race-${Math.random().toString(36).slice(2)}`
    processes = Array.from({ length: PROCESSES }, () => startPurse({ store, county, town }))
    await processes[0]?.fill(FILLED)
  })
  afterEach(async () => {
    const report = await processes[0]?.verify()
    expect(report).toMatchObject({ trialBalanceFen: 0, faults: [] })
    for (const each of processes) await each.stop()
  })

  const crowd = (count: number, ask: (purse: Purse, index: number) => Promise<Result<unknown>>) =>
    Promise.all(
      Array.from({ length: count }, (_each, index) => {
        const purse = processes[index % PROCESSES]
        if (purse === undefined) throw new Error('there is a process for everybody')
        return ask(purse, index)
      }),
    )
  const refusals = (answers: readonly Result<unknown>[]) => [...new Set(answers.flatMap((each) => (each.ok ? [] : [each.refusal])))]
  const accepted = (answers: readonly Result<unknown>[]) => answers.filter(({ ok }) => ok).length

  it('spends a balance once, and says no to everybody else', async () => {
    const answers = await crowd(16, (purse, index) => purse.withdraw(FILLED, `key-${index}`))
    expect([accepted(answers), refusals(answers)]).toEqual([1, ['balance-too-low']])
    expect(await processes[0]?.purse()).toEqual([0, FILLED])
  })

  it('gives as often as there is enough', async () => {
    const answers = await crowd(8, (purse, index) => purse.withdraw(FILLED / 4, `key-${index}`))
    expect([accepted(answers), refusals(answers)]).toEqual([4, ['balance-too-low']])
    expect(await processes[0]?.purse()).toEqual([0, FILLED])
  })

  it('makes one payout of one key, whoever is asked how often', async () => {
    const answers = await crowd(16, (purse) => purse.withdraw(30_000, 'key'))
    const numbers = new Set(answers.map((each) => (each.ok ? Reflect.get(Object(each.value), 'id') : each.refusal)))
    expect([accepted(answers), numbers.size]).toEqual([16, 1])
    expect([await processes[0]?.purse(), (await processes[0]?.open())?.length]).toEqual([[FILLED - 30_000, 30_000], 1])
  })

  it('makes one payout of one key with several amounts, and tells the others apart', async () => {
    const answers = await crowd(12, (purse, index) => purse.withdraw(10_000 + (index % 3) * 1_000, 'key'))
    expect([accepted(answers), refusals(answers)]).toEqual([4, ['key-reused']])
    expect((await processes[0]?.open())?.length).toBe(1)
  })
}

describe('payouts asked for at once, on SQLite', () => payoutRaces(async () => openSqlite({ file: ':memory:' })))

describeWhere('mongodb', 'payouts asked for at once, on MongoDB', () =>
  payoutRaces(() => openMongo({ url: mongodbUrl ?? '', database: `payouts_${crypto.randomUUID().replaceAll('-', '')}` })),
)
