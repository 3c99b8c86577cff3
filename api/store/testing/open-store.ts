import type { Store } from '../port.ts'
import { openSqlite } from '../sqlite/open-sqlite.ts'
import type { Address } from '../suite/database.ts'

/** Opens the database of a test by its address, in this process or another. The driver is loaded only by who needs it: it is slow to. */
export async function openStore([kind, where, database]: Address): Promise<Store> {
  if (kind === 'sqlite') return openSqlite({ file: where })
  const { openMongo } = await import('../mongo/open-mongo.ts')
  return await openMongo({ url: where, database })
}
