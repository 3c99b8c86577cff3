import { once } from 'node:events'
import { createServer } from 'node:http'
import { assert } from '../../core/assert.ts'
import type { WechatConfig } from '../wechat/wechat-config.ts'
import type { WechatApp } from '../wechat/wechat-login.ts'
import type { Books } from './books.ts'
import type { Mischief } from './mischief.ts'
import type { Notices } from './notices.ts'
import { configOf, type Hands, handsOf, type OfficeOptions, openOffice } from './office.ts'
import type { SandboxKeys } from './sandbox-keys.ts'
import { sandboxListener } from './sandbox-listener.ts'

export interface SandboxOptions extends OfficeOptions {
  readonly port?: number
}

export interface Sandbox extends Books, Hands {
  /** What the real adapter is made with to speak with this sandbox. */
  configFor(notifyUrl: () => string): WechatConfig
  /** What the real login is made with. */
  readonly app: WechatApp
  readonly keys: SandboxKeys
  readonly mischief: Mischief
  readonly notices: Notices
  readonly url: string
  stop(): Promise<void>
}

const HOST = '127.0.0.1'
const CONNECTIONS_MAX = 500

/** Starts a provider of play money on this machine that speaks the real one's wire, so that the real adapter is what always runs. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const office = openOffice(options)
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
    ...handsOf(office),
    configFor: (notifyUrl) => configOf(office, notifyUrl),
    app: { appid: keys.appid, secret: keys.appSecret, pageUrl: url, apiUrl: url },
    async stop() {
      notices.stop()
      server.close()
      server.closeAllConnections()
      await notices.idle()
    },
  }
}
