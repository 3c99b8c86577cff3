import { describe, expect, it } from '@jest/globals'
import { aCounty, anOrder, aTake, orders } from '../suite/order.ts'
import { storeSuite } from '../suite/store-suite.ts'
import { sqliteDatabase } from '../testing/test-databases.ts'
import { openSqlite } from './open-sqlite.ts'

describe('the store on SQLite', () => {
  storeSuite(sqliteDatabase)

  it('keeps the other writes of a commit in which one fails', async () => {
    const store = openSqlite({ file: ':memory:' })
    const county = aCounty()
    const order = (id: string, ...workers: string[]) => anOrder({ county, id, takes: workers.map((worker) => aTake(worker)) })
    const answers = await Promise.all([
      store.insert(orders, order('a', 'li')),
      store.insert(orders, order('b', 'wu', 'li')),
      store.insert(orders, order('c', 'wu')),
    ])
    expect(answers).toEqual([{ ok: true }, { ok: false, duplicate: 'take' }, { ok: true }])
    expect(await store.get(orders, county, 'b')).toBeUndefined()
    expect(await store.getBy(orders, 'take', { county, 'takes.key': 'wu' })).toMatchObject({ id: 'c' })
    await store.close()
  })
})
