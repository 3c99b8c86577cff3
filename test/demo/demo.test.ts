import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { MetricId } from '@linggong/api/core/statistics/catalogue.ts'
import { loadDemo } from '@linggong/api/start-demo.ts'
import { queryMetric } from '@linggong/api/statistics/query-metric.ts'
import { recompute } from '@linggong/api/statistics/recompute.ts'
import { openSqlite } from '@linggong/api/store/sqlite/open-sqlite.ts'
import { aCounty, MORNING } from '../kit/a-county.ts'
import { loadedInto } from './loaded.ts'

const ACCOUNT = 'simulator'
const day = (text: string) => Temporal.PlainDate.from(text)

describe('the demo county', () => {
  let started: Awaited<ReturnType<typeof aCounty>>
  let county: typeof started.county
  let ports: typeof started.ports
  let loaded: Awaited<ReturnType<typeof loadedInto>>
  beforeAll(async () => {
    started = await aCounty()
    ;({ county, ports } = started)
    await loadDemo({ county, vault: ports.vault, clock: ports.clock, account: ACCOUNT }).whole
    loaded = await loadedInto(county)
  }, 120_000)
  afterAll(() => started.stop())

  async function figure(metric: MetricId, month: string) {
    const from = day(`${month}-01`)
    const answer = await queryMetric(
      county.store,
      { county: county.county, metric, bucket: 'month', breakdown: 'none', from, to: from.add({ months: 1 }) },
      { now: MORNING, maySeeSmall: true },
    )
    const [row] = answer.ok ? answer.value.rows : []
    return row
  }

  it('shows the published figures in its statistics', async () => {
    expect((await figure('orders_completed', '2026-04'))?.value).toBe(168)
    expect(await figure('insurance_coverage', '2026-04')).toMatchObject({ numerator: 122, denominator: 168 })
    expect((await figure('workers_total', '2026-11'))?.value).toBeGreaterThan(11_000)
    const months = await Promise.all(
      ['04', '05', '06', '07', '08', '09', '10', '11'].map((month) => figure('orders_completed', `2026-${month}`)),
    )
    expect(months.reduce((sum, row) => sum + (row?.value ?? 0), 0)).toBeGreaterThan(1000)
  })

  it('counts what its documents say, to the last figure', async () => {
    const fresh = openSqlite({ file: ':memory:' })
    const { differences, documents } = await recompute({ store: county.store, county: county.county, fresh })
    await fresh.close()
    expect(differences).toEqual([])
    expect(documents).toBeGreaterThan(11_000)
  }, 60_000)

  it('has a person behind each registration and a policy behind each covered take', () => {
    const covered = loaded.jobs.flatMap(({ takes }) => takes.filter(({ coveredFrom }) => coveredFrom !== null).map(({ id }) => id))
    expect(loaded.people.length).toBeGreaterThan(11_000)
    expect(loaded.policies.map(({ take }) => take).sort()).toEqual(covered.sort())
  })

  it('has a book in which every fen is accounted for, and holds the money of the open jobs alone', () => {
    expect(loaded.faults).toEqual([])
    expect(loaded.ledger.trialBalanceFen).toBe(0)
    /** The pay of every open seat, and the premiums of those that nobody has taken yet. */
    expect(loaded.ledger.totalsFen['job']).toBe(1_723_800)
  })

  it('is news to nobody, and only the open jobs have clocks', () => {
    expect(loaded.notices).toBe(0)
    expect(loaded.jobs.filter(({ outbox }) => outbox.length > 0)).toEqual([])
    expect(loaded.timers).toHaveLength(2 * loaded.jobs.filter(({ state }) => state === 'open').length)
  })

  it('goes on as any county does: a seat is grabbed, a job gets a new number, a wallet has earned', async () => {
    const by = (id: string) => ({ contact: `${ACCOUNT}/${id}`, key: `test-${id}` })
    const taken = await county.client.takeJob({ params: { number: '10244' } }, by('liao'))
    expect(taken.ok && taken.value.state).toBe('filled')
    const body = {
      trade: '保洁',
      content: '打扫',
      seats: 1,
      pay: { amountFen: 20_000, unit: 'day' as const },
      startsAt: '2026-11-25T00:00:00Z',
      place: '古镛镇',
    }
    const posted = await county.client.postJob({ body }, by('cai'))
    expect(posted.ok && posted.value.number.slice(0, 4)).toBe('2000')
    const wallet = await county.client.seeWallet({}, by('liao'))
    expect(wallet.ok && wallet.value.balanceFen).toBeGreaterThan(0)
    await county.settle()
  })

  it('is loaded once', async () => {
    const again = loadDemo({ county, vault: ports.vault, clock: ports.clock, account: ACCOUNT })
    await again.whole
    expect((await loadedInto(county)).ledger.entries).toBeGreaterThanOrEqual(loaded.ledger.entries)
    expect((await loadedInto(county)).people).toEqual(loaded.people)
  })
})

it('leaves a database alone that holds anything else', async () => {
  const { county, ports, people, stop } = await aCounty()
  await people('somebody', 1, 'worker')
  const { cast, whole } = loadDemo({ county, vault: ports.vault, clock: ports.clock, account: ACCOUNT })
  await cast
  await whole
  const loaded = await loadedInto(county)
  expect([loaded.people.length, loaded.jobs.length]).toEqual([1, 0])
  await stop()
})
