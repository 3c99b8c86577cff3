import { DatabaseSync } from 'node:sqlite'
import { createStore } from '../create-store.ts'
import type { Engine } from '../engine.ts'
import { type Collection, StoreUnavailable } from '../port.ts'
import { NO_WRITES, type ReadStore } from '../reading.ts'
import { fingerprintOf } from './build-table.ts'
import { asFailure } from './failure.ts'
import { countOf, rowByKey, rowByUnique, rowsOf } from './read.ts'
import { createStatements, type Prepare } from './statements.ts'
import { type TableShape, tableShape } from './table.ts'

interface Reading {
  readonly prepare: Prepare
  readonly shape: TableShape
}

/** undefined: nothing was ever kept there. The keys of a table that another version built are not ours to read by. */
function openTable(database: DatabaseSync, prepare: Prepare, of: Collection): Reading | undefined {
  const shape = tableShape(of)
  const fingerprint = fingerprintOf(database, shape)
  if (fingerprint === undefined) return undefined
  if (fingerprint !== shape.fingerprint) throw new StoreUnavailable(`${of.name} was built by another version; start the county once`)
  return { prepare, shape }
}

function createEngine(file: string): Engine {
  const database = new DatabaseSync(file, { readOnly: true, timeout: 5000, defensive: true })
  const prepare = createStatements(database)
  const read = async <R>(from: Collection, empty: R, reading: (on: Reading) => R): Promise<R> => {
    try {
      const on = openTable(database, prepare, from)
      return on === undefined ? empty : reading(on)
    } catch (error) {
      throw asFailure(error)
    }
  }
  return {
    ...NO_WRITES,
    get: (from, key) => read(from, undefined, (on) => rowByKey(on, key)),
    getBy: (from, key, values) => read(from, undefined, (on) => rowByUnique(on, key, values)),
    find: (from, plan) => read(from, [], (on) => rowsOf(on, plan)),
    count: (from, plan) => read(from, 0, (on) => countOf(on, plan)),
    async close() {
      database.close()
    },
  }
}

/** Looks into a file that is there, also while processes write it. Throws where there is none. */
export const readSqlite = ({ file }: { readonly file: string }): ReadStore => createStore(createEngine(file))
