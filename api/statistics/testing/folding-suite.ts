import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import type { DomainEvent } from '../../core/event.ts'
import { dayCounts, measuresIn } from '../../core/statistics/packed-counts.ts'
import { jobPublished, personRegistered, takeConfirmed, takePaid, takeStarted } from '../../core/statistics/testing/events.ts'
import type { Store } from '../../store/port.ts'
import type { TestDatabase } from '../../store/suite/database.ts'
import { createFolder } from '../folder.ts'
import { queryMetric } from '../query-metric.ts'
import { CUBES, type Cube, countsOf, type MonthDoc, months } from '../rollup.collection.ts'
import { daysOf } from './days-of.ts'
import { Crash, crashingStore, interruptedStore } from './faulty-store.ts'

const at = '2026-11-23T10:00:00+08:00'
const ONCE = {
  jobsPosted: 1,
  seatsPosted: 3,
  takesStarted: 1,
  takesStartedCovered: 1,
  takesConfirmed: 1,
  paidFen: 10_000,
  workersRegistered: 1,
}

/** A job's day in three months and townships of one county. */
const eventsIn = (county: string): readonly DomainEvent[] => [
  jobPublished({ at, of: 'job-1', county }),
  takeStarted({ at, of: 'take-1', covered: true, county }),
  takeConfirmed({ at, of: 'take-1', county }),
  takePaid({ at: '2026-12-01T00:00:00+08:00', of: 'take-1', county }),
  personRegistered({ at, of: 'liao', township: '高唐镇', county }),
]

let database: TestDatabase
let store: Store
let county: string
let counties = 0

const allMonths = async (cube: Cube = 'township'): Promise<readonly MonthDoc[]> =>
  (await store.find(months, { index: 'month', county, equals: { demo: false, cube }, limit: 100 })).docs

async function totals(): Promise<Record<string, number>> {
  const sums: Record<string, number> = {}
  for (const { cells } of await allMonths()) {
    for (const [measure, packed] of cells.flatMap((cell) => [...measuresIn(countsOf(cell))])) {
      if (!Object.hasOwn(ONCE, measure)) continue
      for (const [, by] of dayCounts(packed)) sums[measure] = (sums[measure] ?? 0) + by
    }
  }
  return sums
}

function countsOnce(): void {
  it('counts each event on its own day, month and township', async () => {
    await createFolder(store)(eventsIn(county))
    const cells = (await allMonths()).map(({ month, place, cells }) => [month, place, daysOf({ cells }, 'paidFen') !== undefined])
    expect(cells.toSorted()).toEqual([
      /** The year and the quarter in which the employer posted something. */
      ['2026-01', '古镛镇', false],
      ['2026-10', '古镛镇', false],
      ['2026-11', '古镛镇', false],
      ['2026-11', '高唐镇', false],
      ['2026-12', '古镛镇', true],
    ])
    expect(daysOf((await allMonths()).at(-1), 'paidFen')).toBe('1:10000')
    expect(await totals()).toEqual(ONCE)
  })

  it('counts once what comes again: at once, later, in another order, from another process', async () => {
    const events = eventsIn(county)
    const fold = createFolder(store)
    await Promise.all([fold([...events, ...events]), ...events.map((event) => fold([event]))])
    await fold(events.toReversed())
    await createFolder(store)(events)
    expect(await totals()).toEqual(ONCE)
  })

  it('counts a late event where it belongs and does not grow older by it', async () => {
    const fold = createFolder(store)
    await fold([takeConfirmed({ at, of: 'take-1', county })])
    await fold([takeConfirmed({ at: '2026-11-01T00:00:00+08:00', of: 'take-2', county })])
    const [month] = await allMonths()
    expect(daysOf(month, 'takesConfirmed')).toBe('1:1 23:1')
    expect(month?.asOf.toString()).toBe('2026-11-23T02:00:00Z')
  })

  it('keeps demo and real apart, and counties', async () => {
    const events = [{ of: 'a' }, { of: 'b', demo: true }, { of: 'c', county: `${county}-other` }].map((about) =>
      takeConfirmed({ at, county, ...about }),
    )
    await createFolder(store)(events)
    expect(await totals()).toEqual({ takesConfirmed: 1 })
  })

  it('reads back what it counted, the newest first for the date of the data', async () => {
    await createFolder(store)(eventsIn(county))
    const days = { from: Temporal.PlainDate.from('2026-11-01'), to: Temporal.PlainDate.from('2027-01-01') }
    const question = { county, ...days, metric: 'amount_settled', bucket: 'month', breakdown: 'township' } as const
    const answer = await queryMetric(store, question, { now: Temporal.Instant.from('2026-12-24T00:00:00Z'), maySeeSmall: true })
    expect(answer).toMatchObject({
      value: { demo: false, dataAsOf: '2026-11-30T16:00:00.000Z', rows: [{ value: 0 }, { value: 0 }, { value: 10_000 }, { value: 0 }] },
    })
  })
}

