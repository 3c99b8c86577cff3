import { readDatabase } from './config.ts'
import { sqliteFile } from './start-services.ts'
import type { ReadStore } from './store/reading.ts'

/** Opens what the environment names, for a command that only looks. Throws where nothing is there. */
export async function openToRead(env: NodeJS.ProcessEnv): Promise<ReadStore> {
  const { mongodbUrl, dataDir } = readDatabase(env)
  if (mongodbUrl !== undefined) return (await import('./store/mongo/open-mongo.ts')).readMongo({ url: mongodbUrl })
  return (await import('./store/sqlite/read-sqlite.ts')).readSqlite({ file: sqliteFile(dataDir) })
}
