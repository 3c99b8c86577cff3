import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { overviewAnswer } from '../contract/overview.contract.ts'
import { isMetricId } from '../core/statistics/catalogue.ts'
import { jobPublished, personRegistered, takeConfirmed, takePaid, takeStarted } from '../core/statistics/testing/events.ts'
import type { Store } from '../store/port.ts'
import { openSqlite } from '../store/sqlite/open-sqlite.ts'
import { createFolder } from './folder.ts'
import { queryMetric } from './query-metric.ts'
import { type OverviewQuestion, seeOverview } from './see-overview.ts'

const NOW = Temporal.Instant.from('2026-11-23T07:30:00+08:00')
const COUNTY = '350428'
const day = (text: string) => Temporal.PlainDate.from(text)

let store: Store
beforeEach(async () => {
  store = openSqlite({ file: ':memory:' })
  const days = ['2026-10-05', '2026-10-22', '2026-10-23', '2026-10-30', '2026-11-03', '2026-11-22', '2026-11-23']
  await createFolder(store)(
    days.flatMap((date, index) => {
      const at = `${date}T07:00:00+08:00`
      const township = index % 2 === 0 ? '古镛镇' : '高唐镇'
      return [
        personRegistered({ of: `p${date}`, at, township }),
        jobPublished({ of: `j${date}`, at, seats: 2, township }),
        takeStarted({ of: `t${date}`, at, covered: index % 3 === 0, township }),
        takeConfirmed({ of: `t${date}`, at, township }),
        takePaid({ of: `t${date}`, at, payFen: 10_000 + index, township }),
      ]
    }),
  )
})
afterEach(() => store.close())

async function look(question: Partial<OverviewQuestion> = {}) {
  const seen = await seeOverview(store, { county: COUNTY, by: 'month', ...question }, { now: NOW, maySeeSmall: true })
  if (!seen.ok) throw new Error(seen.refusal)
  return overviewAnswer.parse(seen.value)
}
const figure = async (id: string, question: Partial<OverviewQuestion> = {}) =>
  (await look(question)).figures.find(({ metric }) => metric.id === id)

describe('the overview', () => {
  it('tells for every metric what the metric’s own query tells', async () => {
    const { figures, period } = await look()
    const range = { from: day(period.from), to: day(period.to) }
    for (const { metric, now, trend } of figures) {
      if (!isMetricId(metric.id)) throw new Error(metric.id)
      const alone = await queryMetric(
        store,
        { county: COUNTY, metric: metric.id, bucket: 'month', breakdown: 'none', ...range },
        { now: NOW, maySeeSmall: true },
      )
      const [row] = alone.ok ? alone.value.rows : []
      expect([metric.id, now?.value, now?.numerator]).toEqual([metric.id, row?.value, row?.numerator])
      expect([metric.id, trend.length]).toEqual([metric.id, metric.collected ? 12 : 0])
      expect(trend.at(-1)?.value).toBe(now?.value)
    }
  })

  it('holds a running month against as many days of the one before, and what there is against its end', async () => {
    expect(await figure('jobs_posted')).toMatchObject({
      now: { value: 3 },
      before: { value: 3, basis: 'same-days', from: '2026-10-01', to: '2026-10-24' },
    })
    expect(await figure('workers_total')).toMatchObject({ now: { value: 7 }, before: { value: 4, basis: 'end' } })
    expect(await figure('insurance_coverage')).toMatchObject({
      now: { numerator: 1, denominator: 3 },
      before: { numerator: 1, denominator: 3, basis: 'same-days' },
    })
    /** Employers are counted once a bucket, so of a part of a month nothing can be said. */
    expect(await figure('employers_active')).toMatchObject({ before: { basis: 'whole' } })
  })

  it('holds a month that is over against a whole one', async () => {
    expect(await figure('jobs_posted', { at: day('2026-10-31') })).toMatchObject({
      now: { value: 4 },
      before: { value: 0, basis: 'whole' },
    })
    expect((await look({ at: day('2026-10-31') })).period).toEqual({
      ...{ by: 'month', from: '2026-10-01', to: '2026-11-01', isOpen: false },
      ...{ earlier: '2026-09-01', later: '2026-11-01', trendFrom: '2025-11-01' },
    })
  })

  it('is told of a township, and for a trade only where a figure has trades', async () => {
    expect(await figure('jobs_posted', { region: '高唐镇' })).toMatchObject({ now: { value: 1 } })
    expect(await figure('workers_total', { trade: '搬运' })).toMatchObject({ applies: false, now: null, trend: [] })
    expect(await figure('jobs_posted', { trade: '搬运' })).toMatchObject({ applies: true, now: { value: 3 } })
  })

  it('has no figure, not even 0, for what is not collected', async () => {
    const waiting = (await look()).figures.filter(({ metric }) => !metric.collected)
    expect(waiting.length).toBeGreaterThan(10)
    for (const { now, before, trend } of waiting) expect([now, before, trend]).toEqual([null, null, []])
  })

  it('keeps back what is of a handful of people, the figure and what it was', async () => {
    const seen = await seeOverview(store, { county: COUNTY, by: 'month', region: '高唐镇' }, { now: NOW, maySeeSmall: false })
    const posted = seen.ok ? seen.value.figures.find(({ metric }) => metric.id === 'workers_new') : undefined
    expect(posted).toMatchObject({ now: { value: null, suppressed: true }, before: { value: null, suppressed: true } })
    expect(posted?.trend.at(-1)).toMatchObject({ value: null, suppressed: true })
  })

  it.each(['2026-11-24', '1999-01-01'])('of %s is refused', async (at) => {
    const seen = await seeOverview(store, { county: COUNTY, by: 'day', at: day(at) }, { now: NOW, maySeeSmall: true })
    expect(seen).toMatchObject({ ok: false, refusal: 'bad-request', facts: { field: 'at' } })
  })
})
