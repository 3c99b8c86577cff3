import type { Order, Transfer } from '@linggong/api/payment/sandbox/books.ts'
import type { Act, Move } from './move.ts'
import { worker } from './people.ts'
import { payWhatIsClosed } from './place.ts'
import type { MoneyTown } from './town.ts'

const of = <T>(rows: readonly T[], n: number): T | undefined => rows.at(-1 - (Math.abs(n) % Math.max(1, rows.length)))

async function ordersOf(town: MoneyTown, { job }: Move): Promise<readonly Order[]> {
  const { number } = await town.job(job)
  return town.parts.place.orders.values().filter(({ description }) => description.endsWith(` ${number}`))
}

const transfersOf = ({ parts: { place } }: MoneyTown, move: Move): readonly Transfer[] =>
  place.transfers.values().filter(({ openid }) => openid === `o-${worker(move.worker)}`)

const REFUND_ENDS = ['SUCCESS', 'ABNORMAL', 'CLOSED'] as const

/** What people, banks and the wire do at the provider. `n` says which of several, the newest first. */
export const OUTSIDE: Readonly<Partial<Record<Act, (town: MoneyTown, move: Move) => unknown>>> = {
  async pay(town, move) {
    const open = (await ordersOf(town, move)).filter(({ state }) => state === 'NOTPAY')
    const order = of(open, move.n)
    return order && town.parts.place.pay(order.number)
  },
  async force(town, move) {
    const closed = (await ordersOf(town, move)).filter(({ state }) => state === 'NOTPAY' || state === 'CLOSED')
    const order = of(closed, move.n)
    return order && payWhatIsClosed(town.parts.place, order, town.parts.clock)
  },
  thumb(town, move) {
    const row = of(transfersOf(town, move), move.n)
    return row && town.parts.place.confirm(row.number)
  },
  bank(town, move) {
    const row = of(transfersOf(town, move), move.n)
    return row && town.parts.place.failPayout(row.number, 'ACCOUNT_FROZEN')
  },
  settleRefund({ parts: { place } }, { n }) {
    const open = place.refunds.values().filter(({ status }) => status === 'PROCESSING' || status === 'ABNORMAL')
    const row = open.at(0)
    return row && place.settleRefund(row.number, REFUND_ENDS[Math.abs(n) % REFUND_ENDS.length] ?? 'SUCCESS')
  },
  slow: ({ parts: { place } }) => Object.assign(place.mischief, { refundsWait: true }),
  fast: ({ parts: { place } }) => Object.assign(place.mischief, { refundsWait: false }),
  lie: ({ parts: { place } }, { n }) => Object.assign(place.mischief, { lieFen: n }),
  swallow: ({ parts: { place } }) => Object.assign(place.mischief, { swallowAnswers: 1 }),
  break: ({ parts: { place } }) => Object.assign(place.mischief, { breakAnswers: 1 }),
  spoil: ({ parts: { place } }) => Object.assign(place.mischief, { spoilAnswers: 1 }),
  async hear(town, { n, worker: process }) {
    const callback = of(town.onTheWay, n)
    if (callback !== undefined) await town.deliver(process, callback)
  },
  async hearAgain(town, { n, worker: process }) {
    const callback = of(town.heard, n)
    if (callback !== undefined) await town.deliver(process, callback)
  },
  lose(town) {
    town.onTheWay = []
  },
}
