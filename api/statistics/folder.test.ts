import { describe, expect, it } from '@jest/globals'
import { describeWhere, mongodbUrl } from '@linggong/test/setup/needs.ts'
import fc from 'fast-check'
import type { DomainEvent } from '../core/event.ts'
import { takeConfirmed } from '../core/statistics/testing/events.ts'
import { openSqlite } from '../store/sqlite/open-sqlite.ts'
import { mongoDatabase, sqliteDatabase } from '../store/testing/test-databases.ts'
import { createFolder } from './folder.ts'
import { months } from './rollup.collection.ts'
import { daysOf } from './testing/days-of.ts'
import { delayedStore } from './testing/faulty-store.ts'
import { foldingSuite } from './testing/folding-suite.ts'

describe('folding on SQLite', () => foldingSuite(sqliteDatabase))

describeWhere('mongodb', 'folding on MongoDB', () => foldingSuite(() => mongoDatabase(mongodbUrl ?? '')))

describe('three processes whose answers come in any order', () => {
  const crowd = ['a', 'b', 'c', 'd'].map((of) => takeConfirmed({ at: '2026-11-23T10:00:00+08:00', of }))

  it('count each event once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.array(fc.constantFrom(...crowd), { minLength: 2, maxLength: 6 }), async (scheduler, told) => {
        const base = openSqlite({ file: ':memory:' })
        const slow = delayedStore(base, (operation) => scheduler.scheduleFunction(operation))
        const processes = [createFolder(slow), createFolder(slow), createFolder(slow)]
        const one = async (event: DomainEvent, index: number) => await processes[index % 3]?.([event])
        await scheduler.waitFor(Promise.all([...told.map(one), processes[1]?.(told)]))
        const [month] = (await base.find(months, { index: 'month', county: '350428', equals: { demo: false, cube: 'county' }, limit: 10 }))
          .docs
        expect(daysOf(month, 'takesConfirmed')).toBe(`23:${new Set(told).size}`)
        await base.close()
      }),
      { numRuns: 200 },
    )
  })
})
