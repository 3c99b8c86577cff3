import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { METRICS } from '@linggong/api/core/statistics/catalogue.ts'
import { metricCards } from '@linggong/api/core/statistics/metric-card.ts'
import { PERIOD_KINDS } from '@linggong/api/core/statistics/period-kind.ts'
import { aStaffActor } from '@linggong/api/core/testing/staff.ts'
import { loadDemo } from '@linggong/api/start-demo.ts'
import { figuresInChat } from '@linggong/api/statistics/figures-in-chat.ts'
import { queryMetric } from '@linggong/api/statistics/query-metric.ts'
import { recompute } from '@linggong/api/statistics/recompute.ts'
import type { Store } from '@linggong/api/store/port.ts'
import { openSqlite } from '@linggong/api/store/sqlite/open-sqlite.ts'
import { aCounty, MORNING } from '../kit/a-county.ts'

/** One question has one answer: the API's, the chat's, and what the documents come to when they are counted anew. */
describe('one number for each question', () => {
  let started: Awaited<ReturnType<typeof aCounty>>
  let fresh: Store
  beforeAll(async () => {
    started = await aCounty()
    const { county, ports } = started
    await loadDemo({ county, vault: ports.vault, clock: ports.clock, account: 'simulator' }).whole
    fresh = openSqlite({ file: ':memory:' })
    await recompute({ store: county.store, county: county.county, fresh })
  }, 240_000)
  afterAll(async () => {
    await fresh.close()
    await started.stop()
  })

  const collected = metricCards().filter((card) => card.collected)
  const asked = collected.flatMap(({ id, buckets }) => PERIOD_KINDS.filter((by) => buckets.includes(by)).map((by) => [id, by] as const))

  it.each(asked)('%s by %s', async (metric, by) => {
    const { store, county } = started.county
    const told = await figuresInChat({ store, county, now: MORNING }, aStaffActor({ roles: ['official'] }), {
      ...{ metrics: [metric], by, breakdown: 'township', at: '2026-11-20' },
    })
    if (!told.ok) throw new Error(told.refusal)
    const [from, to] = [told.value.from, told.value.to].map((day) => Temporal.PlainDate.from(day))
    if (from === undefined || to === undefined) throw new Error('a period has two ends')
    const range = { county, metric, bucket: by, from, to } as const
    const ask = async (where: Store, breakdown: 'none' | 'township') => {
      const answer = await queryMetric(where, { ...range, breakdown }, { now: MORNING, maySeeSmall: false })
      return answer.ok ? answer.value.rows : answer.refusal
    }
    const rows = await ask(store, 'none')
    expect(await ask(fresh, 'none')).toEqual(rows)
    expect(rows).toMatchObject([{ value: told.value.figures[0]?.now?.value }])
    if (!METRICS[metric].breakdowns.includes('township')) return
    const parts = await ask(store, 'township')
    expect(await ask(fresh, 'township')).toEqual(parts)
    const own = typeof parts === 'string' ? [] : parts.filter(({ region }) => region !== '')
    expect(told.value.townships).toEqual(own.map(({ region, value, suppressed }) => ({ region, value, suppressed })))
  })

  it('was asked of most of the catalogue, and the chat has no number for the rest', async () => {
    const { store, county } = started.county
    expect(collected.length).toBeGreaterThan(25)
    for (const { id } of metricCards().filter((card) => !card.collected)) {
      const told = await figuresInChat({ store, county, now: MORNING }, aStaffActor(), {
        metrics: [id],
        by: 'month',
        breakdown: 'township',
      })
      expect(told).toMatchObject({ value: { figures: [{ now: null, before: null }], townships: [] } })
    }
  })
})
