import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { BOUND } from './bounds.ts'
import type { Network } from './network.ts'
import type { FromServer, Line } from './page/wire.ts'
import { isSameHost } from './same-host.ts'
import { framing, parseJson } from './shapes.ts'

/** Pushes what is said to every open page and takes what the page says. A page that does not keep up or does not answer is dropped. */
export class SocketHub {
  readonly #network: Network
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: BOUND.bodyBytes, perMessageDeflate: false })
  readonly #run = randomUUID()
  readonly #answered = new WeakSet<WebSocket>()
  readonly #unsubscribe: readonly (() => void)[]
  readonly #pings: NodeJS.Timeout
  #unsent: Line[] = []
  #peopleChanged = false
  #pushing: NodeJS.Timeout | undefined

  constructor(network: Network, pingEveryMs: number = BOUND.pingEveryMs) {
    this.#network = network
    this.#unsubscribe = [network.lines.subscribe((line) => this.#pushSoon(line)), network.directory.subscribe(() => this.#pushPeopleSoon())]
    this.#pings = setInterval(() => this.#pingAll(), pingEveryMs).unref()
  }

  get size(): number {
    return this.#server.clients.size
  }

  /** @returns whether the request was for us; a refused one is, too */
  upgrade(request: IncomingMessage, socket: Duplex, head: Uint8Array): boolean {
    if (!/^\/simulator\/socket(?:\?|$)/.test(request.url ?? '')) return false
    if (!isSameHost(request)) refuseUpgrade(socket, '403 Forbidden')
    else if (this.size >= BOUND.sockets) refuseUpgrade(socket, '503 Service Unavailable')
    else this.#server.handleUpgrade(request, socket, Buffer.from(head), (client) => this.#welcome(client))
    return true
  }

  stop(): void {
    clearInterval(this.#pings)
    clearTimeout(this.#pushing)
    for (const unsubscribe of this.#unsubscribe) unsubscribe()
    for (const client of this.#server.clients) client.terminate()
    this.#server.close()
  }

  #welcome(client: WebSocket): void {
    const { bot, people, rooms } = this.#network.directory
    const lines = this.#network.lines.latest(BOUND.linesPerHello).map(shortened)
    this.#answered.add(client)
    client.on('pong', () => this.#answered.add(client))
    // A frame that is too long or broken closes the socket by itself; without a listener its error would end the process.
    client.on('error', () => client.terminate())
    client.on('message', (data, isBinary) => this.#hear(client, isBinary ? '' : String(data)))
    this.#send([client], { type: 'hello', run: this.#run, bot, people, rooms, lines })
  }

  #hear(client: WebSocket, frame: string): void {
    const parsed = parseJson(framing, frame)
    const said = parsed.ok ? this.#network.say(parsed.value) : parsed
    if (!said.ok) this.#send([client], { type: 'refused', ref: parsed.ok ? parsed.value.ref : '', code: said.refusal })
  }

  /** What happens at once travels together: a burst is a few frames, not a thousand. */
  #pushSoon(line: Line): void {
    if (this.size === 0) return
    this.#unsent.push(shortened(line))
    this.#pushing ??= setTimeout(() => this.#push(), BOUND.pushEveryMs)
  }

  #pushPeopleSoon(): void {
    this.#peopleChanged = true
    this.#pushing ??= setTimeout(() => this.#push(), BOUND.pushEveryMs)
  }

  #push(): void {
    this.#pushing = undefined
    const { people, rooms } = this.#network.directory
    if (this.#peopleChanged) this.#send(this.#server.clients, { type: 'people', people, rooms })
    if (this.#unsent.length > 0) this.#send(this.#server.clients, { type: 'lines', lines: this.#unsent })
    this.#peopleChanged = false
    this.#unsent = []
  }

  #send(clients: Iterable<WebSocket>, frame: FromServer): void {
    const text = JSON.stringify(frame)
    for (const client of clients) {
      if (client.bufferedAmount > BOUND.socketBufferBytes) client.terminate()
      else client.send(text)
    }
  }

  #pingAll(): void {
    for (const client of this.#server.clients) {
      if (!this.#answered.delete(client)) client.terminate()
      else client.ping()
    }
  }
}

/** The page shows the beginning of a very long text. */
const shortened = (line: Line): Line =>
  line.text.length <= BOUND.charactersShown ? line : { ...line, text: `${line.text.slice(0, BOUND.charactersShown)}…` }

function refuseUpgrade(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
