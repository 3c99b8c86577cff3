import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { spotsOf } from '../core/statistics/measure.ts'
import { takeConfirmed, takePaid, takeStarted } from '../core/statistics/testing/events.ts'
import type { Store } from '../store/port.ts'
import { openSqlite } from '../store/sqlite/open-sqlite.ts'
import { createFolder } from './folder.ts'
import { queryMetric } from './query-metric.ts'
import { emptyMonth, months, whereOf } from './rollup.collection.ts'

const county = '350428'
const NOW = Temporal.Instant.from('2026-11-30T12:00:00+08:00')
const NOVEMBER = { from: Temporal.PlainDate.from('2026-11-01'), to: Temporal.PlainDate.from('2026-12-01') }
const ABOUT = { county, township: '古镛镇', trade: '搬运', at: '2026-11-23T10:00:00+08:00' }

let store: Store
beforeEach(() => {
  store = openSqlite({ file: ':memory:' })
})
afterEach(() => store.close())

async function ask(metric: 'orders_completed' | 'worker_median_day_pay') {
  const answer = await queryMetric(
    store,
    { county, metric, bucket: 'month', breakdown: 'none', ...NOVEMBER },
    { now: NOW, maySeeSmall: true },
  )
  return answer.ok && answer.value.rows[0]
}

/** As it was kept before: a record of measures, with the bins of spreads among them. */
async function keepOlder(): Promise<void> {
  const counts = { takesConfirmed: '20:2 21:1', 'dayPayFen:40': '20:3' }
  for (const spot of spotsOf({ township: '古镛镇', trade: '搬运', riskClass: 2 })) {
    const { trade, riskClass } = spot
    const where = whereOf({ ...spot, measure: 'takesConfirmed', day: '2026-11-20', by: 1 }, { county, demo: false })
    await store.insert(months, { ...emptyMonth(where, NOW), version: 1, cells: [{ trade, riskClass, counts }] })
  }
}

describe('what an older release counted', () => {
  it('is read where it stands', async () => {
    await keepOlder()
    expect(await ask('orders_completed')).toMatchObject({ value: 3 })
    const median = await ask('worker_median_day_pay')
    expect(median).toMatchObject({ numerator: 3 })
  })

  it('is gone on with, and nothing is lost or counted twice', async () => {
    await keepOlder()
    const about = { ...ABOUT, of: 't9', employer: 'e1', worker: 'w1' }
    const life = [takeStarted({ ...about, covered: true }), takeConfirmed(about), takePaid(about)]
    for (let round = 0; round < 2; round += 1) await createFolder(store)(life)
    expect(await ask('orders_completed')).toMatchObject({ value: 4 })
    expect(await ask('worker_median_day_pay')).toMatchObject({ numerator: 4 })
  })
})
