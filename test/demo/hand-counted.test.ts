import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { statisticsQuery } from '@linggong/api/contract/statistics.contract.ts'
import type { MetricId } from '@linggong/api/core/statistics/catalogue.ts'
import { metricCard } from '@linggong/api/core/statistics/metric-card.ts'
import { aStaffActor } from '@linggong/api/core/testing/staff.ts'
import { figuresInChat } from '@linggong/api/statistics/figures-in-chat.ts'
import { queryMetric } from '@linggong/api/statistics/query-metric.ts'
import { recompute } from '@linggong/api/statistics/recompute.ts'
import { seeOverview } from '@linggong/api/statistics/see-overview.ts'
import type { Store } from '@linggong/api/store/port.ts'
import { openSqlite } from '@linggong/api/store/sqlite/open-sqlite.ts'
import { EVERYTHING, figuresPath } from '@linggong/grafana/plugin/src/asked.ts'
import { aCounty } from '../kit/a-county.ts'

const at = (clock: string) => Temporal.Instant.from(`2026-11-${clock}+08:00`)
const NOW = at('24T08:00:00')

/**
 * Two jobs of a Monday, counted on paper. The first has three seats: one is worked, one handed back in the morning, one stays empty, and its
 * employer would take it back when the work is paid. The second is worked in the evening and confirmed on the stroke of midnight.
 */
describe('a day that was counted by hand', () => {
  let town: Awaited<ReturnType<typeof aCounty>>
  let fresh: Store
  let cancelled: readonly unknown[]

  beforeAll(async () => {
    town = await aCounty({ now: at('23T07:30:00') })
    const { county, clock, settle } = town
    const { client } = county
    const [boss = ''] = await town.people('boss', 1, 'employer')
    const [one = '', two = '', three = ''] = await town.people('worker', 3, 'worker', '1980-01-01')
    const as = (contact: string) => ({ contact, key: crypto.randomUUID() })
    async function worked(number: string, worker: string, ...[from, until, confirmed]: readonly Temporal.Instant[]): Promise<void> {
      clock.at = from ?? clock.at
      await client.startWork({ params: { number }, body: { code: '4821' } }, as(worker))
      clock.at = until ?? clock.at
      await client.finishWork({ params: { number } }, as(worker))
      clock.at = confirmed ?? clock.at
      await client.confirmWork({ params: { number } }, as(boss))
      await settle()
    }
    const morning = await town.openJob(boss, { seats: 3, startsAt: at('23T09:30:00') })
    const evening = await town.openJob(boss, { seats: 1, startsAt: at('23T21:00:00') })
    for (const [number, worker] of [
      [morning, one],
      [morning, two],
      [evening, three],
    ] as const)
      await client.takeJob({ params: { number } }, as(worker))
    clock.at = at('23T07:35:00')
    await client.handBack({ params: { number: morning } }, as(two))
    await settle()
    await worked(morning, one, at('23T09:30:00'), at('23T12:30:00'), at('23T13:00:00'))
    cancelled = [
      await client.cancelJob({ params: { number: morning }, body: { weather: false } }, as(boss)),
      await client.cancelJob({ params: { number: morning }, body: { weather: true } }, as(boss)),
    ]
    await worked(evening, three, at('23T21:00:00'), at('23T23:30:00'), at('24T00:00:00'))
    clock.at = NOW
    await county.sweep({ leaveSeconds: 0 })
    await settle()
    fresh = openSqlite({ file: ':memory:' })
    await recompute({ store: county.store, county: county.county, fresh })
  })
  afterAll(async () => {
    await fresh.close()
    await town.stop()
  })

  it('took nothing back once the work was done', () => {
    expect(cancelled).toMatchObject([
      { ok: false, refusal: 'job-over' },
      { ok: false, refusal: 'job-over' },
    ])
  })

  it.each<[MetricId, monday: number | null, tuesday: number | null]>([
    ['jobs_posted', 2, 0],
    ['seats_posted', 4, 0],
    ['fill_rate', 2 / 4, null],
    ['orders_completed', 1, 1],
    ['amount_settled', 10_000, 10_000],
    ['cancel_rate', 1 / 3, null],
    ['no_show_rate', 0, null],
    ['insurance_coverage', 0, null],
    ['wage_arrears', 0, 0],
  ])('%s: %p on Monday, %p on Tuesday, whoever is asked', async (metric, monday, tuesday) => {
    const { store, county } = town.county
    const days = [
      ['2026-11-23', monday],
      ['2026-11-24', tuesday],
    ] as const
    const range = { from: Temporal.PlainDate.from('2026-11-23'), to: Temporal.PlainDate.from('2026-11-25') }
    const asking = { now: NOW, maySeeSmall: true }
    for (const from of [store, fresh]) {
      const answer = await queryMetric(from, { county, metric, bucket: 'day', breakdown: 'none', ...range }, asking)
      expect(answer.ok && answer.value.rows.map(({ bucketStart, value }) => [bucketStart, value])).toEqual(days)
    }
    /** As a panel of Grafana asks. */
    const stretch = { fromMs: at('23T00:00:00').epochMilliseconds, toMs: at('24T23:59:59').epochMilliseconds }
    const path = figuresPath({ metric, breakdown: 'none', bucket: 'day', region: EVERYTHING, trade: EVERYTHING }, stretch)
    const { from, to, ...query } = statisticsQuery.parse(Object.fromEntries(new URL(path, 'http://api').searchParams))
    const panel = { ...query, county, metric, from: Temporal.PlainDate.from(from), to: Temporal.PlainDate.from(to) }
    const drawn = await queryMetric(store, panel, asking)
    expect(drawn.ok && drawn.value.rows.map(({ bucketStart, value }) => [bucketStart, value])).toEqual(days)
    for (const [day, value] of days) {
      const page = await seeOverview(store, { county, by: 'day', at: Temporal.PlainDate.from(day) }, asking)
      const figure = page.ok ? page.value.figures.find((each) => each.metric.id === metric) : undefined
      expect([day, figure?.now?.value]).toEqual([day, value])
      const asked = { metrics: [metric], by: 'day', breakdown: 'none', at: day } as const
      const chat = await figuresInChat({ store, county, now: NOW }, aStaffActor({ roles: ['official'] }), asked)
      expect([day, chat.ok && chat.value.figures[0]?.now?.value]).toEqual([day, value])
    }
    expect(metricCard(metric).collected).toBe(true)
  })
})
