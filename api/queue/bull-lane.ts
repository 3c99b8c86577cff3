import { randomUUID } from 'node:crypto'
import Bull from 'bull'
import { GroupOrder } from './group-order.ts'
import { GroupTurns, Later } from './group-turns.ts'
import { DEFAULT_ATTEMPTS, type Payload, QueueUnavailable, type RunOptions, TaskFailed, type TaskHandler } from './port.ts'
import { endNextTime, type RedisConnections, ready } from './redis-connections.ts'
import { type JobState, Waiters } from './waiters.ts'
import { within } from './within.ts'

interface Data {
  readonly payload: Payload
  readonly attempts: number
  readonly failures: number
  /** The key of its line in Redis. */
  readonly group: string | null
}

interface LaneSetting {
  readonly task: string
  readonly prefix: string
  readonly connections: RedisConnections
  readonly timeoutMs: number
  readonly watchMs: number
  readonly stalledMs: number
  readonly retryMs: (failures: number) => number
  readonly onFailure: (error: unknown, failures: number) => void
  readonly onSettled: () => void
}

/** Bull's own count of attempts includes every waiting for a turn, so it must not be what ends a job. */
const BULL_ATTEMPTS = 1_000_000
const KEPT = { age: 600, count: 1000 }
const RETRY_UNKNOWN_MS = 1000
const NOBODY: ReadonlySet<string> = new Set()

const LOCK_MS = 15_000

/** A job taken by a process that died, or in the moment Redis did, belongs to nobody; looking for those is what `stalledMs` is for. */
const settingsOf = (stalledMs: number): Bull.AdvancedSettings => ({
  retryProcessDelay: 500,
  guardInterval: 500,
  lockDuration: LOCK_MS,
  stalledInterval: stalledMs,
  maxStalledCount: 10,
  backoffStrategies: { own: (_, error) => (error instanceof Later ? error.delayMs : RETRY_UNKNOWN_MS) },
})

/** A command repeated on a Redis that has forgotten the job writes a job without contents. */
const isTorn = (job: Bull.Job<Partial<Data>>): boolean => job.data.payload === undefined

/** One task on bull: its jobs, the turns of its groups, and who waits for them. */
export class BullLane {
  readonly #setting: LaneSetting
  readonly #bull: Bull.Queue<Data>
  readonly #blocking: RedisConnections['client']
  readonly #order: GroupOrder
  readonly #turns: GroupTurns
  readonly #waiters: Waiters
  readonly #running = new Set<string>()
  readonly #whenNone: (() => void)[] = []
  #closed = false

  constructor(setting: LaneSetting) {
    const { task, prefix, connections, timeoutMs, watchMs, stalledMs, onSettled } = setting
    this.#setting = setting
    this.#blocking = connections.blocking()
    const clients = { client: connections.client, subscriber: connections.subscriber, bclient: this.#blocking }
    this.#bull = new Bull<Data>(task, { prefix, settings: settingsOf(stalledMs), createClient: (type) => clients[type] })
    this.#order = new GroupOrder(connections.client, `${prefix}:${task}`)
    this.#turns = new GroupTurns(this.#bull, this.#order)
    this.#waiters = new Waiters({ watchMs, onSettled, stateOf: (id) => within(timeoutMs, this.#stateOf(id)) })
    this.#bull.on('completed', (job: Bull.Job) => this.#waiters.settle(String(job.id)))
    this.#bull.on('global:completed', (id: string) => this.#waiters.settle(id))
    this.#bull.on('global:failed', (id: string) => this.#waiters.settle(id, new TaskFailed('every attempt failed')))
  }

  get isIdle(): boolean {
    return this.#waiters.size === 0 && this.#running.size === 0
  }

  async open(handler: TaskHandler, concurrency: number): Promise<void> {
    const { client, subscriber } = this.#setting.connections
    await Promise.all([client, subscriber, this.#blocking].map(ready))
    if (!this.#closed) await this.#bull.process(concurrency, (job) => this.#work(job, handler))
  }

  async run(payload: Payload, options: RunOptions): Promise<void> {
    const id = randomUUID()
    const handled = this.#waiters.wait(id)
    const { timeoutMs, connections } = this.#setting
    try {
      // Two steps, so that nobody who has given up puts anything in when Redis comes back.
      await within(timeoutMs, ready(connections.client))
      await within(timeoutMs, this.#put(id, payload, options))
      this.#waiters.isIn(id)
    } catch {
      this.#waiters.settle(id, new QueueUnavailable('Redis is away'))
    }
    return handled
  }

  /** What is running ends; what waits stays in Redis for another process, or for this one's next life. */
  async close(): Promise<void> {
    const { timeoutMs } = this.#setting
    this.#closed = true
    this.#waiters.stop()
    this.#waiters.abandon(this.#running)
    endNextTime(this.#blocking)
    await within(timeoutMs, this.#bull.pause(true, true)).catch(() => undefined)
    await this.#whenNoneRuns()
    await within(timeoutMs, this.#bull.close()).catch(() => undefined)
    this.#waiters.abandon(NOBODY)
  }

  async #whenNoneRuns(): Promise<void> {
    if (this.#running.size > 0) await new Promise<void>((resolve) => this.#whenNone.push(resolve))
  }

  async #put(id: string, payload: Payload, { group, delayMs = 0, attempts = DEFAULT_ATTEMPTS }: RunOptions): Promise<void> {
    const key = group === undefined ? null : this.#order.keyOf(group)
    // What may wait takes its place when its time comes, so that it holds nobody up until then.
    if (key !== null && delayMs === 0) await this.#turns.enter(key, id)
    await this.#bull.add(
      { payload, attempts, failures: 0, group: key },
      {
        jobId: id,
        delay: delayMs,
        attempts: BULL_ATTEMPTS,
        backoff: { type: 'own' },
        removeOnComplete: KEPT,
        removeOnFail: KEPT,
        stackTraceLimit: 1,
      },
    )
  }

  async #work(job: Bull.Job<Data>, handler: TaskHandler): Promise<void> {
    if (isTorn(job)) return
    const { group, payload } = job.data
    const id = String(job.id)
    if (group !== null) await this.#turns.take(group, job)
    this.#running.add(id)
    try {
      await handler(payload)
    } catch (error) {
      await this.#failed(job, error)
    } finally {
      this.#ended(id)
    }
    if (group !== null) await this.#turns.leave(group, id)
  }

  /** Bull gets an error without the handler's words: what is in Redis shows up in tools and backups. */
  async #failed(job: Bull.Job<Data>, error: unknown): Promise<never> {
    const failures = job.data.failures + 1
    this.#setting.onFailure(error, failures)
    if (failures < job.data.attempts) {
      await job.update({ ...job.data, failures })
      throw new Later(this.#setting.retryMs(failures))
    }
    await job.discard()
    if (job.data.group !== null) await this.#turns.leave(job.data.group, String(job.id))
    throw new TaskFailed('every attempt failed')
  }

  #ended(id: string): void {
    this.#running.delete(id)
    this.#setting.onSettled()
    if (this.#running.size === 0) for (const resolve of this.#whenNone.splice(0)) resolve()
  }

  async #stateOf(id: string): Promise<JobState> {
    const job = await this.#bull.getJob(id)
    if (job === null || isTorn(job)) return 'lost'
    if (await job.isCompleted()) return 'completed'
    return (await job.isFailed()) ? 'failed' : 'under-way'
  }
}
