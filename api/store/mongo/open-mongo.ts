import { setTimeout as sleep } from 'node:timers/promises'
import type { mongo } from 'mongoose'
import { createStore } from '../create-store.ts'
import type { Engine, Row } from '../engine.ts'
import type { JsonObject } from '../json.ts'
import type { Collection, Store } from '../port.ts'
import { NO_WRITES, type ReadStore } from '../reading.ts'
import { connectMongo, DURABLE, type MongoAddress, type MongoConnection } from './connect.ts'
import { asFailure, isDuplicate, isWriteConflict, messageOf } from './failure.ts'
import { documentId, type Filter, filterOf, keyFilter, sortOf } from './filter.ts'
import { duplicateIn, indexName } from './keys.ts'
import { prepareCollection, type Releases } from './prepare.ts'
import { RELEASE, releaseName } from './release.ts'

interface Stored {
  readonly _id: string
  readonly [field: string]: unknown
}

type Documents = mongo.Collection<Stored>

const CONFLICT_TRIES_MAX = 8
const STEP_ASIDE_MS = 10
const WITHOUT_ID = { projection: { _id: 0 } } as const

const storedOf = (row: Row): Stored => ({ ...row.json, _id: documentId(row.county, row.id) })
const identity = (county: string, id: string): Filter => ({ _id: { $eq: documentId(county, id) }, county: { $eq: county } })

/** A conflict between two writers says that nothing was written, so it is simply tried again. */
async function patiently<R>(operation: () => Promise<R>): Promise<R> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await operation()
    } catch (error) {
      if (!isWriteConflict(error) || attempt === CONFLICT_TRIES_MAX) throw asFailure(error)
    }
    await sleep(Math.random() * STEP_ASIDE_MS * attempt)
  }
}

/** The name of the unique key that stood in the way; any other error goes on. */
async function orDuplicate<R>(into: Collection, write: () => Promise<R>): Promise<R | { readonly duplicate: string }> {
  try {
    return await patiently(write)
  } catch (error) {
    const duplicate = isDuplicate(error) ? duplicateIn(into, messageOf(error)) : undefined
    if (duplicate === undefined) throw error
    return { duplicate }
  }
}

/** A collection is prepared at its first use and known ever after; a failed preparation is tried again by the next caller. */
function createCollections(database: mongo.Db, releases: Releases): (of: Collection) => Promise<Documents> {
  const ready = new Map<string, Promise<void>>()
  return async (of) => {
    const preparing = ready.get(of.name) ?? patiently(() => prepareCollection(database, of, releases))
    ready.set(of.name, preparing)
    try {
      await preparing
    } catch (error) {
      ready.delete(of.name)
      throw error
    }
    return database.collection<Stored>(of.name, DURABLE)
  }
}

function createReads(documents: (of: Collection) => Documents | Promise<Documents>): Pick<Engine, 'get' | 'getBy' | 'find' | 'count'> {
  const one = async (from: Collection, filter: Filter): Promise<JsonObject | undefined> => {
    const collection = await documents(from)
    return (await patiently(() => collection.findOne<JsonObject>(filter, WITHOUT_ID))) ?? undefined
  }
  return {
    get: (from, { county, id }) => one(from, identity(county, id)),
    getBy: (from, key, values) => one(from, keyFilter(from.unique[key] ?? [], values)),
    async find(from, plan) {
      const collection = await documents(from)
      const options = {
        ...WITHOUT_ID,
        sort: sortOf(plan),
        limit: plan.limit + 1,
        batchSize: plan.limit + 1,
        hint: indexName(from, plan.index),
      }
      return await patiently(() => collection.find<JsonObject>(filterOf(from, plan), options).toArray())
    },
    async count(from, plan) {
      const collection = await documents(from)
      return await patiently(() => collection.countDocuments(filterOf(from, plan), { hint: indexName(from, plan.index) }))
    },
  }
}

function createWrites(documents: (of: Collection) => Promise<Documents>): Pick<Engine, 'insert' | 'replace' | 'remove'> {
  return {
    async insert(into, row) {
      const collection = await documents(into)
      const done = await orDuplicate(into, () => collection.insertOne(storedOf(row)))
      return 'duplicate' in done ? { ok: false, ...done } : { ok: true }
    },
    async replace(into, row, expectedVersion) {
      const collection = await documents(into)
      const filter = { ...identity(row.county, row.id), version: { $eq: expectedVersion } }
      const done = await orDuplicate(into, () => collection.replaceOne(filter, storedOf(row)))
      if ('duplicate' in done) return { ok: false, reason: 'duplicate', ...done }
      return done.matchedCount === 1 ? { ok: true } : { ok: false, reason: 'stale' }
    },
    async remove(from, { county, id }) {
      const collection = await documents(from)
      const { deletedCount } = await patiently(() => collection.deleteOne(identity(county, id)))
      return deletedCount === 1
    },
  }
}

function createEngine({ database, close }: MongoConnection, releases: Releases): Engine {
  const documents = createCollections(database, releases)
  return { ...createReads(documents), ...createWrites(documents), close }
}

/** Looks into a database as it is, prepared by whoever writes there. Throws `StoreUnavailable` when no server answers. */
export async function readMongo(address: MongoAddress): Promise<ReadStore> {
  const { database, close } = await connectMongo(address)
  return createStore({ ...createReads((of) => database.collection<Stored>(of.name, DURABLE)), ...NO_WRITES, close })
}

interface MongoOptions extends MongoAddress {
  readonly release?: number
  /** Told once where a newer release has been. */
  readonly warn?: (text: string) => void
}

/** The document store in MongoDB, a replica set in production. Throws `StoreUnavailable` when no server answers. */
export async function openMongo({ release = RELEASE, warn = () => undefined, ...address }: MongoOptions): Promise<Store> {
  let told = false
  const onNewer = (name: string, newer: number) => {
    if (!told)
      warn(`release ${releaseName(newer)} has been here, ${name} and others keep its validator; this is ${releaseName(release)}, update it`)
    told = true
  }
  return createStore(createEngine(await connectMongo(address), { release, onNewer }))
}
