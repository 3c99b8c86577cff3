import { afterAll, beforeAll, jest } from '@jest/globals'
import type { Store } from '../port.ts'
import { closingSuite } from './closing.ts'
import { concurrencySuite } from './concurrency.ts'
import type { Subject, TestDatabase } from './database.ts'
import { declarationSuite } from './declarations.ts'
import { documentSuite } from './documents.ts'
import { pagingSuite } from './paging.ts'
import { querySuite } from './queries.ts'
import { refusalSuite } from './refusals.ts'
import { uniqueKeySuite } from './unique-keys.ts'
import { versionSuite } from './versions.ts'

/** What the port promises, for every implementation of it. Call it inside a `describe` that names the database. */
export function storeSuite(makeDatabase: () => TestDatabase): void {
  jest.setTimeout(60_000)
  let database: TestDatabase
  let store: Store
  const subject = (): Subject => ({ store, database })

  beforeAll(async () => {
    database = makeDatabase()
    store = await database.connect()
  })
  afterAll(async () => {
    await store.close()
    await database.drop()
  })

  documentSuite(subject)
  uniqueKeySuite(subject)
  versionSuite(subject)
  querySuite(subject)
  pagingSuite(subject)
  refusalSuite(subject)
  declarationSuite(subject)
  concurrencySuite(subject)
  closingSuite(subject)
}
