/** Ids only: what is queued may lie in another machine's memory, so nothing about a person travels in it. */
export type Payload = Readonly<Record<string, string>>

/** Runs at least once for each `run`, so it must be idempotent. It never awaits a run of its own task, or the slots could run out. */
export type TaskHandler = (payload: Payload) => Promise<void>

export interface RunOptions {
  /** One at a time and in order within a group; without one the order is free. */
  readonly group?: string
  readonly delayMs?: number
  readonly attempts?: number
}

export interface ProcessOptions {
  /** How many of this task run at once in this process. */
  readonly concurrency?: number
}

/**
 * Work that may be repeated but must not be forgotten while the process lives. It is never the only copy of anything: what a crash takes
 * with it is put in again by the sweep over what is stored.
 */
export interface Queue {
  process(task: string, handler: TaskHandler, options?: ProcessOptions): void
  /** Resolves when it was handled. Rejects with `TaskFailed` when the attempts are used up, with `QueueUnavailable` when it could not be put in or was lost. */
  run(task: string, payload: Payload, options?: RunOptions): Promise<void>
  /** Resolves when nothing that this process put in or works on is left. */
  idle(): Promise<void>
  /** Waits for what is running; what waits is rejected. */
  close(): Promise<void>
}

export interface Failure {
  readonly task: string
  readonly failures: number
  readonly error: unknown
}

/** What every queue can be told: how long to wait after the n-th failure, and who hears of each. */
export interface QueueOptions {
  readonly retryMs?: (failures: number) => number
  readonly onFailure?: (failure: Failure) => void
}

/** Every attempt failed. What went wrong is in the log of the process that tried. */
export class TaskFailed extends Error {
  override readonly name = 'TaskFailed'
}

/** The queue is away, closed, or has lost the work; whoever keeps the original puts it in again. */
export class QueueUnavailable extends Error {
  override readonly name = 'QueueUnavailable'
}

export const DEFAULT_ATTEMPTS = 8
export const DEFAULT_CONCURRENCY = 16

const FIRST_RETRY_MS = 100
const LAST_RETRY_MS = 30_000

/** How long to wait after the n-th failure: 0.1 s, 0.2 s, 0.4 s … 30 s. */
export const retryDelayMs = (failures: number): number => Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** (failures - 1))
