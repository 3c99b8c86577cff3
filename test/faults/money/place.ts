import type { PaymentProvider } from '@linggong/api/payment/port.ts'
import type { Order, RefundRow, Transfer } from '@linggong/api/payment/sandbox/books.ts'
import type { Mischief } from '@linggong/api/payment/sandbox/mischief.ts'
import type { Notice, Notices } from '@linggong/api/payment/sandbox/notices.ts'
import type { Hands } from '@linggong/api/payment/sandbox/office.ts'
import { openDesks } from '@linggong/api/payment/testing/desks.ts'
import { KEYS, type Town } from '@linggong/api/payment/testing/payment-room.ts'
import type { MovableClock } from '@linggong/api/schedule/testing/movable-clock.ts'
import type { Process } from './process.ts'

interface Rows<T> {
  get(number: string): T | undefined
  values(): readonly T[]
}

/** Where the money lies, and what people, banks and the wire do there. It outlives every process. */
export interface Place extends Hands {
  readonly orders: Rows<Order>
  readonly refunds: Rows<RefundRow>
  readonly transfers: Rows<Transfer>
  readonly provider: PaymentProvider
  readonly mischief: Mischief
  readonly notices: Notices
  /** Brings a callback to a process; says whether it was taken for good. */
  post(process: Process, notice: Notice): Promise<boolean>
}

/** Spoken to without a wire. */
export function nearPlace(clock: MovableClock): Place {
  const desks = openDesks({ clock, keys: KEYS })
  return { ...desks, post: (process, notice) => process.receive(desks.raw(notice)) }
}

/** What has been written down since now. */
function since<T>(rows: Rows<T>): Rows<T> {
  const before = new Set(rows.values())
  return { get: (number) => rows.get(number), values: () => rows.values().filter((row) => !before.has(row)) }
}

/** The same over HTTP, as anywhere; other counties have been here before. */
export function farPlace({ sandbox, provider, use }: Town): Place {
  sandbox.notices.takeHeld()
  return {
    ...sandbox,
    provider,
    orders: since(sandbox.orders),
    refunds: since(sandbox.refunds),
    transfers: since(sandbox.transfers),
    async post(process, notice) {
      use(process)
      return (await sandbox.notices.send(notice)) === 200
    },
  }
}

/** Money that nobody can turn away: it comes in though the order was closed long ago. */
export function payWhatIsClosed(place: Place, order: Order, clock: MovableClock): boolean {
  if (order.state !== 'CLOSED' && order.state !== 'NOTPAY') return false
  Object.assign(order, { state: 'NOTPAY', expiresAt: clock.now().add({ minutes: 1 }) })
  return place.pay(order.number)
}
