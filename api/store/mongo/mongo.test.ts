import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { describeWhere, mongodbUrl } from '@linggong/test/setup/needs.ts'
import type { mongo } from 'mongoose'
import { z } from 'zod'
import { collection } from '../collection.ts'
import type { Store } from '../port.ts'
import { aCounty, anOrder, orders } from '../suite/order.ts'
import { storeSuite } from '../suite/store-suite.ts'
import { mongoDatabase } from '../testing/test-databases.ts'
import { connectMongo, type MongoConnection } from './connect.ts'
import { openMongo } from './open-mongo.ts'
import { basicValidator, validatorOf } from './validator.ts'

describeWhere('mongodb', 'the store on MongoDB', () => {
  storeSuite(() => mongoDatabase(mongodbUrl ?? ''))
})

const schema = z.strictObject({ id: z.string(), county: z.string(), version: z.int(), state: z.enum(['open', 'full']) })
const released = collection({ name: 'thing', schema })
const nextRelease = collection({
  name: 'thing',
  schema: schema.extend({ state: z.enum(['open', 'full', 'settled']), note: z.string().optional() }),
})

async function knowsCollMod(database: mongo.Db): Promise<boolean> {
  await database.createCollection('probe')
  return database.command({ collMod: 'probe', validator: {} }).then(
    () => true,
    () => false,
  )
}

describeWhere('mongodb', 'the server itself', () => {
  let place: ReturnType<typeof mongoDatabase>
  let connection: MongoConnection
  let store: Store
  beforeEach(async () => {
    place = mongoDatabase(mongodbUrl ?? '')
    const [, url, name] = place.address
    connection = await connectMongo({ url, database: name })
    store = await place.connect()
  })
  afterEach(async () => {
    await store.close()
    await connection.close()
    await place.drop()
  })

  const withValidatorOf = (of: typeof orders | typeof released) =>
    connection.database.createCollection(of.name, { validator: { $jsonSchema: basicValidator(validatorOf(of)) } })

  it.each<readonly [string, Readonly<Record<string, unknown>>]>([
    ['text for a number', { rank: '1' }],
    ['half a fen', { pay: 0.5 }],
    ['a state that is none', { state: 'gone' }],
    ['no place', { place: undefined }],
  ])('refuses what somebody else writes with %s, where it has the validator', async (_what, change) => {
    const county = aCounty()
    await withValidatorOf(orders)
    await store.insert(orders, anOrder({ county }))
    const documents = connection.database.collection<{ _id: string }>('order')
    const written = await documents.findOne({ _id: `${county}/o1` })
    await expect(documents.insertOne({ ...written, ...change, _id: `${county}/o2` })).rejects.toMatchObject({ code: 121 })
  })

  it('takes what a later release writes into what an earlier one made', async () => {
    const county = aCounty()
    await store.insert(released, { id: 'a', county, version: 1, state: 'open' })
    const later = await place.connect()
    await later.insert(nextRelease, { id: 'b', county, version: 1, state: 'settled', note: 'new' })
    expect(await later.get(nextRelease, county, 'b')).toMatchObject({ state: 'settled', note: 'new' })
    await later.close()
  })

  it('is not taken back by an older release that comes again, which says so', async () => {
    const said: string[] = []
    const at = async (release: number) => {
      const [, url, database] = place.address
      return openMongo({ url, database, release, warn: (text) => said.push(text) })
    }
    const [old, next, again] = [await at(1_000), await at(2_000), await at(1_000)]
    const open = () => ({ id: crypto.randomUUID(), county: aCounty(), version: 1, state: 'open' }) as const
    await old.insert(released, open())
    await next.insert(nextRelease, open())
    await again.insert(released, open())
    expect(said).toEqual(['release 0.2.0 has been here, thing and others keep its validator; this is 0.1.0, update it'])
    const row = await connection.database.collection<{ _id: string }>('validators').findOne({ _id: 'thing' })
    expect(row).toMatchObject({ release: 2_000, validator: JSON.stringify(validatorOf(nextRelease)) })
    for (const opened of [old, next, again]) await opened.close()
  })

  it('changes the validator of another release, or says at once that it cannot', async () => {
    const county = aCounty()
    await withValidatorOf(released)
    const canChange = await knowsCollMod(connection.database)
    const writing = store.insert(nextRelease, { id: 'b', county, version: 1, state: 'settled' })
    if (canChange) await writing
    else await expect(writing).rejects.toThrow('thing has a validator of another release')
  })
})
