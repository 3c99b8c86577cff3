import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { fen } from '../core/money.ts'
import { DECLINED } from '../core/payment/payout-failure.ts'
import { endHeld, releaseHeld } from '../payment/pursue-payout.ts'
import { noMischief } from '../payment/sandbox/mischief.ts'
import { startTown, type Town } from '../payment/testing/payment-room.ts'
import { Crash, crashingStore } from '../statistics/testing/faulty-store.ts'
import type { Store } from '../store/port.ts'
import { openSqlite } from '../store/sqlite/open-sqlite.ts'
import { showPayout } from './show-payout.ts'
import { takeBack } from './take-back.ts'
import { type Purse, startPurse } from './testing/payout-room.ts'

const FILLED = 900_000
const [MUCH, LITTLE] = [500_001, 200_000]
const unlookedFen = fen(500_000)

let town: Town
let store: Store
let purse: Purse
let runs = 0
const start = (over: Store = store): Purse => {
  const started = startPurse({ store: over, county: `held-${runs}`, town, unlookedFen })
  town.use(started)
  return started
}
beforeAll(async () => {
  town = await startTown()
})
afterAll(() => town.stop())
beforeEach(async () => {
  runs += 1
  Object.assign(town.sandbox.mischief, noMischief())
  store = openSqlite({ file: ':memory:' })
  purse = start()
  await purse.fill(FILLED)
})
afterEach(async () => {
  expect(await purse.verify()).toMatchObject({ trialBalanceFen: 0, faults: [] })
  await purse.stop()
  await store.close()
})

const only = async (of = purse) => {
  const [doc, ...more] = await of.open()
  if (doc === undefined || more.length > 0) throw new Error('one payout is open')
  return doc
}
const states = async () => (await purse.open()).map((doc) => showPayout(doc).state)
const orders = () => [...town.sandbox.transfers.values()].length
const release = (of: Purse, id: string) => releaseHeld(of.ports.payment, id)
const decline = (of: Purse, id: string) => endHeld(of.ports.payment, id, DECLINED)

async function confirm(id: string): Promise<void> {
  town.sandbox.confirm(id)
  await town.sandbox.notices.idle()
  await purse.settle()
}

describe('much money', () => {
  it('leaves the wallet and goes nowhere until somebody has looked; then it is sent like any other', async () => {
    const before = orders()
    expect(await purse.withdraw(MUCH)).toMatchObject({ ok: true, value: { state: 'held' } })
    await purse.later({ hours: 72 })
    expect([await purse.purse(), await states(), orders() - before]).toEqual([[FILLED - MUCH, MUCH], ['held'], 0])
    const { id } = await only()
    expect(await release(purse, id)).toMatchObject({ state: 'waiting', createdAt: town.clock.now() })
    expect(await release(purse, id)).toMatchObject({ state: 'waiting', orders: 1 })
    await confirm(id)
    expect([await purse.purse(), await states(), orders() - before]).toEqual([[FILLED - MUCH, 0], [], 1])
  })

  it('has a whole day to be confirmed in from when it was let go', async () => {
    await purse.withdraw(MUCH)
    await purse.later({ hours: 30 })
    const { id } = await only()
    await release(purse, id)
    await purse.later({ hours: 23 })
    expect(await states()).toEqual(['waiting'])
    await confirm(id)
    expect(await purse.purse()).toEqual([FILLED - MUCH, 0])
  })

  it('is in the wallet again when it is not let go, or when its owner does not want it any more', async () => {
    await purse.withdraw(MUCH)
    expect(await decline(purse, (await only()).id)).toMatchObject({ state: 'cancelled', code: DECLINED })
    await purse.settle()
    expect([await purse.purse(), await states()]).toEqual([[FILLED, 0], []])
    await purse.withdraw(MUCH, 'k2')
    expect(await takeBack(purse.ports.payment, await only())).toMatchObject({ ok: true, value: { state: 'cancelled', code: 'CANCELLED' } })
    await purse.settle()
    expect(await purse.purse()).toEqual([FILLED, 0])
  })

  it('is held once for one call, and is that payout for ever', async () => {
    const first = await purse.withdraw(MUCH)
    expect(await purse.withdraw(MUCH)).toMatchObject({ value: { id: first.ok && first.value.id, state: 'held' } })
    await decline(purse, (await only()).id)
    await purse.settle()
    expect(await purse.withdraw(MUCH)).toMatchObject({ ok: true, value: { state: 'cancelled' } })
    expect(await purse.purse()).toEqual([FILLED, 0])
  })

  it('in pieces is looked at from the piece on by which it is much, for a day', async () => {
    for (const key of ['a', 'b']) expect(await purse.withdraw(LITTLE, key)).toMatchObject({ value: { state: 'waiting' } })
    expect(await purse.withdraw(LITTLE, 'c')).toMatchObject({ value: { state: 'held' } })
    await purse.later({ hours: 25 })
    expect(await states()).toEqual(['held'])
    expect(await purse.withdraw(LITTLE, 'd')).toMatchObject({ value: { state: 'waiting' } })
  })

  it('at once in two halves is seen by at least one of them', async () => {
    await Promise.all(['a', 'b'].map((key) => purse.withdraw(300_000, key)))
    expect(await states()).toContain('held')
  })
})

