import { BullLane } from './bull-lane.ts'
import {
  DEFAULT_CONCURRENCY,
  type Payload,
  type Queue,
  type QueueOptions,
  QueueUnavailable,
  type RunOptions,
  retryDelayMs,
  type TaskHandler,
} from './port.ts'
import { connectRedis, type RedisConnections } from './redis-connections.ts'

/** The braces of the prefix keep all keys in one slot of a Redis cluster. */
const DEFAULTS = { prefix: '{linggong}', timeoutMs: 3000, watchMs: 2000, stalledMs: 5000, retryMs: retryDelayMs }

interface BullQueueOptions extends QueueOptions {
  readonly redisUrl: string
  readonly prefix?: string
  /** How long Redis may take to answer before it counts as away. */
  readonly timeoutMs?: number
  /** How often waiting works are looked after, in case Redis was lost with them. */
  readonly watchMs?: number
  /** How often works are looked for that a process took and did not finish. */
  readonly stalledMs?: number
}

/** The queue of several processes, on bull. Redis may die at any moment with all it holds: `run` rejects, and the outbox still has it. */
class BullQueue implements Queue {
  readonly #options: BullQueueOptions
  readonly #connections: RedisConnections
  readonly #lanes = new Map<string, BullLane>()
  #whenIdle: (() => void)[] = []
  #closed = false

  constructor(options: BullQueueOptions) {
    this.#options = options
    this.#connections = connectRedis(options.redisUrl)
  }

  process(task: string, handler: TaskHandler, { concurrency = DEFAULT_CONCURRENCY } = {}): void {
    const opened = this.#lane(task).open(handler, concurrency)
    opened.catch((error: unknown) => this.#options.onFailure?.({ task, failures: 0, error }))
  }

  async run(task: string, payload: Payload, options: RunOptions = {}): Promise<void> {
    if (this.#closed) throw new QueueUnavailable('the queue is closed')
    await this.#lane(task).run(payload, options)
  }

  async idle(): Promise<void> {
    while (!this.#isIdle()) await new Promise<void>((resolve) => this.#whenIdle.push(resolve))
  }

  async close(): Promise<void> {
    this.#closed = true
    await Promise.all([...this.#lanes.values()].map((lane) => lane.close()))
    this.#connections.close()
  }

  #isIdle(): boolean {
    return [...this.#lanes.values()].every((lane) => lane.isIdle)
  }

  #lane(task: string): BullLane {
    const known = this.#lanes.get(task)
    if (known !== undefined) return known
    const { onFailure } = this.#options
    const lane = new BullLane({
      ...DEFAULTS,
      ...this.#options,
      task,
      connections: this.#connections,
      onFailure: (error, failures) => onFailure?.({ task, error, failures }),
      onSettled: () => this.#settled(),
    })
    this.#lanes.set(task, lane)
    return lane
  }

  #settled(): void {
    if (!this.#isIdle()) return
    for (const resolve of this.#whenIdle) resolve()
    this.#whenIdle = []
  }
}

export const openBullQueue = (options: BullQueueOptions): Queue => new BullQueue(options)
