import type { DatabaseSync } from 'node:sqlite'
import { asFailure, isBusy } from './failure.ts'

interface Waiting {
  /** Does the work and returns what reports its success, which must wait for the commit. */
  readonly write: () => () => void
  readonly fail: (error: unknown) => void
}

/** One transaction holds the lock of the file, and this process, for a few milliseconds at most. */
const BATCH_MAX = 128
const BUSY_WAIT_MS = 4

/**
 * Group commit: a commit costs a wait for the disk, so everything that was asked for within one turn of the event loop goes into one
 * transaction, each piece in a savepoint of its own, and nobody hears of success before the commit.
 */
export class CommitQueue {
  readonly #database: DatabaseSync
  readonly #busyTriesMax: number
  #waiting: Waiting[] = []
  #scheduled = false
  #busyTries = 0

  /** `busyTriesMax`: how often to ask for another process's lock before the callers are told. */
  constructor(database: DatabaseSync, busyTriesMax: number) {
    this.#database = database
    this.#busyTriesMax = busyTriesMax
  }

  /**
   * Runs `write` in the next transaction, synchronously. It may throw, which undoes its own statements and no others, or call `undo`
   * for the same and go on.
   */
  submit<R>(write: (undo: () => void) => R): Promise<R> {
    return new Promise<R>((resolve, fail) => {
      this.#waiting.push({
        write: () => {
          const result = write(() => this.#database.exec('ROLLBACK TO one'))
          return () => resolve(result)
        },
        fail,
      })
      this.#schedule()
    })
  }

  #schedule(): void {
    if (this.#scheduled) return
    this.#scheduled = true
    if (this.#busyTries > 0) setTimeout(() => this.#flush(), BUSY_WAIT_MS * (0.5 + Math.random()))
    else setImmediate(() => this.#flush())
  }

  #flush(): void {
    this.#scheduled = false
    const batch = this.#waiting.slice(0, BATCH_MAX)
    try {
      this.#database.exec('BEGIN IMMEDIATE')
    } catch (error) {
      this.#refuseOrWait(batch, error)
      return
    }
    this.#busyTries = 0
    this.#waiting = this.#waiting.slice(BATCH_MAX)
    this.#commit(batch)
    this.#goOn()
  }

  #refuseOrWait(batch: readonly Waiting[], error: unknown): void {
    if (isBusy(error) && this.#busyTries < this.#busyTriesMax) {
      this.#busyTries++
    } else {
      this.#busyTries = 0
      this.#waiting = this.#waiting.slice(batch.length)
      for (const { fail } of batch) fail(asFailure(error))
    }
    this.#goOn()
  }

  #commit(batch: readonly Waiting[]): void {
    const reports: (() => void)[] = []
    try {
      for (const waiting of batch) this.#inSavepoint(waiting, reports)
      this.#database.exec('COMMIT')
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK')
      for (const { fail } of batch) fail(asFailure(error))
      return
    }
    for (const report of reports) report()
  }

  #inSavepoint({ write, fail }: Waiting, reports: (() => void)[]): void {
    this.#database.exec('SAVEPOINT one')
    try {
      reports.push(write())
    } catch (error) {
      if (!this.#database.isTransaction) throw error // SQLite itself gave the whole transaction up: disk full, disk error
      this.#database.exec('ROLLBACK TO one')
      reports.push(() => fail(asFailure(error)))
    }
    this.#database.exec('RELEASE one')
  }

  #goOn(): void {
    if (this.#waiting.length > 0) this.#schedule()
  }
}
