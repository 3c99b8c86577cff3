import mongoose, { type mongo } from 'mongoose'
import { asFailure } from './failure.ts'

/** No call waits longer than about the sum of two of these: that a server is dead is an answer, too. */
const WAIT_MS = { serverSelection: 5000, connect: 5000, socket: 10_000, pool: 5000, writeConcern: 5000 }
const DEFAULT_DATABASE = 'linggong'

/** Acknowledged is durable: in the journals of a majority. Reads never show what an election could still take back. */
export const DURABLE: mongo.CollectionOptions = {
  writeConcern: { w: 'majority', journal: true, wtimeoutMS: WAIT_MS.writeConcern },
  readConcern: { level: 'majority' },
  readPreference: 'primary',
}

/** A connection string may name several hosts, which `URL` cannot read. */
const databaseIn = (url: string): string | undefined => /^mongodb(?:\+srv)?:\/\/[^/?]+\/([^?]+)/.exec(url)?.[1]

export interface MongoAddress {
  readonly url: string
  /** By default the one in the url, else `linggong`. */
  readonly database?: string
}

export interface MongoConnection {
  readonly database: mongo.Db
  close(): Promise<void>
}

/** Throws `StoreUnavailable` when there is no server. Mongoose's models stay unused: they would cost a copy and a second validation. */
export async function connectMongo({ url, database = databaseIn(url) ?? DEFAULT_DATABASE }: MongoAddress): Promise<MongoConnection> {
  const connection = mongoose.createConnection(url, {
    dbName: database,
    appName: 'linggong',
    serverSelectionTimeoutMS: WAIT_MS.serverSelection,
    connectTimeoutMS: WAIT_MS.connect,
    socketTimeoutMS: WAIT_MS.socket,
    waitQueueTimeoutMS: WAIT_MS.pool,
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
