import { assert } from '../core/assert.ts'
import { DEFAULT_CONCURRENCY, type Payload, QueueUnavailable, TaskFailed, type TaskHandler } from './port.ts'

export interface Work {
  readonly payload: Payload
  readonly attempts: number
  readonly settle: (error?: Error) => void
  failures: number
  running: boolean
}

/** The works of one group; the first of them waits for a slot, runs, or waits to be tried again. */
interface Line {
  readonly works: Work[]
  readonly end: () => void
}

/** Calls back after some time, unless the queue is closed before. */
type Later = (delayMs: number, then: () => void) => void

interface Setting {
  readonly later: Later
  readonly retryMs: (failures: number) => number
  readonly onFailure: (error: unknown, failures: number) => void
}

function outcome(failed: boolean, triesLeft: boolean): Error | undefined {
  if (!failed) return undefined
  return triesLeft ? new QueueUnavailable('the queue is closed') : new TaskFailed('every attempt failed')
}

/** One task's works in this process: a bounded number at once, one at a time a group, groups in turn. */
export class Lane {
  readonly #setting: Setting
  readonly #ready: Line[] = []
  readonly #groups = new Map<string, Line>()
  #handler: TaskHandler | undefined
  #concurrency = DEFAULT_CONCURRENCY
  #running = 0
  #closed = false

  constructor(setting: Setting) {
    this.#setting = setting
  }

  open(handler: TaskHandler, concurrency: number): void {
    this.#handler = handler
    this.#concurrency = concurrency
    this.#pump()
  }

  close(): void {
    this.#closed = true
  }

  put(work: Work, group: string | undefined): void {
    const line = group === undefined ? undefined : this.#groups.get(group)
    if (line !== undefined) {
      line.works.push(work)
      return
    }
    const fresh: Line = { works: [work], end: () => group !== undefined && this.#groups.delete(group) }
    if (group !== undefined) this.#groups.set(group, fresh)
    this.#ready.push(fresh)
    this.#pump()
  }

  #pump(): void {
    while (this.#handler !== undefined && !this.#closed && this.#running < this.#concurrency) {
      const line = this.#ready.shift()
      if (line === undefined) return
      this.#running += 1
      void this.#step(line, this.#handler)
    }
  }

  async #step(line: Line, handler: TaskHandler): Promise<void> {
    const work = line.works[0]
    assert(work !== undefined, 'a line in turn holds work')
    const failed = await this.#attempt(work, handler)
    this.#running -= 1
    const triesLeft = failed && work.failures < work.attempts
    if (triesLeft && !this.#closed) this.#setting.later(this.#setting.retryMs(work.failures), () => this.#again(line))
    else this.#finish(line, work, outcome(failed, triesLeft))
    this.#pump()
  }

  #finish(line: Line, work: Work, error: Error | undefined): void {
    line.works.shift()
    if (line.works.length > 0) this.#ready.push(line)
    else line.end()
    work.settle(error)
  }

  async #attempt(work: Work, handler: TaskHandler): Promise<boolean> {
    work.running = true
    try {
      await handler(work.payload)
      return false
    } catch (error) {
      work.failures += 1
      this.#setting.onFailure(error, work.failures)
      return true
    } finally {
      work.running = false
    }
  }

  #again(line: Line): void {
    this.#ready.push(line)
    this.#pump()
  }
}
