import { QueueUnavailable, TaskFailed } from './port.ts'

export type JobState = 'under-way' | 'completed' | 'failed' | 'lost'

interface WaitersParts {
  readonly watchMs: number
  readonly stateOf: (id: string) => Promise<JobState>
  readonly onSettled: () => void
}

interface Waiter {
  /** Before its job is in Redis there is nothing to look for. */
  isIn: boolean
  readonly resolve: () => void
  readonly reject: (error: Error) => void
}

const WATCHED_AT_ONCE = 100

/** Who waits for which job. Redis tells of an end once and to whoever listens then, so now and then it is asked. */
export class Waiters {
  readonly #parts: WaitersParts
  readonly #waiting = new Map<string, Waiter>()
  readonly #timer: NodeJS.Timeout
  #looking = false

  constructor(parts: WaitersParts) {
    this.#parts = parts
    this.#timer = setInterval(() => void this.#look(), parts.watchMs)
    this.#timer.unref()
  }

  get size(): number {
    return this.#waiting.size
  }

  /** To be called before the job is put in, so that no end of it is missed. */
  wait(id: string): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    this.#waiting.set(id, { isIn: false, resolve, reject })
    promise.catch(() => undefined) // it may be settled before its caller comes to await it
    return promise
  }

  isIn(id: string): void {
    const waiter = this.#waiting.get(id)
    if (waiter !== undefined) waiter.isIn = true
  }

  settle(id: string, error?: Error): void {
    const waiter = this.#waiting.get(id)
    if (waiter === undefined) return
    this.#waiting.delete(id)
    if (error === undefined) waiter.resolve()
    else waiter.reject(error)
    this.#parts.onSettled()
  }

  /** Gives up on all but those named. */
  abandon(except: ReadonlySet<string>): void {
    for (const id of [...this.#waiting.keys()]) if (!except.has(id)) this.settle(id, new QueueUnavailable('the queue is closed'))
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  async #look(): Promise<void> {
    if (this.#looking) return
    this.#looking = true
    try {
      const isIn = [...this.#waiting].filter(([, waiter]) => waiter.isIn)
      for (const [id] of isIn.slice(0, WATCHED_AT_ONCE)) await this.#lookAt(id)
    } catch {
      // Redis is away; whoever waits goes on waiting, the next look comes by itself.
    } finally {
      this.#looking = false
    }
  }

  async #lookAt(id: string): Promise<void> {
    const state = await this.#parts.stateOf(id)
    if (state === 'completed') this.settle(id)
    if (state === 'failed') this.settle(id, new TaskFailed('every attempt failed'))
    if (state === 'lost') this.settle(id, new QueueUnavailable('Redis has lost the work'))
    this.#toTheEnd(id)
  }

  /** So that with many waiting each is looked at in turn. */
  #toTheEnd(id: string): void {
    const waiter = this.#waiting.get(id)
    if (waiter === undefined) return
    this.#waiting.delete(id)
    this.#waiting.set(id, waiter)
  }
}