function staysSmall(): void {
  it('forgets pending keys as it goes, so a month never grows with its history', async () => {
    const fold = createFolder(store)
    for (let take = 0; take < 20; take += 1) await fold([takeConfirmed({ at, of: `take-${take}`, county })])
    const [month] = await allMonths()
    expect(month?.pending.length).toBeLessThan(5)
    expect(await totals()).toEqual({ takesConfirmed: 20 })
  })

  it('a crowd at once costs few writes of the month', async () => {
    const crowd = Array.from({ length: 600 }, (_, take) => takeConfirmed({ at, of: `take-${take}`, county }))
    const fold = createFolder(store, { chunkMax: 300 })
    await Promise.all(crowd.map((event) => fold([event])))
    const [month] = await allMonths()
    expect(month?.version).toBe(2)
    expect(await totals()).toEqual({ takesConfirmed: 600 })
  }, 60_000)
}

/** So many writes it takes to count a job's day. */
const WRITES = 26

/** Every cell of every cube. */
async function cells(): Promise<ReadonlyMap<string, unknown>> {
  const docs = await Promise.all(CUBES.map((cube) => allMonths(cube)))
  return new Map(docs.flat().map(({ id, asOf, cells }) => [id, { asOf: asOf.toString(), cells }]))
}

/** What is counted when nothing goes wrong, in a county of its own. */
async function undisturbed(): Promise<ReadonlyMap<string, unknown>> {
  const disturbed = county
  county = `${disturbed}-undisturbed`
  await createFolder(store)(eventsIn(county))
  const found = await cells()
  county = disturbed
  return found
}

function survivesCrashes(): void {
  const points = Array.from({ length: WRITES }, (_, write) => write).flatMap((write) => [
    { write, reached: false },
    { write, reached: true },
  ])

  it('tells those whose events a failure hits, and counts them the next time', async () => {
    const dying = createFolder(crashingStore(store, { write: 0, reached: false }))
    await expect(dying(eventsIn(county))).rejects.toThrow(Crash)
    await createFolder(store)(eventsIn(county))
    expect(await totals()).toEqual(ONCE)
  })

  it.each(points)('counts once after a crash at write $write, reached $reached', async (point) => {
    const crashed = createFolder(crashingStore(store, point))(eventsIn(county))
    await expect(crashed).rejects.toThrow(Crash)
    await createFolder(store)(eventsIn(county))
    expect(await totals()).toEqual(ONCE)
    expect(await cells()).toEqual(await undisturbed())
  })

  it('counts once after crash upon crash, by several processes', async () => {
    for (const point of points) await createFolder(crashingStore(store, point))(eventsIn(county)).catch(() => undefined)
    await Promise.all([createFolder(store)(eventsIn(county)), createFolder(store)(eventsIn(county))])
    expect(await totals()).toEqual(ONCE)
    expect(await cells()).toEqual(await undisturbed())
  })

  it.each(Array.from({ length: 20 }, (_, operation) => operation))(
    'counts once when overtaken before operation %i by a process that then forgets the key',
    async (operation) => {
      const [same, other] = [takeConfirmed({ at, of: 'same', county }), takeConfirmed({ at, of: 'other', county })]
      const quick = createFolder(store)
      const overtaken = interruptedStore(store, operation, async () => {
        await quick([same])
        await quick([other])
      })
      await createFolder(overtaken)([same])
      await quick([same, other])
      expect(await totals()).toEqual({ takesConfirmed: 2 })
    },
  )

  it.each(Array.from({ length: 30 }, (_, operation) => operation))(
    'counts once when somebody else writes a month that it remembers, before operation %i',
    async (operation) => {
      const events = ['first', 'same', 'other'].map((of) => takeConfirmed({ at, of, county }))
      const quick = createFolder(store)
      const remembering = interruptedStore(store, operation, async () => {
        await quick(events.slice(1, 2))
        await quick(events.slice(2))
      })
      await createFolder(remembering, { chunkMax: 1 })(events.slice(0, 2))
      await quick(events)
      expect(await totals()).toEqual({ takesConfirmed: 3 })
    },
  )

  it('counts everything of four processes at once', async () => {
    const crowd = Array.from({ length: 60 }, (_, take) => takeConfirmed({ at, of: `take-${take}`, county }))
    const connections = await Promise.all([0, 1, 2, 3].map(() => database.connect()))
    await Promise.all(connections.map((connection) => createFolder(connection)(crowd)))
    await Promise.all(connections.map((connection) => connection.close()))
    expect(await totals()).toEqual({ takesConfirmed: 60 })
  })
}

/** What folding promises, on any store. */
export function foldingSuite(databaseOf: () => TestDatabase): void {
  beforeAll(async () => {
    database = databaseOf()
    store = await database.connect()
  })
  beforeEach(() => {
    counties += 1
    county = `county-${counties}`
  })
  afterAll(async () => {
    await store.close()
    await database.drop()
  })
  describe('once', countsOnce)
  describe('small', staysSmall)
  describe('whatever happens', survivesCrashes)
}
