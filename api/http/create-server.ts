import { once } from 'node:events'
import { createServer as createHttpServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { assert } from '../core/assert.ts'
import type { Log } from '../log.ts'
import { createAuthenticate, type FindStaff, type Tokens } from './authenticate.ts'
import { answerClientError } from './client-error.ts'
import { createApp } from './create-app.ts'
import type { Dispatcher } from './dispatch.ts'
import { Exchange } from './exchange.ts'
import { listenMounts, type Mount, upgradeMounts } from './mounts.ts'
import { createRateLimit, type Rates } from './rate-limit.ts'

interface ServerParts {
  readonly dispatcher: Dispatcher
  readonly tokens: Tokens
  readonly county: string
  readonly log: Log
  /** Without it nobody of the staff is known. */
  readonly findStaff?: FindStaff
  /** Whether browsers reach us by TLS alone: then cookies travel by nothing else. */
  readonly secure?: boolean
  readonly mounts?: readonly Mount[]
  readonly rates?: Partial<Rates>
  readonly timeouts?: Partial<Timeouts>
}

interface Timeouts {
  /** From the first byte of a request to the last of its headers, and to the last of its body. */
  readonly headersMs: number
  readonly requestMs: number
  readonly keepAliveMs: number
  /** How long a stopping server waits for the answers under way. */
  readonly drainMs: number
}

export interface HttpServer {
  /** Answers the port, which is the one asked for unless that was 0. */
  listen(port: number, host?: string): Promise<number>
  /** Takes no new connection, finishes the answers under way, then hangs up. */
  stop(): Promise<void>
}

const TIMEOUTS: Timeouts = { headersMs: 10_000, requestMs: 15_000, keepAliveMs: 65_000, drainMs: 10_000 }
const HEADER_BYTES = 16 * 1024
const CONNECTIONS_MAX = 10_000
const MOUNTED = '(mounted)'
const NOBODY: FindStaff = async () => undefined

function httpOptions({ headersMs, requestMs, keepAliveMs }: Timeouts) {
  return {
    maxHeaderSize: HEADER_BYTES,
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    keepAliveTimeout: keepAliveMs,
    connectionsCheckingInterval: Math.min(1000, headersMs),
  }
}

async function stop(server: Server, drainMs: number): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  server.closeIdleConnections()
  const hangUp = setTimeout(() => server.closeAllConnections(), drainMs)
  await closed
  clearTimeout(hangUp)
}

/** Hands connections over to the mounts; the answer hangs up on those handed over, which the server itself forgets. */
function listenUpgrades(server: Server, mounts: readonly Mount[]): () => void {
  const upgraded = new Set<Duplex>()
  server.on('upgrade', (request, socket, head) => {
    upgraded.add(socket)
    socket.on('close', () => upgraded.delete(socket))
    socket.on('error', () => socket.destroy())
    upgradeMounts(mounts, request, { socket, head })
  })
  return () => {
    for (const socket of upgraded) socket.destroy()
  }
}

/** The county on HTTP: the contract's routes, their description, and whatever is mounted beside them. */
export function createServer({ dispatcher, tokens, county, log, mounts = [], ...parts }: ServerParts): HttpServer {
  const { findStaff = NOBODY, secure = false } = parts
  const times = { ...TIMEOUTS, ...parts.timeouts }
  const authenticate = createAuthenticate({ tokens, county, findStaff, secure })
  const app = createApp(dispatcher, { authenticate, rateLimit: createRateLimit(parts.rates), log, secure })
  const server = createHttpServer(httpOptions(times), (request, response) => {
    if (!server.listening) response.shouldKeepAlive = false
    try {
      if (!listenMounts(mounts, request, response)) app(request, response)
    } catch (error) {
      new Exchange(request, response, { log, route: MOUNTED }).fail(error)
    }
  })
  server.maxConnections = CONNECTIONS_MAX
  server.on('clientError', answerClientError)
  const hangUpUpgraded = listenUpgrades(server, mounts)

  return {
    async listen(port, host) {
      server.listen(port, host)
      await once(server, 'listening')
      const address: AddressInfo | string | null = server.address()
      assert(typeof address === 'object' && address !== null, 'a listening server has an address')
      return address.port
    },
    async stop() {
      hangUpUpgraded()
      if (server.listening) await stop(server, times.drainMs)
    },
  }
}