describe('two answers at once', () => {
  it.each([
    ['letting go and not letting go', (of: Purse, id: string) => [release(of, id), decline(of, id)]],
    [
      'not letting go and taking back',
      (of: Purse, id: string) => [decline(of, id), only(of).then((doc) => takeBack(of.ports.payment, doc))],
    ],
    ['letting go twice', (of: Purse, id: string) => [release(of, id), release(of, id)]],
  ])('%s is one answer', async (_what, answers) => {
    await purse.withdraw(MUCH)
    const { id } = await only()
    await Promise.all(answers(purse, id))
    await purse.settle()
    const [balanceFen, outgoingFen] = await purse.purse()
    const open = await purse.open()
    expect([balanceFen, outgoingFen, open.length]).toEqual(open.length === 1 ? [FILLED - MUCH, MUCH, 1] : [FILLED, 0, 0])
    if (open.length === 1) expect(open).toMatchObject([{ state: 'waiting' }])
  })
})

describe('a process that dies between any two writes', () => {
  const ACTS = { release, decline } as const

  /** Asks, and answers what is held, as far as this process lives. */
  async function live(of: Purse, how: keyof typeof ACTS): Promise<void> {
    await of.withdraw(MUCH)
    const [held] = await of.open()
    if (held?.state === 'held') await ACTS[how](of, held.id)
    await of.settle()
  }

  it.each(['release', 'decline'] as const)('leaves a payout that somebody can still %s, and its money in one place', async (how) => {
    let died = 0
    for (let write = 0; write < 20; write += 1) {
      for (const reached of [false, true]) {
        runs += 1
        const dying = start(crashingStore(store, { write, reached }))
        await startPurse({ store, county: `held-${runs}`, town, unlookedFen }).fill(FILLED)
        await live(dying, how).catch((error: unknown) => {
          if (!(error instanceof Crash)) throw error
          died += 1
        })
        await dying.stop()
        const next = start()
        await live(next, how)
        await next.later({ minutes: 10 })
        const [balanceFen, outgoingFen] = await next.purse()
        const [open] = await next.open()
        if (how === 'release') expect([balanceFen, outgoingFen, open?.state]).toEqual([FILLED - MUCH, MUCH, 'waiting'])
        else expect([balanceFen, outgoingFen, open]).toEqual([FILLED, 0, undefined])
        expect(await next.verify()).toMatchObject({ trialBalanceFen: 0, faults: [] })
        await next.stop()
      }
    }
    expect(died).toBeGreaterThanOrEqual(8)
  })
})
