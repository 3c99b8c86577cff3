import { openMongo } from '../mongo/open-mongo.ts'
import type { Store } from '../port.ts'
import { openSqlite } from '../sqlite/open-sqlite.ts'
import type { Address } from '../suite/database.ts'

/** Opens the database of a test by its address, in this process or another. */
export const openStore = async ([kind, where, database]: Address): Promise<Store> =>
  kind === 'sqlite' ? openSqlite({ file: where }) : await openMongo({ url: where, database })
