import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { DomainEvent } from '../core/event.ts'
import { jobPublished, personRegistered, takeConfirmed, takePaid, takeStarted } from '../core/statistics/testing/events.ts'
import type { Store } from '../store/port.ts'
import { openSqlite } from '../store/sqlite/open-sqlite.ts'
import { createFolder } from './folder.ts'
import { type MonthDoc, months } from './rollup.collection.ts'
import { Crash, crashingStore, delayedStore, interruptedStore } from './testing/faulty-store.ts'

const at = '2026-11-23T10:00:00+08:00'
const EVENTS: readonly DomainEvent[] = [
  jobPublished({ at, of: 'job-1' }),
  takeStarted({ at, of: 'take-1', covered: true }),
  takeConfirmed({ at, of: 'take-1' }),
  takePaid({ at: '2026-12-01T00:00:00+08:00', of: 'take-1' }),
  personRegistered({ at, of: 'liao', township: '高唐镇' }),
]
const ONCE = {
  jobsPosted: 1,
  seatsPosted: 3,
  takesStarted: 1,
  takesStartedCovered: 1,
  takesConfirmed: 1,
  paidFen: 10_000,
  workersRegistered: 1,
}

let store: Store
beforeEach(() => {
  store = openSqlite({ file: ':memory:' })
})
afterEach(() => store.close())

const allMonths = async (): Promise<readonly MonthDoc[]> =>
  (await store.find(months, { index: 'month', county: '350428', equals: { demo: false }, limit: 100 })).docs

async function totals(): Promise<Record<string, number>> {
  const sums: Record<string, number> = {}
  for (const { counts } of await allMonths()) {
    for (const [measure, days] of Object.entries(counts)) sums[measure] = (sums[measure] ?? 0) + days.reduce((sum, by) => sum + by, 0)
  }
  return sums
}

describe('folding', () => {
  it('counts each event on its own day, month and township', async () => {
    await createFolder(store)(EVENTS)
    const cells = (await allMonths()).map(({ month, township, counts }) => [month, township, Object.keys(counts).length])
    expect(cells).toEqual([
      ['2026-11', '古镛镇', 5],
      ['2026-11', '高唐镇', 1],
      ['2026-12', '古镛镇', 1],
    ])
    expect((await allMonths())[2]?.counts.paidFen?.[0]).toBe(10_000)
    expect(await totals()).toEqual(ONCE)
  })

  it('counts once what comes again: at once, later, in another order, from another process', async () => {
    const fold = createFolder(store)
    await Promise.all([fold([...EVENTS, ...EVENTS]), ...EVENTS.map((event) => fold([event]))])
    await fold(EVENTS.toReversed())
    await createFolder(store)(EVENTS)
    expect(await totals()).toEqual(ONCE)
  })

  it('counts a late event where it belongs and does not grow older by it', async () => {
    const fold = createFolder(store)
    await fold([takeConfirmed({ at, of: 'take-1' })])
    await fold([takeConfirmed({ at: '2026-11-01T00:00:00+08:00', of: 'take-2' })])
    const [month] = await allMonths()
    expect(month?.counts.takesConfirmed?.[0]).toBe(1)
    expect(month?.asOf.toString()).toBe('2026-11-23T02:00:00Z')
  })

  it('forgets pending keys as it goes, so a month never grows with its history', async () => {
    const fold = createFolder(store)
    for (let take = 0; take < 40; take += 1) await fold([takeConfirmed({ at, of: `take-${take}` })])
    const [month] = await allMonths()
    expect(month?.pending).toEqual(['takeConfirmed:take-39'])
    expect(await totals()).toEqual({ takesConfirmed: 40 })
  })

  it('a crowd at once costs few writes of the month', async () => {
    const crowd = Array.from({ length: 1000 }, (_, take) => takeConfirmed({ at, of: `take-${take}` }))
    const fold = createFolder(store)
    await Promise.all(crowd.map((event) => fold([event])))
    const [month] = await allMonths()
    expect(month?.version).toBe(4)
    expect(await totals()).toEqual({ takesConfirmed: 1000 })
  })

  it('keeps demo and real apart, and counties', async () => {
    const fold = createFolder(store)
    await fold([
      takeConfirmed({ at, of: 'a' }),
      takeConfirmed({ at, of: 'b', demo: true }),
      takeConfirmed({ at, of: 'c', county: '350429' }),
    ])
    expect(await totals()).toEqual({ takesConfirmed: 1 })
  })

  it('a failure is told to those whose events it hits, and the next try counts them', async () => {
    const dying = createFolder(crashingStore(store, { write: 0, reached: false }))
    await expect(dying(EVENTS)).rejects.toThrow(Crash)
    await createFolder(store)(EVENTS)
    expect(await totals()).toEqual(ONCE)
  })
})

describe('a crash at any write', () => {
  const points = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((write) => [
    { write, reached: false },
    { write, reached: true },
  ])

  it.each(points)('write $write, reached $reached', async (point) => {
    await createFolder(crashingStore(store, point))(EVENTS).catch(() => undefined)
    await createFolder(store)(EVENTS)
    expect(await totals()).toEqual(ONCE)
  })

  it('crash after crash, then several processes', async () => {
    for (const point of points) await createFolder(crashingStore(store, point))(EVENTS).catch(() => undefined)
    await Promise.all([createFolder(store)(EVENTS), createFolder(store)(EVENTS)])
    expect(await totals()).toEqual(ONCE)
  })
})

describe('several processes at once', () => {
  it.each([0, 1, 2, 3, 4, 5])(
    'one is overtaken before its operation %i, and its key is already forgotten as pending',
    async (operation) => {
      const [same, other] = [takeConfirmed({ at, of: 'same' }), takeConfirmed({ at, of: 'other' })]
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

  const crowd = ['a', 'b', 'c', 'd'].map((of) => takeConfirmed({ at, of }))

  it('count each event once in every order of answers', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.array(fc.constantFrom(...crowd), { minLength: 2, maxLength: 6 }), async (scheduler, told) => {
        const base = openSqlite({ file: ':memory:' })
        const slow = delayedStore(base, (operation) => scheduler.scheduleFunction(operation))
        const processes = [createFolder(slow), createFolder(slow), createFolder(slow)]
        const one = async (event: DomainEvent, index: number) => await processes[index % 3]?.([event])
        await scheduler.waitFor(Promise.all([...told.map(one), processes[1]?.(told)]))
        const [month] = (await base.find(months, { index: 'month', county: '350428', limit: 10 })).docs
        expect(month?.counts.takesConfirmed?.[22]).toBe(new Set(told).size)
        await base.close()
      }),
      { numRuns: 200 },
    )
  })
})
