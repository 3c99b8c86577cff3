import { afterAll, beforeAll, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { fen } from '../core/money.ts'
import type { Store } from '../store/port.ts'
import { openSqlite } from '../store/sqlite/open-sqlite.ts'
import { openPayment } from './open-payment.ts'
import { payOut } from './pay-out.ts'
import { cancelPayout } from './pursue-payout.ts'
import { refundPayment } from './refund-payment.ts'
import { noMischief } from './sandbox/mischief.ts'
import { aPayment, aPayout, openRoom, type Room, startTown, type Town } from './testing/payment-room.ts'

let town: Town
beforeAll(async () => {
  town = await startTown()
})
afterAll(() => town.stop())

type Notice = ReturnType<Town['sandbox']['notices']['takeHeld']>[number]

/** One county and all callbacks that were ever made for it: each may come never, now, later, again, before an older one. */
interface Story {
  readonly name: string
  readonly room: Room
  readonly notices: Notice[]
}

type Act = (story: Story, town: Town) => Promise<unknown> | unknown

const which = fc.integer({ min: 0, max: 1 })
const key = ({ name }: Story, what: string, n: number): string => `${name}:${what}:${n}`
const paymentOf = async (story: Story, n: number) => (await story.room.payment(key(story, 'hold', n)))?.id ?? ''
const payoutOf = async (story: Story, n: number) => (await story.room.payout(key(story, 'out', n)))?.id ?? ''

const acts: fc.Arbitrary<Act> = fc.oneof(
  which.map(
    (n): Act =>
      (story) =>
        openPayment(story.room.ports, { ...aPayment, key: key(story, 'hold', n) }),
  ),
  which.map(
    (n): Act =>
      async (story, { sandbox }) =>
        sandbox.pay(await paymentOf(story, n)),
  ),
  fc.tuple(which, which, fc.constantFrom(1, 10_000, 20_000, 30_000)).map(
    ([n, back, amount]): Act =>
      (story) =>
        refundPayment(story.room.ports, { key: key(story, `back${back}`, n), of: key(story, 'hold', n), amountFen: fen(amount) }),
  ),
  fc.tuple(fc.nat(3), fc.constantFrom('SUCCESS', 'CLOSED', 'ABNORMAL')).map(
    ([at, status]): Act =>
      (_story, { sandbox }) => {
        const row = sandbox.refunds.values().at(-1 - at)
        return row === undefined ? undefined : sandbox.settleRefund(row.number, status)
      },
  ),
  which.map(
    (n): Act =>
      (story) =>
        payOut(story.room.ports, { ...aPayout, key: key(story, 'out', n) }),
  ),
  which.map(
    (n): Act =>
      async (story, { sandbox }) =>
        sandbox.confirm(await payoutOf(story, n)),
  ),
  which.map(
    (n): Act =>
      async (story, { sandbox }) =>
        sandbox.failPayout(await payoutOf(story, n), 'PAYEE_ACCOUNT_ABNORMAL'),
  ),
  which.map(
    (n): Act =>
      async (story) =>
        cancelPayout(story.room.ports, await payoutOf(story, n)),
  ),
  fc.nat(9).map(
    (at): Act =>
      async ({ notices }, { sandbox }) => {
        notices.push(...sandbox.notices.takeHeld())
        const notice = notices.at(-1 - at)
        return notice === undefined ? undefined : await sandbox.notices.send(notice)
      },
  ),
  fc.constantFrom(1, 9, 125).map(
    (minutes): Act =>
      async ({ room }, { clock }) => {
        clock.forward({ minutes })
        await room.runDue()
      },
  ),
  fc.constantFrom('breakAnswers', 'spoilAnswers').map(
    (what): Act =>
      (_story, { sandbox: { mischief } }) => {
        mischief[what] += 1
      },
  ),
  fc.constantFrom(-1, 0, 0, 1).map(
    (lieFen): Act =>
      (_story, { sandbox: { mischief } }) => {
        mischief.lieFen = lieFen
      },
  ),
  fc.boolean().map(
    (refundsWait): Act =>
      (_story, { sandbox: { mischief } }) => {
        mischief.refundsWait = refundsWait
      },
  ),
)

const PAYMENT_ENDS: Readonly<Record<string, string>> = { SUCCESS: 'paid', REFUND: 'paid', CLOSED: 'closed' }
const PAYOUT_ENDS: Readonly<Record<string, string>> = { SUCCESS: 'done', FAIL: 'failed', CANCELLED: 'cancelled' }
const REFUND_ENDS: Readonly<Record<string, string>> = { SUCCESS: 'done', CLOSED: 'closed', ABNORMAL: 'abnormal', PROCESSING: 'asked' }

/** A day goes by without a callback and without mischief. */
async function quietDay({ room }: Story): Promise<void> {
  Object.assign(town.sandbox.mischief, noMischief(), { hold: true })
  for (let hours = 0; hours < 27; hours += 1) {
    town.clock.forward({ hours: 1 })
    await room.runDue()
  }
}

/** Our book says of every movement what the provider's does. */
async function agree(story: Story): Promise<void> {
  const { sandbox } = town
  for (const n of [0, 1]) {
    const payment = await story.room.payment(key(story, 'hold', n))
    const order = sandbox.orders.get(payment?.id ?? '')
    if (payment !== undefined) expect(payment.state).toBe(PAYMENT_ENDS[order?.state ?? 'CLOSED'])
    const refunds = payment?.refunds ?? []
    expect(refunds.map(({ state }) => state)).toEqual(refunds.map(({ number }) => REFUND_ENDS[sandbox.refunds.get(number)?.status ?? '']))
    const payout = await story.room.payout(key(story, 'out', n))
    if (payout !== undefined) expect(payout.state).toBe(PAYOUT_ENDS[sandbox.transfers.get(payout.id)?.state ?? 'FAIL'])
  }
}

/** What the events come to is what lies at the provider, and nothing is told twice. */
async function conserved(story: Story): Promise<void> {
  const events = await story.room.events()
  expect(new Set(events.map(({ id }) => id)).size).toBe(events.length)
  const sumOf = (type: string) =>
    events.reduce((sum, event) => sum + (event.type === type && 'amountFen' in event.facts ? event.facts.amountFen : 0), 0)
  const numbers = await Promise.all([0, 1].flatMap((n) => [paymentOf(story, n), payoutOf(story, n)]))
  const { orders, refunds, transfers } = town.sandbox
  const paid = orders.values().filter(({ number, transaction }) => numbers.includes(number) && transaction !== undefined)
  const back = refunds.values().filter(({ order, status }) => numbers.includes(order.number) && status === 'SUCCESS')
  const out = transfers.values().filter(({ number, state }) => numbers.includes(number) && state === 'SUCCESS')
  const total = (rows: readonly { readonly amountFen: number }[]) => rows.reduce((sum, { amountFen }) => sum + amountFen, 0)
  expect(sumOf('paymentReceived')).toBe(paid.reduce((sum, { totalFen }) => sum + totalFen, 0))
  expect([sumOf('refundDone'), sumOf('payoutDone')]).toEqual([total(back), total(out)])
}

let stories = 0
async function tell(acted: readonly Act[]): Promise<void> {
  stories += 1
  const store: Store = openSqlite({ file: ':memory:' })
  const story: Story = { name: `story${stories}`, room: openRoom(store, town.clock, town.provider), notices: [] }
  town.use(story.room)
  Object.assign(town.sandbox.mischief, noMischief(), { hold: true })
  town.sandbox.notices.takeHeld()
  try {
    for (const act of acted) await act(story, town)
    await quietDay(story)
    await agree(story)
    await conserved(story)
  } finally {
    await store.close()
  }
}

it('comes to the provider’s truth, whatever happens in whatever order', async () => {
  await fc.assert(fc.asyncProperty(fc.array(acts, { minLength: 5, maxLength: 40 }), tell), { numRuns: 60 })
}, 240_000)

it('hears 16 copies of all callbacks in any order as one of each', async () => {
  const orders = fc.shuffledSubarray(
    Array.from({ length: 48 }, (_, at) => at),
    { minLength: 48 },
  )
  await fc.assert(
    fc.asyncProperty(orders, async (order) => {
      const steps: Act[] = [
        (story) => openPayment(story.room.ports, { ...aPayment, key: key(story, 'hold', 0) }),
        async (story, { sandbox }) => sandbox.pay(await paymentOf(story, 0)),
        ({ room }, { clock }) => {
          clock.forward({ minutes: 2 })
          return room.runDue()
        },
        (story) => refundPayment(story.room.ports, { key: key(story, 'back', 0), of: key(story, 'hold', 0), amountFen: fen(10_000) }),
        (story) => payOut(story.room.ports, { ...aPayout, key: key(story, 'out', 0) }),
        async (story, { sandbox }) => sandbox.confirm(await payoutOf(story, 0)),
        async ({ room }, { sandbox }) => {
          const held = sandbox.notices.takeHeld()
          expect(held).toHaveLength(3)
          const copies = order.map((at) => held[at % 3]).filter((notice) => notice !== undefined)
          const statuses = await Promise.all(copies.map((notice) => sandbox.notices.send(notice)))
          expect(statuses.every((status) => status === 200)).toBe(true)
          expect((await room.events()).map(({ type }) => type).toSorted()).toEqual(['paymentReceived', 'payoutDone', 'refundDone'])
        },
      ]
      await tell(steps)
    }),
    { numRuns: 8 },
  )
}, 120_000)
