import mongoose, { type mongo } from 'mongoose'
import { asFailure } from './failure.ts'

/** How long each single wait may last: for a server, a connection, a place in the pool, a majority. That nobody is there is an answer, too. */
const WAIT_MS = 5000

const DEFAULT_DATABASE = 'linggong'

/** Acknowledged is durable: in the journals of a majority. Reads never show what an election could still take back. */
export const DURABLE: mongo.CollectionOptions = {
  writeConcern: { w: 'majority', journal: true, wtimeoutMS: WAIT_MS },
  readConcern: { level: 'majority' },
  readPreference: 'primary',
}

/** A connection string may name several hosts, which `URL` cannot read. */
const databaseIn = (url: string): string | undefined => /^mongodb(?:\+srv)?:\/\/[^/?]+\/([^?]+)/.exec(url)?.[1]

export interface MongoAddress {
  readonly url: string
  /** By default the one in the url, else `linggong`. */
  readonly database?: string
  readonly waitMs?: number
}

export interface MongoConnection {
  readonly database: mongo.Db
  close(): Promise<void>
}

/** Throws `StoreUnavailable` when there is no server. Mongoose's models stay unused: they would cost a copy and a second validation. */
export async function connectMongo({
  url,
  database = databaseIn(url) ?? DEFAULT_DATABASE,
  waitMs = WAIT_MS,
}: MongoAddress): Promise<MongoConnection> {
  const connection = mongoose.createConnection(url, {
    dbName: database,
    appName: 'linggong',
    serverSelectionTimeoutMS: waitMs,
    connectTimeoutMS: waitMs,
    socketTimeoutMS: 2 * waitMs,
    waitQueueTimeoutMS: waitMs,
    ignoreUndefined: true,
  })
  try {
    await connection.asPromise()
  } catch (error) {
    await connection.close()
    throw asFailure(error)
  }
  return {
    database: connection.getClient().db(database),
    async close() {
      await connection.close()
    },
  }
}
