import { DatabaseSync } from 'node:sqlite'
import { connectMongo } from '@linggong/api/store/mongo/connect.ts'
import type { Address } from '@linggong/api/store/suite/database.ts'

/** Every document of every collection as JSON, read past the store. */
export async function allDocuments([kind, where, database]: Address): Promise<readonly string[]> {
  return kind === 'sqlite' ? documentsInFile(where) : await documentsInMongo(where, database)
}

function documentsInFile(file: string): readonly string[] {
  const database = new DatabaseSync(file, { readOnly: true })
  const tables = database.prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%json TEXT%'`).all()
  const found = tables.flatMap(({ name }) => database.prepare(`SELECT json FROM "${String(name)}"`).all())
  database.close()
  return found.map(({ json }) => String(json))
}

async function documentsInMongo(url: string, name: string): Promise<readonly string[]> {
  const { database, close } = await connectMongo({ url, database: name })
  const collections = await database.listCollections().toArray()
  const found = await Promise.all(collections.map((each) => database.collection(each.name).find().toArray()))
  await close()
  return found.flat().map((document) => JSON.stringify(document))
}
