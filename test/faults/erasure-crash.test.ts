import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { auditRows } from '@linggong/api/audit/audit-row.collection.ts'
import { LIMIT } from '@linggong/api/core/limit.ts'
import { formerPeople, keptIdentities } from '@linggong/api/person/former.collection.ts'
import { licencePictures, licences } from '@linggong/api/person/licence.collection.ts'
import { people } from '@linggong/api/person/person.collection.ts'
import { recompute } from '@linggong/api/statistics/recompute.ts'
import { type CrashPoint, crashingStore } from '@linggong/api/statistics/testing/faulty-store.ts'
import type { Store } from '@linggong/api/store/port.ts'
import { openSqlite } from '@linggong/api/store/sqlite/open-sqlite.ts'
import type { TestDatabase } from '@linggong/api/store/suite/database.ts'
import { mongoDatabase, sqliteDatabase } from '@linggong/api/store/testing/test-databases.ts'
import { createVault } from '@linggong/api/vault/vault.ts'
import { aCounty, MORNING, sameRing } from '../kit/a-county.ts'
import { LIVED, liveALife, takeAllOut } from '../kit/a-life.ts'
import { allDocuments } from '../kit/all-documents.ts'
import { tracesIn, tracesOf } from '../privacy/kit/traces.ts'
import { describeWhere, mongodbUrl } from '../setup/needs.ts'

/** At most so many there are, those of whatever else falls due included. */
const WRITES = 48
const EVENING = MORNING.add({ hours: 12 })
type Town = Awaited<ReturnType<typeof aCounty>>

const start = (store: Store, now: Temporal.Instant): Promise<Town> => aCounty({ store, ring: sameRing(), now })

async function close(town: Town): Promise<void> {
  await town.playMoney.stop()
  await town.county.stop()
}

const ask = ({ county }: Town) => county.client.eraseMe({ body: { confirmed: true } }, { contact: LIVED.contact, key: 'erase' })

async function later(town: Town, seconds: number): Promise<void> {
  town.clock.at = town.clock.at.add({ seconds })
  await town.county.sweep({ leaveSeconds: 0 })
  await town.settle()
}

/** Asks, and is forgotten; whatever a dead process says on the way is nobody's concern. */
async function leave(town: Town): Promise<void> {
  await ask(town).catch(() => undefined)
  await later(town, LIMIT.leavingSeconds).catch(() => undefined)
}

/** `every`: not each write where one is slow. */
function deaths(databaseOf: () => TestDatabase, every: number): void {
  let database: TestDatabase
  let store: Store
  let id: string
  let licence: string
  let traces: Readonly<Record<string, string>>
  beforeEach(async () => {
    database = databaseOf()
    store = await database.connect()
    const town = await start(store, MORNING)
    ;({ id, licence } = await liveALife(town))
    await takeAllOut(town)
    const doc = await store.get(people, town.county.county, id)
    traces = tracesOf(createVault(sameRing()), doc?.key ?? '')
    await close(town)
  }, 60_000)
  afterEach(async () => {
    await store.close()
    await database.drop()
  })

  /** Dies at one write, or lives; tells how many writes there were. */
  async function dieAt(point: CrashPoint): Promise<number> {
    let writes = 0
    const dying = crashingStore(store, point)
    const counted = (write: (...asked: never[]) => Promise<unknown>) =>
      ((...asked: never[]) => {
        writes += 1
        return write(...asked)
      }) as never // each of the three as it was
    const town = await start(
      { ...dying, insert: counted(dying.insert), replace: counted(dying.replace), remove: counted(dying.remove) },
      EVENING,
    )
    await leave(town)
    await close(town)
    return writes
  }

  async function isGone(county: string): Promise<void> {
    const fresh = openSqlite({ file: ':memory:' })
    const { differences } = await recompute({ store, county, fresh }).finally(() => fresh.close())
    expect(differences).toEqual([])
    expect(await store.get(people, county, id)).toBeUndefined()
    expect(await store.get(licences, county, licence)).toBeUndefined()
    expect(await store.get(licencePictures, county, licence)).toBeUndefined()
    expect(await store.get(formerPeople, county, id)).toMatchObject({ outbox: [] })
    expect(await store.get(keptIdentities, county, id)).toBeDefined()
    expect(tracesIn((await allDocuments(database.address)).join('\n'), traces)).toEqual([])
    const { docs } = await store.find(auditRows, { index: 'subject', county, equals: { subjects: id }, limit: 100 })
    expect(docs.flatMap(({ action, facts }) => (action === 'erase-person' ? [facts['step']] : []))).toEqual(['asked', 'done'])
  }

  it('is begun anew wherever it is cut off', async () => {
    expect(tracesIn((await allDocuments(database.address)).join('\n'), traces)).toEqual([
      ...['key', 'index of the number', 'index of the contact', 'index of the account'],
      ...['guesses 0', 'guesses 1', 'guesses 2'],
    ])
    const writes = await dieAt({ write: 1e9, reached: true })
    expect(writes).toBeGreaterThan(20)
    expect(writes).toBeLessThanOrEqual(WRITES)
    const town = await start(store, EVENING)
    await later(town, 1)
    await isGone(town.county.county)
    await close(town)
  }, 60_000)

  const moments = Array.from({ length: WRITES }, (_, write) => [write, write % 2 === 0] as const)

  it.each(moments.filter((_, n) => n % every === 0))(
    'dies at write %i (reached: %s), and once more on the way',
    async (write, reached) => {
      await dieAt({ write, reached })
      await dieAt({ write: Math.max(0, write - 8), reached: !reached })
      const town = await start(store, EVENING.add({ minutes: 5 }))
      await later(town, 1)
      await later(town, 120)
      await leave(town)
      await later(town, 120)
      await isGone(town.county.county)
      await close(town)
    },
    60_000,
  )
}

describe('an erasure on SQLite', () => deaths(sqliteDatabase, 1))
describeWhere('mongodb', 'an erasure on MongoDB', () => deaths(() => mongoDatabase(mongodbUrl ?? ''), 3))
