import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Clock } from './core/clock.ts'
import { listenMounts, type Mount } from './http/mounts.ts'
import type { PaymentProvider } from './payment/port.ts'
import { type Sandbox, startSandbox } from './payment/sandbox/sandbox.ts'
import { makeSandboxKeys, type SandboxKeys } from './payment/sandbox/sandbox-keys.ts'
import { createWechatProvider } from './payment/wechat/wechat-provider.ts'
import { CALLBACK_PATH, type PayeeDesk, playPayees } from './start-payment.ts'

export interface PlayMoney {
  readonly provider: PaymentProvider
  readonly payees: PayeeDesk
  readonly sandbox: Sandbox
  /** Who hears the callbacks. */
  hearBy(mounts: readonly Mount[]): void
  /** Callbacks wait until somebody asks for them, so that what is told in between is always the same; says whether there were any. */
  delivered(): Promise<boolean>
  stop(): Promise<void>
}

/** Made once: a county that starts again in the same process speaks with the same made-up merchant. */
let keys: SandboxKeys | undefined
const playKeys = (): SandboxKeys => {
  keys ??= makeSandboxKeys()
  return keys
}

/** A provider of play money for a county without a server: its callbacks come over the wire as they would anywhere. */
export async function openPlayMoney({ clock, atOnce }: { readonly clock: Clock; readonly atOnce: boolean }): Promise<PlayMoney> {
  let heardBy: readonly Mount[] = []
  const server = createServer((request, response) => {
    if (!listenMounts(heardBy, request, response)) response.writeHead(404).end()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo // a server that listens on a port has one
  const sandbox = await startSandbox({ clock, retryMs: [], believes: true, keys: playKeys() })
  Object.assign(sandbox.mischief, { atOnce, hold: true })
  return {
    provider: createWechatProvider(sandbox.configFor(() => `http://127.0.0.1:${port}${CALLBACK_PATH}`)),
    payees: playPayees(sandbox),
    sandbox,
    hearBy(mounts) {
      heardBy = mounts
    },
    async delivered() {
      const held = sandbox.notices.takeHeld()
      for (const notice of held) await sandbox.notices.send(notice)
      return held.length > 0
    },
    async stop() {
      await sandbox.stop()
      server.close()
      server.closeAllConnections()
    },
  }
}
