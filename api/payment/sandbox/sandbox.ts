import { once } from 'node:events'
import { createServer } from 'node:http'
import { assert } from '../../core/assert.ts'
import type { Clock } from '../../core/clock.ts'
import type { WechatConfig } from '../wechat/wechat-config.ts'
import type { WechatApp } from '../wechat/wechat-login.ts'
import { type Books, emptyBooks, newLogins, type Office } from './books.ts'
import { type Mischief, noMischief } from './mischief.ts'
import { Notices } from './notices.ts'
import { payOrder } from './pay-in-desk.ts'
import { settleRefund } from './refund-desk.ts'
import { makeSandboxKeys, type SandboxKeys } from './sandbox-keys.ts'
import { sandboxListener } from './sandbox-listener.ts'
import { endTransfer } from './transfer-desk.ts'

export interface SandboxOptions {
  /** What expires and what callbacks are dated by. */
  readonly clock: Clock
  readonly port?: number
  /** A callback that is not heard comes again after these. */
  readonly retryMs?: readonly number[]
  /** What was ordered before a restart is believed, so that an old database goes on working with a new sandbox. */
  readonly believes?: boolean
  readonly keys?: SandboxKeys
}

export interface Sandbox extends Books {
  /** What the real adapter is made with to speak with this sandbox. */
  configFor(notifyUrl: () => string): WechatConfig
  /** What the real login is made with. */
  readonly app: WechatApp
  readonly keys: SandboxKeys
  readonly mischief: Mischief
  readonly notices: Notices
  readonly url: string
  /** What people and banks do; false when it is too late for it. */
  pay(number: string): boolean
  confirm(number: string): boolean
  failPayout(number: string, reason: string): boolean
  settleRefund(number: string, status: 'SUCCESS' | 'CLOSED' | 'ABNORMAL'): boolean
  stop(): Promise<void>
}

const HOST = '127.0.0.1'
const RETRY_MS = [1_000, 5_000, 30_000, 300_000]
const CONNECTIONS_MAX = 500

function officeOf({ clock, retryMs = RETRY_MS, believes = false, keys = makeSandboxKeys() }: SandboxOptions): Office {
  const mischief = noMischief()
  const notices = new Notices({ keys, clock, mischief, retryMs })
  return { ...emptyBooks(), logins: newLogins(), keys, clock, mischief, notices, believes, baseUrl: '' }
}

const configOf = ({ keys, baseUrl }: Office, notifyUrl: () => string): WechatConfig => ({
  baseUrl,
  mchid: keys.mchid,
  appid: keys.appid,
  merchantKey: keys.merchantKey,
  merchantSerial: keys.merchantSerial,
  platformKeys: new Map([[keys.platformSerial, keys.platformPublicKey]]),
  apiV3Key: keys.apiV3Key,
  notifyUrl,
})

/** Starts a provider of play money on this machine that speaks the real one's wire, so that the real adapter is what always runs. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const office = officeOf(options)
  const server = createServer(sandboxListener(office))
  server.maxConnections = CONNECTIONS_MAX
  server.listen(options.port ?? 0, HOST)
  await once(server, 'listening')
  const address = server.address()
  assert(typeof address === 'object' && address !== null, 'a listening server has an address')
  office.baseUrl = `http://${HOST}:${address.port}/`
  const { orders, refunds, transfers, bills, keys, mischief, notices, baseUrl: url } = office
  return {
    ...{ orders, refunds, transfers, bills, keys, mischief, notices, url },
    configFor: (notifyUrl) => configOf(office, notifyUrl),
    app: { appid: keys.appid, secret: keys.appSecret, pageUrl: url, apiUrl: url },
    pay: (number) => payOrder(office, number),
    confirm: (number) => endTransfer(office, number, { state: 'SUCCESS' }),
    failPayout: (number, reason) => endTransfer(office, number, { state: 'FAIL', reason }),
    settleRefund: (number, status) => settleRefund(office, number, status),
    async stop() {
      notices.stop()
      server.close()
      server.closeAllConnections()
      await notices.idle()
    },
  }
}
