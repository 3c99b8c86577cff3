import type { Clock } from '../../core/clock.ts'
import { BoundedMap } from './bounded-map.ts'
import type { Mischief } from './mischief.ts'
import type { Notices } from './notices.ts'
import type { SandboxKeys } from './sandbox-keys.ts'

/** What the sandbox keeps, in the wire's own words. */
export interface Order {
  readonly number: string
  readonly way: 'native' | 'jsapi'
  readonly totalFen: number
  readonly description: string
  readonly expiresAt: Temporal.Instant
  readonly notifyUrl: string
  state: 'NOTPAY' | 'SUCCESS' | 'REFUND' | 'CLOSED'
  transaction: string | undefined
  paidAt: Temporal.Instant | undefined
}

export interface RefundRow {
  readonly number: string
  readonly order: Order
  readonly amountFen: number
  readonly notifyUrl: string
  status: 'PROCESSING' | 'SUCCESS' | 'CLOSED' | 'ABNORMAL'
  doneAt: Temporal.Instant | undefined
}

export interface Transfer {
  readonly number: string
  readonly bill: string
  readonly openid: string
  readonly amountFen: number
  readonly remark: string
  /** The request it came by: the same again is the same transfer, another under its number is refused. */
  readonly terms: string
  readonly notifyUrl: string
  readonly createdAt: Temporal.Instant
  state: 'WAIT_USER_CONFIRM' | 'SUCCESS' | 'FAIL' | 'CANCELING' | 'CANCELLED'
  reason: string | undefined
  endedAt: Temporal.Instant | undefined
}

export interface Books {
  readonly orders: BoundedMap<Order>
  readonly refunds: BoundedMap<RefundRow>
  readonly transfers: BoundedMap<Transfer>
  readonly bills: BoundedMap<Uint8Array>
}

export interface Login {
  readonly openid: string
  used: boolean
}

/** What every desk of the sandbox works with. `baseUrl` ends with a slash. */
export interface Office extends Books {
  readonly keys: SandboxKeys
  readonly clock: Clock
  readonly mischief: Mischief
  readonly notices: Notices
  /** By the code that a page was left with. */
  readonly logins: BoundedMap<Login>
  /** A refund of an order from before a restart is believed. */
  readonly believes: boolean
  readonly beganAt: Temporal.Instant
  baseUrl: string
}

export const newLogins = (): BoundedMap<Login> => new BoundedMap(LOGINS)

const ROWS = 20_000
const LOGINS = 1_000
const BILLS = 20

export const emptyBooks = (): Books => ({
  orders: new BoundedMap(ROWS),
  refunds: new BoundedMap(ROWS),
  transfers: new BoundedMap(ROWS),
  bills: new BoundedMap(BILLS),
})
