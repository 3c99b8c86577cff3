import { describe } from '@jest/globals'
import { describeWhere, mongodbUrl } from '@linggong/test/setup/needs.ts'
import { mongoDatabase, sqliteDatabase } from '../store/testing/test-databases.ts'
import { crashSuite } from './testing/crash-suite.ts'

describe('a payment room that dies, on SQLite', () => crashSuite(sqliteDatabase))

describeWhere('mongodb', 'a payment room that dies, on MongoDB', () => crashSuite(() => mongoDatabase(mongodbUrl ?? '')))
