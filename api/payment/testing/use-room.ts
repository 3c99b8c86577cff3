import { afterAll, afterEach, beforeAll, beforeEach } from '@jest/globals'
import type { Store } from '../../store/port.ts'
import { openSqlite } from '../../store/sqlite/open-sqlite.ts'
import { type AskedPayment, openPayment } from '../open-payment.ts'
import type { PaymentDoc } from '../payment.collection.ts'
import { noMischief } from '../sandbox/mischief.ts'
import { aPayment, aPayout, openRoom, type Room, startTown, type Town } from './payment-room.ts'

/** One town for the tests of a file; for each of them a room with an empty book, and keys that no other test has used. */
export function useRoom(options: Parameters<typeof startTown>[0] = {}) {
  let town: Town
  let store: Store
  let room: Room
  let run = 0
  beforeAll(async () => {
    town = await startTown(options)
  })
  afterAll(() => town.stop())
  beforeEach(() => {
    run += 1
    Object.assign(town.sandbox.mischief, noMischief())
    store = openSqlite({ file: ':memory:' })
    room = openRoom(store, town.clock, town.provider)
    town.use(room)
  })
  afterEach(() => store.close())

  const key = (text: string): string => `${text}-${run}`
  async function opened(change: Partial<AskedPayment> = {}): Promise<PaymentDoc> {
    const result = await openPayment(room.ports, { ...aPayment, ...change, key: key(change.key ?? aPayment.key) })
    if (!result.ok) throw new Error(result.refusal)
    return result.value
  }
  return {
    town: () => town,
    sandbox: () => town.sandbox,
    store: () => store,
    room: () => room,
    key,
    opened,
    /** The number of a payment that has come in and was told of. */
    async paid(): Promise<string> {
      const { id } = await opened()
      town.sandbox.pay(id)
      await town.sandbox.notices.idle()
      return id
    },
    payment: () => room.payment(key(aPayment.key)),
    payout: () => room.payout(key(aPayout.key)),
    types: async () => (await room.events()).map(({ type }) => type),
    /** A minute after the other, what is due being done. */
    async minutesPass(count: number): Promise<void> {
      for (let minutes = 0; minutes < count; minutes += 1) {
        town.clock.forward({ minutes: 1 })
        await room.runDue()
      }
    },
  }
}
