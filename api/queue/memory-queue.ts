import { Lane, type Work } from './lane.ts'
import {
  DEFAULT_ATTEMPTS,
  DEFAULT_CONCURRENCY,
  type Payload,
  type Queue,
  type QueueOptions,
  QueueUnavailable,
  type RunOptions,
  retryDelayMs,
  type TaskHandler,
} from './port.ts'

/** The queue of one process: bounded, fair between groups, forgotten with the process. */
export class MemoryQueue implements Queue {
  readonly #lanes = new Map<string, Lane>()
  readonly #unsettled = new Set<Work>()
  readonly #timers = new Set<NodeJS.Timeout>()
  readonly #retryMs: (failures: number) => number
  readonly #onFailure: NonNullable<QueueOptions['onFailure']>
  #whenIdle: (() => void)[] = []
  #closed = false

  constructor({ retryMs = retryDelayMs, onFailure = () => undefined }: QueueOptions = {}) {
    this.#retryMs = retryMs
    this.#onFailure = onFailure
  }

  process(task: string, handler: TaskHandler, { concurrency = DEFAULT_CONCURRENCY } = {}): void {
    this.#lane(task).open(handler, concurrency)
  }

  async run(task: string, payload: Payload, { group, delayMs = 0, attempts = DEFAULT_ATTEMPTS }: RunOptions = {}): Promise<void> {
    if (this.#closed) throw new QueueUnavailable('the queue is closed')
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const work: Work = {
      payload,
      attempts,
      failures: 0,
      running: false,
      settle: (error) => {
        if (error === undefined) resolve()
        else reject(error)
        this.#forget(work)
      },
    }
    this.#unsettled.add(work)
    const lane = this.#lane(task)
    if (delayMs > 0) this.#later(delayMs, () => lane.put(work, group))
    else lane.put(work, group)
    return promise
  }

  async idle(): Promise<void> {
    if (this.#unsettled.size > 0) await new Promise<void>((resolve) => this.#whenIdle.push(resolve))
  }

  async close(): Promise<void> {
    this.#closed = true
    for (const timer of this.#timers) clearTimeout(timer)
    for (const lane of this.#lanes.values()) lane.close()
    for (const work of this.#unsettled) if (!work.running) work.settle(new QueueUnavailable('the queue is closed'))
    await this.idle()
  }

  #lane(task: string): Lane {
    const known = this.#lanes.get(task)
    if (known !== undefined) return known
    const lane = new Lane({
      later: (delayMs, then) => this.#later(delayMs, then),
      retryMs: this.#retryMs,
      onFailure: (error, failures) => this.#onFailure({ task, error, failures }),
    })
    this.#lanes.set(task, lane)
    return lane
  }

  #later(delayMs: number, then: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      then()
    }, delayMs)
    this.#timers.add(timer)
  }

  #forget(work: Work): void {
    this.#unsettled.delete(work)
    if (this.#unsettled.size > 0) return
    for (const resolve of this.#whenIdle) resolve()
    this.#whenIdle = []
  }
}
