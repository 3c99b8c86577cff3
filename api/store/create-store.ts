import { assert } from '../core/assert.ts'
import { cursorBehind, positionOf } from './cursor.ts'
import type { Engine, Row } from './engine.ts'
import { createInFlight } from './in-flight.ts'
import { canBeStored, isAnswerable, keyValues, type Plan, planOf } from './plan.ts'
import type { Collection, Doc, Page, Query, Store } from './port.ts'
import { fromStored, toStored } from './stored.ts'

const rowOf = <T extends Doc>(into: Collection<T>, doc: T): Row => {
  const json = toStored(into, doc)
  return { county: doc.county, id: doc.id, version: doc.version, json }
}

/** Ids come from outside; one that could never have been stored is simply not there. */
const isKey = (county: unknown, id: unknown): boolean => [county, id].every((part) => typeof part === 'string' && part.isWellFormed())

/** Two declarations under one name would each maintain half of the keys. */
function createRegister(): (of: Collection) => void {
  const declared = new Map<string, Collection>()
  const keysOf = (of: Collection): string => JSON.stringify([of.name, Object.entries(of.unique), Object.entries(of.indexes)])
  return (of) => {
    const known = declared.get(of.name.toLowerCase())
    if (known === of) return
    assert(known === undefined || keysOf(known) === keysOf(of), `collection ${of.name} is declared twice, and differently`)
    declared.set(of.name.toLowerCase(), of)
  }
}

async function pageOf<T extends Doc>(engine: Engine, from: Collection<T>, plan: Plan): Promise<Page<T>> {
  const rows = isAnswerable(plan) ? await engine.find(from, plan) : []
  const shown = rows.slice(0, plan.limit)
  const last = shown.at(-1)
  const docs = shown.map((row) => fromStored(from, row))
  return rows.length > plan.limit && last !== undefined ? { docs, next: cursorBehind(from, plan, last) } : { docs }
}

function planWith(from: Collection, query: Query): Plan {
  const plan = planOf(from, query)
  return query.after === undefined ? plan : { ...plan, after: positionOf(from, plan, query.after) }
}

/** What is declared, what fits and where a page goes on: decided here, the same for each database. */
function createChecks(engine: Engine): Omit<Store, 'close'> {
  const register = createRegister()
  return {
    async insert(into, doc) {
      register(into)
      const row = rowOf(into, doc)
      assert(row.version === 1, `${into.name}: a new document has version 1`)
      return await engine.insert(into, row)
    },
    async get(from, county, id) {
      register(from)
      const stored = isKey(county, id) ? await engine.get(from, { county, id }) : undefined
      return stored === undefined ? undefined : fromStored(from, stored)
    },
    async getBy(from, key, equals) {
      register(from)
      const values = keyValues(from, key, equals)
      const findable = values.every((value) => value !== null && canBeStored(value))
      const stored = findable ? await engine.getBy(from, key, values) : undefined
      return stored === undefined ? undefined : fromStored(from, stored)
    },
    async replace(into, doc, expectedVersion) {
      register(into)
      const row = rowOf(into, doc)
      assert(row.version === expectedVersion + 1, `${into.name}: a replacement's version is the expected one and 1`)
      return await engine.replace(into, row, expectedVersion)
    },
    async find(from, query) {
      register(from)
      return await pageOf(engine, from, planWith(from, query))
    },
    async count(from, query) {
      register(from)
      const plan = planOf(from, { ...query, limit: 1 })
      return isAnswerable(plan) ? await engine.count(from, plan) : 0
    },
    async remove(from, county, id) {
      register(from)
      return isKey(county, id) ? await engine.remove(from, { county, id }) : false
    },
  }
}

/** The port in front of a database. */
export function createStore(engine: Engine): Store {
  const checks = createChecks(engine)
  const { run, close } = createInFlight()
  return {
    insert: (into, doc) => run(() => checks.insert(into, doc)),
    get: (from, county, id) => run(() => checks.get(from, county, id)),
    getBy: (from, key, equals) => run(() => checks.getBy(from, key, equals)),
    replace: (into, doc, expectedVersion) => run(() => checks.replace(into, doc, expectedVersion)),
    find: (from, query) => run(() => checks.find(from, query)),
    count: (from, query) => run(() => checks.count(from, query)),
    remove: (from, county, id) => run(() => checks.remove(from, county, id)),
    close: () => close(() => engine.close()),
  }
}
