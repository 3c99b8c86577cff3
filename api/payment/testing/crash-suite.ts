import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals'
import { fen } from '../../core/money.ts'
import { Crash, type CrashPoint, crashingStore } from '../../statistics/testing/faulty-store.ts'
import type { Store } from '../../store/port.ts'
import type { TestDatabase } from '../../store/suite/database.ts'
import { openPayment } from '../open-payment.ts'
import { payOut } from '../pay-out.ts'
import { payments } from '../payment.collection.ts'
import { paymentNumber } from '../payment-number.ts'
import { payouts } from '../payout.collection.ts'
import { refundPayment } from '../refund-payment.ts'
import { noMischief } from '../sandbox/mischief.ts'
import { type DurableRoom, openDurableRoom } from './durable-room.ts'
import { aPayment, aPayout, startTown, type Town } from './payment-room.ts'

type Notice = ReturnType<Town['sandbox']['notices']['takeHeld']>[number]

let town: Town
let database: TestDatabase
let store: Store
let runs = 0
let county: string
let sent: Notice[]

const EVERYTHING = ['paymentReceived', 'payoutDone', 'refundDone']
const key = (text: string): string => `${text}-${runs}`

const startProcess = (over: Store): Process => openDurableRoom(over, town, county)
type Process = Pick<DurableRoom, 'ports' | 'sweep'>

async function deliver(notices: readonly Notice[]): Promise<void> {
  for (const notice of notices) {
    const status = await town.sandbox.notices.send(notice)
    if (status !== 200) throw new Crash()
  }
}

async function deliverNew(): Promise<void> {
  const fresh = town.sandbox.notices.takeHeld()
  sent.push(...fresh)
  await deliver(fresh)
}

/** An employer pays and gets a part back, a worker is paid. After a crash whoever asked for it asks again with the same keys. */
async function live({ ports }: Process): Promise<void> {
  const payment = await openPayment(ports, { ...aPayment, key: key('hold') })
  if (payment.ok) town.sandbox.pay(payment.value.id)
  await deliverNew()
  await refundPayment(ports, { key: key('back'), of: key('hold'), amountFen: fen(5_000) })
  await deliverNew()
  const payout = await payOut(ports, { ...aPayout, key: key('out') })
  if (payout.ok) town.sandbox.confirm(payout.value.id)
  await deliverNew()
}

async function happened(): Promise<readonly string[]> {
  const query = { index: 'outbox', county, range: { field: 'outboxSince', from: '' }, limit: 100 }
  const rows = [...(await store.find(payments, query)).docs, ...(await store.find(payouts, query)).docs]
  return rows.flatMap(({ outbox }) => outbox.map(({ type }) => type)).toSorted()
}

/** What the provider did, counted: whoever ordered twice under two numbers would show here. */
function moved() {
  const { orders, refunds, transfers } = town.sandbox
  return [orders.values().length, refunds.values().length, transfers.values().length].map((count, at) => count - (before[at] ?? 0))
}
let before: readonly number[] = []

async function lateTimers({ sweep }: Process): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) {
    town.clock.forward({ minutes: 10 })
    await sweep()
  }
}

/** How many writes the whole story takes. */
async function countWrites(): Promise<number> {
  let writes = 0
  const counted = <R>(write: () => Promise<R>): Promise<R> => {
    writes += 1
    return write()
  }
  await live(
    startProcess({
      ...store,
      insert: (into, doc) => counted(() => store.insert(into, doc)),
      replace: (into, doc, version) => counted(() => store.replace(into, doc, version)),
    }),
  )
  return writes
}

async function crashAt(point: CrashPoint): Promise<void> {
  await expect(live(startProcess(crashingStore(store, point)))).rejects.toThrow(Crash)
}

function newRows() {
  const { orders, refunds, transfers } = town.sandbox
  const [opened = 0, back = 0, out = 0] = before
  return { orders: orders.values().slice(opened), refunds: refunds.values().slice(back), transfers: transfers.values().slice(out) }
}

/** Whoever has a code to pay by or a page to confirm on does not know that the county is down. */
function peopleGoOn(): void {
  const { orders, transfers } = newRows()
  for (const { number } of orders) town.sandbox.pay(number)
  for (const { number } of transfers) town.sandbox.confirm(number)
}

/** The events that the provider's book calls for. */
function did(): readonly string[] {
  const { orders, refunds, transfers } = newRows()
  return [
    ...orders.filter(({ state }) => state !== 'NOTPAY').map(() => 'paymentReceived'),
    ...transfers.filter(({ state }) => state === 'SUCCESS').map(() => 'payoutDone'),
    ...refunds.filter(({ status }) => status === 'SUCCESS').map(() => 'refundDone'),
  ]
}

/** Payouts and refunds that were promised and that nobody has taken to the provider. */
async function unasked(): Promise<number> {
  const payout = await store.get(payouts, county, paymentNumber('payout', county, key('out')))
  const payment = await store.get(payments, county, paymentNumber('payment', county, key('hold')))
  return [payout, ...(payment?.refunds ?? [])].filter((row) => row?.state === 'created' || row?.state === 'unknown').length
}

function startRun(): void {
  runs += 1
  county = `county-${runs}`
  sent = []
  const { orders, refunds, transfers } = town.sandbox
  before = [orders, refunds, transfers].map((book) => book.values().length)
}

/** What the room promises of a process that dies between any two of its writes, on any database. */
export function crashSuite(databaseOf: () => TestDatabase): void {
  beforeAll(async () => {
    town = await startTown()
    database = databaseOf()
    store = await database.connect()
  })
  beforeEach(() => {
    Object.assign(town.sandbox.mischief, noMischief(), { hold: true })
    startRun()
  })
  afterAll(async () => {
    await town.stop()
    await store.close()
    await database.drop()
  })

  it('comes to the same money after a crash at any write, when the callers ask again', async () => {
    const writes = await countWrites()
    expect(writes).toBeGreaterThan(15)
    for (let write = 0; write < writes; write += 1) {
      for (const reached of [false, true]) {
        startRun()
        await crashAt({ write, reached })
        const process = startProcess(store)
        await deliver(sent)
        await live(process)
        await lateTimers(process)
        expect([write, reached, await happened(), moved()]).toEqual([write, reached, EVERYTHING, [1, 1, 1]])
      }
    }
  }, 300_000)

  it('finds by asking what happened to the money, when nobody asks again and no callback comes', async () => {
    const writes = await countWrites()
    for (let write = 0; write < writes; write += 1) {
      startRun()
      await crashAt({ write, reached: write % 2 === 0 })
      peopleGoOn()
      await lateTimers(startProcess(store))
      expect([write, await happened(), await unasked()]).toEqual([write, did(), 0])
    }
  }, 300_000)
}
