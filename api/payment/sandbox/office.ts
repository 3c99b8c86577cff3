import { type Clock, countyDay } from '../../core/clock.ts'
import type { WechatConfig } from '../wechat/wechat-config.ts'
import { emptyBooks, newLogins, type Office } from './books.ts'
import { noMischief } from './mischief.ts'
import { Notices } from './notices.ts'
import { payOrder } from './pay-in-desk.ts'
import { settleRefund } from './refund-desk.ts'
import { makeSandboxKeys, type SandboxKeys } from './sandbox-keys.ts'
import { endTransfer } from './transfer-desk.ts'

export interface OfficeOptions {
  /** What expires and what callbacks are dated by. */
  readonly clock: Clock
  /** A callback that is not heard comes again after these. */
  readonly retryMs?: readonly number[]
  /** What was ordered before a restart is believed, so that an old database goes on working with a new sandbox. */
  readonly believes?: boolean
  readonly keys?: SandboxKeys
}

/** What people and banks do; false when it is too late for it. */
export interface Hands {
  pay(number: string): boolean
  confirm(number: string): boolean
  failPayout(number: string, reason: string): boolean
  settleRefund(number: string, status: 'SUCCESS' | 'CLOSED' | 'ABNORMAL'): boolean
}

const RETRY_MS = [1_000, 5_000, 30_000, 300_000]

export function openOffice({ clock, retryMs = RETRY_MS, believes = false, keys = makeSandboxKeys() }: OfficeOptions): Office {
  const mischief = noMischief()
  const notices = new Notices({ keys, clock, mischief, retryMs })
  return { ...emptyBooks(), logins: newLogins(), keys, clock, mischief, notices, believes, beganAt: clock.now(), baseUrl: '' }
}

export const handsOf = (office: Office): Hands => ({
  pay: (number) => payOrder(office, number),
  confirm: (number) => endTransfer(office, number, { state: 'SUCCESS' }),
  failPayout: (number, reason) => endTransfer(office, number, { state: 'FAIL', reason }),
  settleRefund: (number, status) => settleRefund(office, number, status),
})

/** One that is believed to have been here before knows nothing of the days before it began, nor the whole of the first. */
const billsFromOf = ({ believes, beganAt }: Office): Pick<WechatConfig, 'billsFrom'> =>
  believes ? { billsFrom: countyDay(beganAt).add({ days: 1 }) } : {}

export const configOf = (office: Office, notifyUrl: () => string): WechatConfig => ({
  ...merchantOf(office),
  ...billsFromOf(office),
  notifyUrl,
})

const merchantOf = ({ keys, baseUrl }: Office): Omit<WechatConfig, 'notifyUrl'> => ({
  baseUrl,
  mchid: keys.mchid,
  appid: keys.appid,
  merchantKey: keys.merchantKey,
  merchantSerial: keys.merchantSerial,
  platformKeys: new Map([[keys.platformSerial, keys.platformPublicKey]]),
  apiV3Key: keys.apiV3Key,
})
