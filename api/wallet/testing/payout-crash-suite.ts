import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { startTown, type Town } from '../../payment/testing/payment-room.ts'
import { Crash, type CrashPoint, crashingStore } from '../../statistics/testing/faulty-store.ts'
import type { Store } from '../../store/port.ts'
import type { TestDatabase } from '../../store/suite/database.ts'
import { type Purse, startPurse } from './payout-room.ts'

const FILLED = 50_000
const ASKED = 30_000

/** How a payout may end: confirmed by its payee, failed at the provider, or never looked at again. */
type End = 'confirmed' | 'refused' | 'forgotten'
const ENDS: readonly End[] = ['confirmed', 'refused', 'forgotten']

let town: Town
let database: TestDatabase
let store: Store
let runs = 0

function start(county: string, over = store): Purse {
  const purse = startPurse({ store: over, county, town })
  town.use(purse)
  return purse
}

function endAtProvider(end: End): void {
  for (const { number, state } of town.sandbox.transfers.values()) {
    if (state !== 'WAIT_USER_CONFIRM' || end === 'forgotten') continue
    if (end === 'confirmed') town.sandbox.confirm(number)
    else town.sandbox.failPayout(number, 'ACCOUNT_FROZEN')
  }
}

/** A worker asks for money and what he or the provider makes of it is told, as far as this process lives. */
async function live(purse: Purse, end: End): Promise<void> {
  await purse.withdraw(ASKED).catch(onlyCrash)
  endAtProvider(end)
  await town.sandbox.notices.idle()
  await purse.settle()
}

function onlyCrash(error: unknown): void {
  if (!(error instanceof Crash)) throw error
}

async function countWrites(end: End): Promise<number> {
  let writes = 0
  const counted = <R>(write: () => Promise<R>): Promise<R> => {
    writes += 1
    return write()
  }
  const purse = await filled()
  const { county } = purse.ports.payment
  const over = {
    ...store,
    insert: (...asked: Parameters<Store['insert']>) => counted(() => store.insert(...asked)),
    replace: (...asked: Parameters<Store['replace']>) => counted(() => store.replace(...asked)),
  }
  const alive = start(county, over)
  await live(alive, end)
  await alive.stop()
  return writes
}

/** A county of its own with money in one wallet. */
async function filled(): Promise<Purse> {
  runs += 1
  const purse = start(`county-${process.pid}-${runs}`)
  await purse.fill(FILLED)
  await purse.stop()
  return purse
}

/** A day in which timers and sweeps of a new process finish what was begun. */
async function afterwards(county: string, end: End): Promise<Purse> {
  const purse = start(county)
  for (let turn = 0; turn < 4; turn += 1) {
    await purse.later({ minutes: 10 })
    endAtProvider(end)
    await town.sandbox.notices.idle()
  }
  await purse.later({ hours: 25 })
  return purse
}

async function dieAt(point: CrashPoint, end: End): Promise<string> {
  const { county } = (await filled()).ports.payment
  const dying = start(county, crashingStore(store, point))
  await live(dying, end)
  await dying.stop()
  return county
}

/** What a payout of each end leaves in the wallet once it was begun. */
const leftFen = (end: End): number => (end === 'confirmed' ? FILLED - ASKED : FILLED)

async function expectWhole(purse: Purse, allowed: readonly number[]): Promise<void> {
  const [balanceFen = -1, outgoingFen] = await purse.purse()
  expect([allowed.includes(balanceFen), outgoingFen]).toEqual([true, 0])
  const report = await purse.verify()
  expect(report).toMatchObject({ trialBalanceFen: 0, faults: [] })
  expect(report.totalsFen).toMatchObject({ payouts: 0, provider: -balanceFen })
}

/** What is promised of a process that dies between any two writes of a payout, on any database; tried at every so many-th write. */
export function payoutCrashSuite(databaseOf: () => TestDatabase, { stride }: { readonly stride: number }): void {
  beforeAll(async () => {
    town = await startTown()
    town.sandbox.mischief.drop = false
    database = databaseOf()
    store = await database.connect()
  })
  afterAll(async () => {
    await town.stop()
    await store.close()
    await database.drop()
  })

  it.each(ENDS)(
    'leaves the money where it belongs when the worker asks again: %s',
    async (end) => {
      const writes = await countWrites(end)
      expect(writes).toBeGreaterThan(4)
      for (let write = 0; write < writes; write += stride) {
        for (const reached of [false, true]) {
          const county = await dieAt({ write, reached }, end)
          const again = start(county)
          await live(again, end)
          await again.stop()
          const purse = await afterwards(county, end)
          await expectWhole(purse, [leftFen(end)])
          await purse.stop()
        }
      }
    },
    300_000,
  )

  it.each(ENDS)(
    'finishes what was begun, or has not begun it, when nobody asks again: %s',
    async (end) => {
      const writes = await countWrites(end)
      for (let write = 0; write < writes; write += stride) {
        for (const reached of [false, true]) {
          const purse = await afterwards(await dieAt({ write, reached }, end), end)
          await expectWhole(purse, [FILLED, leftFen(end)])
          await purse.stop()
        }
      }
    },
    300_000,
  )
}
