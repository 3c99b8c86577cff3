import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Address, TestDatabase } from '../suite/database.ts'
import { openStore } from './open-store.ts'

/** A SQLite file in a new temporary folder. */
export function sqliteDatabase(): TestDatabase {
  const folder = mkdtempSync(join(tmpdir(), 'linggong-store-'))
  const address: Address = ['sqlite', join(folder, 'county.db'), '']
  return {
    address,
    connect: () => openStore(address),
    async drop() {
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A database of a random name on the given server. */
export function mongoDatabase(url: string): TestDatabase {
  const address: Address = ['mongo', url, `linggong_test_${randomBytes(6).toString('hex')}`]
  return {
    address,
    connect: () => openStore(address),
    async drop() {
      const { connectMongo } = await import('../mongo/connect.ts')
      const connection = await connectMongo({ url, database: address[2] })
      await connection.database.dropDatabase()
      await connection.close()
    },
  }
}
