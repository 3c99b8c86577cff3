import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { DomainEvent } from '@linggong/api/core/event.ts'
import { asId } from '@linggong/api/core/id.ts'
import { cancelJob } from '@linggong/api/core/job/cancel-job.ts'
import type { JobChange } from '@linggong/api/core/job/change.ts'
import type { Job } from '@linggong/api/core/job/job.ts'
import type { Result } from '@linggong/api/core/result.ts'
import { takeConfirmed } from '@linggong/api/core/statistics/testing/events.ts'
import { handBack, undoTake } from '@linggong/api/core/take/give-up.ts'
import { LATE_RULE } from '@linggong/api/core/testing/builders.ts'
import { jobs, newJobDoc } from '@linggong/api/job/job.collection.ts'
import { createFolder } from '@linggong/api/statistics/folder.ts'
import { recompute } from '@linggong/api/statistics/recompute.ts'
import type { Store } from '@linggong/api/store/port.ts'
import { openSqlite } from '@linggong/api/store/sqlite/open-sqlite.ts'
import { mongoDatabase, sqliteDatabase } from '@linggong/api/store/testing/test-databases.ts'
import { type Chance, createChance } from '@linggong/seeds/demo/chance.ts'
import { demoCounty } from '@linggong/seeds/demo/demo-county.ts'
import type { ToldJob } from '@linggong/seeds/demo/tell-job.ts'
import { COUNTY } from '@linggong/seeds/reference/county.ts'
import { describeWhere, mongodbUrl } from '@linggong/test/setup/needs.ts'
import { MORNING } from '../kit/a-county.ts'

const county = COUNTY.adcode

function recomputed(store: Store) {
  const fresh = openSqlite({ file: ':memory:' })
  return recompute({ store, county, fresh }).finally(() => fresh.close())
}

function then({ events }: ToldJob, decision: Result<JobChange>): ToldJob {
  if (!decision.ok) throw new Error(decision.refusal)
  return { job: decision.value.job, events: [...events, ...decision.value.events] }
}

/** Takes a seat of an open job back in one of three ways, as the rules have it. */
function takenBack(told: ToldJob, way: number): ToldJob {
  const { job } = told
  const take = job.takes.find(({ state }) => state === 'taken')
  const now = take?.takenAt.add({ seconds: 30 }) ?? MORNING
  if (take === undefined || way % 3 === 0) return then(told, cancelJob(job, { employer: job.employer, now, rule: LATE_RULE }))
  const by = { worker: take.worker, now }
  return then(told, way % 3 === 1 ? undoTake(job, by) : handBack(job, by))
}

/** An event and the moment at which one hears of it. */
type Late = (event: DomainEvent, chance: Chance) => number
const AT_ANY_TIME: Late = (_event, chance) => chance.below(1e9)
/** As long as a month is open. */
const WITHIN_FIVE_WEEKS: Late = ({ at }, chance) => at.add({ minutes: chance.below(34 * 24 * 60) }).epochMilliseconds

/** The demo county's jobs, with seats taken back, and all that happened: more than ten thousand events, each of them twice, as they are heard of. */
function aCrowdOfEvents(late: Late): { told: readonly Job[]; events: readonly DomainEvent[] } {
  const story = demoCounty({ now: MORNING, idOf: (idNumber) => asId<'person'>(`person-${idNumber}`) })
  const past = [...story.pastJobs([...story.people()])]
  const open = story.openJobs.map((told, way) => takenBack(told, way))
  const events = [...past, ...open].flatMap((told) => told.events)
  const chance = createChance('any order')
  const order = [...events, ...events].map((event) => ({ event, at: late(event, chance) })).sort((one, other) => one.at - other.at)
  return { told: [...past, ...open].map(({ job }) => job), events: order.map(({ event }) => event) }
}

interface Counting {
  readonly late: Late
  readonly forgets: boolean
  /** A demo is told in any order, so nothing of it is forgotten. */
  readonly demo: boolean
}

function drifts(storeOf: () => Promise<{ store: Store; drop: () => Promise<void> }>, { late, forgets, demo }: Counting): void {
  let store: Store
  let drop: () => Promise<void>
  let events: readonly DomainEvent[]
  beforeAll(async () => {
    ;({ store, drop } = await storeOf())
    const crowd = aCrowdOfEvents(late)
    events = crowd.events.map((event) => ({ ...event, demo }))
    for (const job of crowd.told) await store.insert(jobs, newJobDoc({ ...job, demo }, 'demo'))
    const fold = createFolder(store, { forgets })
    await Promise.all(events.map((event) => fold([event])))
  }, 300_000)
  afterAll(async () => {
    await store.close()
    await drop()
  })

  it('does not drift from the documents, however often and late each event comes', async () => {
    expect(events.length).toBeGreaterThan(10_000)
    const { differences, counts } = await recomputed(store)
    expect(differences).toEqual([])
    expect(counts).toBeGreaterThan(10_000)
  }, 120_000)

  it('is found out where something was counted that no document knows', async () => {
    await createFolder(store)([takeConfirmed({ of: 'nobody', at: '2026-11-20T10:00:00+08:00', demo, county, trade: '搬运' })])
    const { differences } = await recomputed(store)
    expect(differences.map(({ where }) => where)).toContainEqual(
      expect.stringContaining(`${demo ? 'demo' : 'real'}:2026-11:county: takesConfirmed 20`),
    )
  }, 120_000)
}

async function onSqlite() {
  const database = sqliteDatabase()
  return { store: await database.connect(), drop: database.drop }
}

describe('ten thousand events on SQLite', () => drifts(onSqlite, { late: AT_ANY_TIME, forgets: true, demo: true }))

describe('ten thousand events as a server hears of them, which forgets what is long ago', () =>
  drifts(onSqlite, { late: WITHIN_FIVE_WEEKS, forgets: true, demo: false }))

describeWhere('mongodb', 'ten thousand events on MongoDB', () =>
  drifts(
    async () => {
      const database = mongoDatabase(mongodbUrl ?? '')
      return { store: await database.connect(), drop: database.drop }
    },
    { late: AT_ANY_TIME, forgets: true, demo: true },
  ),
)
