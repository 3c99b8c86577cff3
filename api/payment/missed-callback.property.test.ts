import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { fen } from '../core/money.ts'
import type { Store } from '../store/port.ts'
import { openSqlite } from '../store/sqlite/open-sqlite.ts'
import { openPayment } from './open-payment.ts'
import { payOut } from './pay-out.ts'
import { payments } from './payment.collection.ts'
import { payouts } from './payout.collection.ts'
import { refundPayment } from './refund-payment.ts'
import { type DurableRoom, openDurableRoom } from './testing/durable-room.ts'
import { aPayment, aPayout, COUNTY } from './testing/payment-room.ts'
import { useRoom } from './testing/use-room.ts'

const WITHIN_MINUTES = 10
const [PAYMENT_LIVES_SECONDS, DAY_SECONDS] = [2 * 60 * 60 - 1, 24 * 60 * 60 - 1]

const { town, sandbox } = useRoom()

/** Durable timers alone, moved from one due moment to the next, must find what no callback told. */
describe('what no callback tells', () => {
  let store: Store
  let room: DurableRoom
  let runs = 0
  beforeEach(() => {
    store = openSqlite({ file: ':memory:' })
    room = openDurableRoom(store, town())
    sandbox().mischief.drop = true
  })
  afterEach(() => store.close())

  const later = (time: Temporal.DurationLike) => room.passTo(town().clock.now().add(time))
  const after = (seconds: number, numRuns: number, check: (key: string, wait: { readonly seconds: number }) => Promise<void>) =>
    fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: seconds }), (wait) => {
        runs += 1
        return check(String(runs), { seconds: wait })
      }),
      { numRuns },
    )

  async function opened(key: string): Promise<string> {
    const payment = await openPayment(room.ports, { ...aPayment, key })
    if (!payment.ok) throw new Error(payment.refusal)
    return payment.value.id
  }

  it('of a payment is found within ten minutes, whenever it was paid', async () => {
    await after(PAYMENT_LIVES_SECONDS, 50, async (key, wait) => {
      const id = await opened(key)
      await later(wait)
      expect(sandbox().pay(id)).toBe(true)
      await later({ minutes: WITHIN_MINUTES })
      expect(await store.get(payments, COUNTY, id)).toMatchObject({ state: 'paid' })
    })
  })

  it('of a payout is found within ten minutes, whenever it was confirmed', async () => {
    await after(DAY_SECONDS, 8, async (key, wait) => {
      const payout = await payOut(room.ports, { ...aPayout, key })
      const id = payout.ok ? payout.value.id : ''
      await later(wait)
      expect(sandbox().confirm(id)).toBe(true)
      await later({ minutes: WITHIN_MINUTES })
      expect(await store.get(payouts, COUNTY, id)).toMatchObject({ state: 'done' })
    })
  })

  it('of a refund is found within ten minutes in its first day', async () => {
    sandbox().mischief.refundsWait = true
    await after(DAY_SECONDS, 8, async (key, wait) => {
      const id = await opened(key)
      sandbox().pay(id)
      await later({ minutes: WITHIN_MINUTES })
      await refundPayment(room.ports, { key: `back:${key}`, of: key, amountFen: fen(5_000) })
      const [refund] = (await store.get(payments, COUNTY, id))?.refunds ?? []
      await later(wait)
      expect(sandbox().settleRefund(refund?.number ?? '', 'SUCCESS')).toBe(true)
      await later({ minutes: WITHIN_MINUTES })
      expect((await store.get(payments, COUNTY, id))?.refunds).toMatchObject([{ state: 'done' }])
    })
  })
})
