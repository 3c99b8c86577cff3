import { mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals'
import { openMongo } from '@linggong/api/store/mongo/open-mongo.ts'
import { StoreUnavailable } from '@linggong/api/store/port.ts'
import { openSqlite } from '@linggong/api/store/sqlite/open-sqlite.ts'
import { aCounty, anOrder, orders } from '@linggong/api/store/suite/order.ts'
import { mongoDatabase } from '@linggong/api/store/testing/test-databases.ts'
import { describeWhere, mongodbUrl } from '../setup/needs.ts'

describe('another process holds the lock of the SQLite file', () => {
  let folder = ''
  let file = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'linggong-lock-'))
    file = join(folder, 'county.db')
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('so reads go on, writes wait, and land when it lets go', async () => {
    const store = openSqlite({ file })
    const county = await aCounty()
    await store.insert(orders, anOrder({ county }))
    const other = new DatabaseSync(file)
    other.exec('BEGIN IMMEDIATE')
    const writes = [store.insert(orders, anOrder({ county, id: 'o2' })), store.replace(orders, anOrder({ county, version: 2 }), 1)]
    expect(await store.get(orders, county, 'o1')).toMatchObject({ version: 1 })
    other.exec('COMMIT')
    expect(await Promise.all(writes)).toEqual([{ ok: true }, { ok: true }])
    other.close()
    await store.close()
  })

  it('for too long, so writers are told, and may try again', async () => {
    const store = openSqlite({ file, busyTriesMax: 2 })
    const county = await aCounty()
    await store.insert(orders, anOrder({ county }))
    const other = new DatabaseSync(file)
    other.exec('BEGIN IMMEDIATE')
    const writes = await Promise.allSettled(['a', 'b'].map((id) => store.insert(orders, anOrder({ county, id }))))
    expect(writes.every((write) => write.status === 'rejected' && write.reason instanceof StoreUnavailable)).toBe(true)
    other.exec('ROLLBACK')
    expect(await store.insert(orders, anOrder({ county, id: 'a' }))).toEqual({ ok: true })
    other.close()
    await store.close()
  })
})

/** A wire between the store and the server that a test can cut. */
async function aWire(to: URL): Promise<{ readonly url: string; cut(): void; mend(): void; close(): Promise<void> }> {
  const ends = new Set<Socket>()
  let whole = true
  const server: Server = createServer((near) => {
    const far = connect(Number(to.port || 27_017), to.hostname)
    const cut = () => {
      near.destroy()
      far.destroy()
    }
    for (const end of [near, far]) ends.add(end.on('error', cut).on('close', cut))
    if (!whole) cut()
    near.pipe(far).pipe(near)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return {
    url: `mongodb://127.0.0.1:${port}/?directConnection=true`,
    cut() {
      whole = false
      for (const end of ends) end.destroy()
    },
    mend() {
      whole = true
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

describeWhere('mongodb', 'the MongoDB server is away', () => {
  jest.setTimeout(60_000)

  it('from the beginning: opening fails as unavailable', async () => {
    await expect(openMongo({ url: 'mongodb://127.0.0.1:9/', waitMs: 100 })).rejects.toThrow(StoreUnavailable)
  })

  it('and comes back: calls in between fail as unavailable, later ones work, nothing acknowledged is lost', async () => {
    const database = mongoDatabase(mongodbUrl ?? '')
    const wire = await aWire(new URL(mongodbUrl ?? ''))
    const store = await openMongo({ url: wire.url, database: database.address[2], waitMs: 500 })
    const county = await aCounty()
    await store.insert(orders, anOrder({ county }))
    wire.cut()
    const calls = await Promise.allSettled([
      store.get(orders, county, 'o1'),
      store.insert(orders, anOrder({ county, id: 'o2' })),
      store.replace(orders, anOrder({ county, version: 2 }), 1),
      store.find(orders, { index: 'due', county, limit: 5 }),
    ])
    expect(calls.map((call) => call.status === 'rejected' && call.reason instanceof StoreUnavailable)).toEqual([true, true, true, true])
    wire.mend()
    expect(await store.get(orders, county, 'o1')).toMatchObject({ id: 'o1' })
    expect(await store.insert(orders, anOrder({ county, id: 'o3' }))).toEqual({ ok: true })
    await store.close()
    await wire.close()
    await database.drop()
  })
})
