import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { createStore } from '../create-store.ts'
import type { Engine, Row } from '../engine.ts'
import type { Collection, Inserted, Replaced, Store } from '../port.ts'
import { buildTable } from './build-table.ts'
import { CommitQueue } from './commit-queue.ts'
import { asFailure, isConflict } from './failure.ts'
import { countOf, rowByKey, rowByUnique, rowsOf } from './read.ts'
import { createStatements } from './statements.ts'
import { tableShape } from './table.ts'
import { duplicateKey, insertRow, removeRow, replaceRow, type Writing } from './write.ts'

const IN_MEMORY = ':memory:'

/** How long SQLite itself may sleep for another process's lock, which stops this process too; the commit queue waits further without. */
const LOCK_WAIT_MS = 10
/** About six seconds in all: longer, and the callers are better told. */
const BUSY_TRIES_MAX = 400

export interface SqliteOptions {
  /** A path, or `:memory:`. */
  readonly file: string
  readonly busyTriesMax?: number
}

function openDatabase(file: string): DatabaseSync {
  if (file !== IN_MEMORY) mkdirSync(dirname(file), { recursive: true })
  const database = new DatabaseSync(file, { timeout: 5000, defensive: true })
  // What is deleted is overwritten: a key that is dropped must not lie in a free page.
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF; PRAGMA secure_delete = ON')
  database.exec(`PRAGMA busy_timeout = ${LOCK_WAIT_MS}`)
  return database
}

/** Tries a write inside its savepoint; a conflict is undone and comes back as the name of the key. */
function tryWrite<R>(
  on: Writing,
  undo: () => void,
  attempt: { row: Row; isNew: boolean; write: () => R },
): R | { readonly duplicate: string } {
  try {
    return attempt.write()
  } catch (error) {
    if (!isConflict(error)) throw error
    undo()
    const duplicate = duplicateKey(on, attempt.row, attempt.isNew)
    if (duplicate === undefined) throw error
    return { duplicate }
  }
}

/** Tables are built at the first use of a collection and known ever after; a failed build is tried again by the next caller. */
function createTables(database: DatabaseSync, queue: CommitQueue): (of: Collection) => Writing | Promise<Writing> {
  const prepare = createStatements(database)
  const ready = new Map<string, Writing>()
  return (of) => {
    const known = ready.get(of.name)
    if (known !== undefined) return known
    const on: Writing = { prepare, shape: tableShape(of) }
    return queue
      .submit(() => buildTable(database, on.shape))
      .then(() => {
        ready.set(of.name, on)
        return on
      })
  }
}

function createEngine({ file, busyTriesMax = BUSY_TRIES_MAX }: SqliteOptions): Engine {
  const database = openDatabase(file)
  const queue = new CommitQueue(database, busyTriesMax)
  const tableOf = createTables(database, queue)
  const read = async <R>(from: Collection, reading: (on: Writing) => R): Promise<R> => {
    const on = await tableOf(from)
    try {
      return reading(on)
    } catch (error) {
      throw asFailure(error)
    }
  }
  return {
    async insert(into, row) {
      const on = await tableOf(into)
      return await queue.submit((undo): Inserted => {
        const done = tryWrite(on, undo, { row, isNew: true, write: () => insertRow(on, row) })
        return done === undefined ? { ok: true } : { ok: false, ...done }
      })
    },
    async replace(into, row, expectedVersion) {
      const on = await tableOf(into)
      return await queue.submit((undo): Replaced => {
        const done = tryWrite(on, undo, { row, isNew: false, write: () => replaceRow(on, row, expectedVersion) })
        if (typeof done !== 'boolean') return { ok: false, reason: 'duplicate', ...done }
        return done ? { ok: true } : { ok: false, reason: 'stale' }
      })
    },
    async remove(from, key) {
      const on = await tableOf(from)
      return await queue.submit(() => removeRow(on, key))
    },
    get: (from, key) => read(from, (on) => rowByKey(on, key)),
    getBy: (from, key, values) => read(from, (on) => rowByUnique(on, key, values)),
    find: (from, plan) => read(from, (on) => rowsOf(on, plan)),
    count: (from, plan) => read(from, (on) => countOf(on, plan)),
    async close() {
      database.close()
    },
  }
}

/**
 * The document store in one SQLite file, or in memory for tests and chat runs (`:memory:`). Several processes may open the same file.
 * An answer to a write means that it is on the disk (WAL, synchronous=FULL).
 */
export const openSqlite = (options: SqliteOptions): Store => createStore(createEngine(options))
