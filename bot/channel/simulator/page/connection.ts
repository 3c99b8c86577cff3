import type { FromServer, Say } from './wire.ts'

const FIRST_PAUSE_MS = 300
const LONGEST_PAUSE_MS = 5_000

export interface ConnectionEvents {
  onFrame(frame: FromServer): void
  onState(connected: boolean): void
}

/** The socket to the server, opened again after it breaks, a little later each time. */
export class Connection {
  readonly #events: ConnectionEvents
  #socket: WebSocket | undefined
  #said = 0
  #pauseMs = FIRST_PAUSE_MS

  constructor(events: ConnectionEvents) {
    this.#events = events
    this.#open()
  }

  /** @returns false when nothing can be sent now */
  say(said: Omit<Say, 'type' | 'ref'>): boolean {
    if (this.#socket?.readyState !== WebSocket.OPEN) return false
    this.#said += 1
    this.#socket.send(JSON.stringify({ type: 'say', ref: String(this.#said), ...said } satisfies Say))
    return true
  }

  #open(): void {
    const socket = new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/simulator/socket`)
    this.#socket = socket
    socket.addEventListener('message', ({ data }) => {
      this.#pauseMs = FIRST_PAUSE_MS
      // Only our own server is on the other end.
      this.#events.onFrame(JSON.parse(data) as FromServer)
    })
    socket.addEventListener('open', () => this.#events.onState(true))
    socket.addEventListener('close', () => {
      this.#events.onState(false)
      setTimeout(() => this.#open(), this.#pauseMs)
      this.#pauseMs = Math.min(LONGEST_PAUSE_MS, this.#pauseMs * 2)
    })
  }
}
