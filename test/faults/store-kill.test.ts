import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals'
import type { Store } from '@linggong/api/store/port.ts'
import type { TestDatabase } from '@linggong/api/store/suite/database.ts'
import { aCounty, type Order, orders } from '@linggong/api/store/suite/order.ts'
import { type Other, startOther } from '@linggong/api/store/testing/start-other.ts'
import { mongoDatabase, sqliteDatabase } from '@linggong/api/store/testing/test-databases.ts'
import { describeWhere, mongodbUrl } from '../setup/needs.ts'

const ROUNDS = 7
const AT_ONCE = 3
const LANES = 4

/** A whole order says the same in each of its parts. */
function isWhole(order: Order): boolean {
  const mark = order.version === 1 ? 'first' : 'second'
  return (
    order.number === order.id && order.tags.join() === mark && order.takes.length === 20 && order.takes.every((take) => take.note === mark)
  )
}

async function allOf(store: Store, county: string): Promise<readonly Order[]> {
  const found: Order[] = []
  for (let after: string | undefined, more = true; more; more = after !== undefined) {
    const page = await store.find(orders, { index: 'state', county, limit: 100, ...(after === undefined ? {} : { after }) })
    found.push(...page.docs)
    after = page.next
  }
  return found
}

const countIn = async (store: Store, county: string, equals: Readonly<Record<string, string>>, index: string) =>
  await store.count(orders, { index, county, equals })

/** Every key and index agrees with the documents, so no write is there by half. */
async function expectConsistent(store: Store, county: string, stored: readonly Order[]): Promise<void> {
  expect(stored.every(isWhole)).toBe(true)
  expect(await countIn(store, county, { tags: 'first' }, 'tag')).toBe(stored.filter((order) => order.version === 1).length)
  expect(await countIn(store, county, { tags: 'second' }, 'tag')).toBe(stored.filter((order) => order.version === 2).length)
  expect(await countIn(store, county, { 'takes.worker': 'w7' }, 'worker')).toBe(stored.length)
  for (const { id } of stored.slice(-LANES * AT_ONCE)) {
    expect(await store.getBy(orders, 'number', { county, number: id })).toMatchObject({ id })
    expect(await store.getBy(orders, 'take', { county, 'takes.key': `${id}.19` })).toMatchObject({ id })
  }
}

function expectAcknowledged(lines: readonly string[], stored: readonly Order[]): void {
  const versions = new Map(stored.map((order) => [order.id, order.version]))
  const lost = lines.filter((line) => {
    const [id = '', version] = line.split(' ')
    return (versions.get(id) ?? 0) < Number(version)
  })
  expect(lost).toEqual([])
}

function killSuite(makeDatabase: () => TestDatabase): void {
  jest.setTimeout(120_000)
  let database: TestDatabase
  beforeAll(() => {
    database = makeDatabase()
  })
  afterAll(async () => {
    await database.drop()
  })

  /** Lets them get somewhere, a little further each round, and kills them within whatever they are doing then. */
  async function killed(others: readonly Other[], round: number): Promise<readonly string[]> {
    await Promise.all(others.map((other, n) => other.until(1 + round * 5 + n)))
    await sleep(Math.random() * 20)
    await Promise.all(others.map((other) => other.kill()))
    return others.flatMap((other) => other.lines())
  }

  it(`loses no acknowledged write in ${ROUNDS * AT_ONCE} kills, and keeps none by half`, async () => {
    const county = await aCounty()
    const acknowledged: string[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const others = Array.from({ length: AT_ONCE }, () => startOther([...database.address, county, 'write', `${LANES}`]))
      acknowledged.push(...(await killed(others, round)))
      const store = await database.connect()
      const stored = await allOf(store, county)
      expectAcknowledged(acknowledged, stored)
      await expectConsistent(store, county, stored)
      await store.close()
    }
    expect(acknowledged.length).toBeGreaterThan(ROUNDS * AT_ONCE)
  })
}

describe('kill -9 of processes that write to SQLite', () => {
  killSuite(sqliteDatabase)
})

describeWhere('mongodb', 'kill -9 of processes that write to MongoDB', () => {
  killSuite(() => mongoDatabase(mongodbUrl ?? ''))
})
