import { afterAll, expect, it } from '@jest/globals'
import { describeWhere, mongodbUrl } from '@linggong/test/setup/needs.ts'
import { aCounty, anOrder, orders } from '../suite/order.ts'
import { storeSuite } from '../suite/store-suite.ts'
import { mongoDatabase } from '../testing/test-databases.ts'
import { connectMongo } from './connect.ts'

describeWhere('mongodb', 'the store on MongoDB', () => {
  storeSuite(() => mongoDatabase(mongodbUrl ?? ''))
})

describeWhere('mongodb', 'the server itself', () => {
  const database = mongoDatabase(mongodbUrl ?? '')
  afterAll(() => database.drop())

  it.each<readonly [string, Readonly<Record<string, unknown>>]>([
    ['text for a number', { rank: '1' }],
    ['half a fen', { pay: 0.5 }],
    ['a state that is none', { state: 'gone' }],
    ['no place', { place: undefined }],
  ])('refuses what somebody else writes with %s', async (_what, change) => {
    const county = aCounty()
    const [, url, name] = database.address
    const store = await database.connect()
    await store.insert(orders, anOrder({ county }))
    await store.close()
    const connection = await connectMongo({ url, database: name })
    const documents = connection.database.collection<{ _id: string }>('order')
    const written = await documents.findOne({ _id: `${county}/o1` })
    await expect(documents.insertOne({ ...written, ...change, _id: `${county}/o2` })).rejects.toMatchObject({ code: 121 })
    await connection.close()
  })
})
