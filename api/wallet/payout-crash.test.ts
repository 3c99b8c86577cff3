import { describe } from '@jest/globals'
import { describeWhere, mongodbUrl } from '@linggong/test/setup/needs.ts'
import { mongoDatabase, sqliteDatabase } from '../store/testing/test-databases.ts'
import { payoutCrashSuite } from './testing/payout-crash-suite.ts'

describe('a payout whose process dies, on SQLite', () => payoutCrashSuite(sqliteDatabase, { stride: 1 }))

describeWhere('mongodb', 'a payout whose process dies, on MongoDB', () =>
  payoutCrashSuite(() => mongoDatabase(mongodbUrl ?? ''), { stride: 4 }),
)
