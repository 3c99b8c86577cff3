import { afterEach, beforeEach, expect, it } from '@jest/globals'
import { jobPublished, personRegistered, takeConfirmed } from '../core/statistics/testing/events.ts'
import type { Store } from '../store/port.ts'
import { openSqlite } from '../store/sqlite/open-sqlite.ts'
import { createFolder } from './folder.ts'
import { createFreezing, freezeMonths } from './freeze-months.ts'
import { queryMetric } from './query-metric.ts'

const county = '350428'
const NOW = Temporal.Instant.from('2026-12-24T10:00:00+08:00')

let store: Store
beforeEach(() => {
  store = openSqlite({ file: ':memory:' })
})
afterEach(() => store.close())

const tell = (...events: Parameters<ReturnType<typeof createFolder>>[0]) => createFolder(store)(events)

async function answer(metric: 'orders_completed' | 'workers_total') {
  const range = { from: Temporal.PlainDate.from('2026-10-01'), to: Temporal.PlainDate.from('2026-12-01') }
  const answered = await queryMetric(
    store,
    { county, metric, bucket: 'month', breakdown: 'none', ...range },
    { now: NOW, maySeeSmall: true },
  )
  if (!answered.ok) throw new Error(answered.refusal)
  const { rows, revisions, closedMonths } = answered.value
  return {
    rows: rows.map(({ value, closed }) => [value, closed]),
    revisions: revisions.map(({ bucketStart, value }) => [bucketStart, value]),
    closedMonths,
  }
}

const october = '2026-10-10T10:00:00+08:00'
const november = '2026-11-10T10:00:00+08:00'

it.each([
  ['34 days and 23 hours after its end', '2026-12-05T15:59:59Z', []],
  ['35 days after its end', '2026-12-05T16:00:00Z', ['2026-10']],
])('a month is closed %s', async (_when, now, closedMonths) => {
  await tell(takeConfirmed({ of: 'a', at: october }), takeConfirmed({ of: 'b', at: november }))
  await freezeMonths({ store, county }, Temporal.Instant.from(now))
  expect((await answer('orders_completed')).closedMonths).toEqual(closedMonths)
})

it('a closed month stays as it is, and what came later is a revision; closing it again changes nothing', async () => {
  await tell(takeConfirmed({ of: 'a', at: october }), takeConfirmed({ of: 'b', at: november }))
  await freezeMonths({ store, county }, NOW)
  await tell(takeConfirmed({ of: 'late', at: october }), takeConfirmed({ of: 'c', at: november }))
  await freezeMonths({ store, county }, NOW)
  expect(await answer('orders_completed')).toEqual({
    rows: [
      [1, true],
      [2, false],
    ],
    revisions: [['2026-10-01', 2]],
    closedMonths: ['2026-10'],
  })
})

it('what there is at the end of an open month counts the late ones too', async () => {
  await tell(personRegistered({ of: 'a', at: october }))
  await freezeMonths({ store, county }, NOW)
  await tell(personRegistered({ of: 'late', at: october }), personRegistered({ of: 'b', at: november }))
  expect((await answer('workers_total')).rows).toEqual([
    [1, true],
    [3, false],
  ])
})

it('each night closes what is due and winds the next', async () => {
  await tell(takeConfirmed({ of: 'a', at: october }))
  const set: string[] = []
  const { wind, tasks } = createFreezing({
    store,
    county,
    clock: { now: () => NOW },
    setTimer: async ({ subject, dueAt }) => void set.push(`${subject} ${dueAt}`),
  })
  await wind()
  await tasks['freeze-statistics']('2026-12-25')
  expect(set).toEqual(['2026-12-25 2026-12-24T19:00:00Z', '2026-12-26 2026-12-25T19:00:00Z'])
  expect((await answer('orders_completed')).closedMonths).toEqual(['2026-10'])
})

it('employers of a year that goes on are counted on, though its first month is closed', async () => {
  await tell(jobPublished({ of: 'a', at: '2026-01-10T10:00:00+08:00', employer: 'cai' }))
  await freezeMonths({ store, county }, NOW)
  await tell(jobPublished({ of: 'b', at: november, employer: 'qiu' }))
  const year = { from: Temporal.PlainDate.from('2026-01-01'), to: Temporal.PlainDate.from('2027-01-01') }
  const question = { county, metric: 'employers_active', bucket: 'year', breakdown: 'none', ...year } as const
  expect(await queryMetric(store, question, { now: NOW, maySeeSmall: true })).toMatchObject({
    value: { rows: [{ value: 2, closed: false }] },
  })
})
