import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { statisticsAnswer } from '../contract/statistics.contract.ts'
import type { DomainEvent } from '../core/event.ts'
import { metricCards } from '../core/statistics/metric-card.ts'
import {
  billPaid,
  jobInsured,
  jobPublished,
  jobTaken,
  payDue,
  personErased,
  personRegistered,
  personVerified,
  takeCancelled,
  takeConfirmed,
  takeHandedBack,
  takePaid,
  takeStarted,
} from '../core/statistics/testing/events.ts'
import { aStaffActor } from '../core/testing/staff.ts'
import type { Store } from '../store/port.ts'
import { openSqlite } from '../store/sqlite/open-sqlite.ts'
import { createFolder } from './folder.ts'
import { statisticsHandlers } from './statistics.routes.ts'

/** Somebody who is active in two townships is one in the county. */
const PEOPLE = new Set(['workers_active_30d', 'employers_active'])
const NOW = Temporal.Instant.from('2026-11-23T07:30:00+08:00')
const PLACES = { adcode: '350428', name: '将乐县', townships: ['古镛镇', '高唐镇'], trades: ['搬运', '采摘'] }
const caller = { role: 'statistics', contact: '', key: '', county: '350428' } as const

let store: Store
let seesSmall: boolean
beforeEach(() => {
  seesSmall = true
  store = openSqlite({ file: ':memory:' })
})
afterEach(() => store.close())

type Query = Parameters<ReturnType<typeof statisticsHandlers>['queryMetric']>[0]['query']
const MONTH = { from: '2026-11-01', to: '2026-12-01', bucket: 'month', breakdown: 'none' } as const

const ask = (query: Partial<Query> & { metric: string }) =>
  statisticsHandlers({ store, clock: { now: () => NOW }, maySeeSmall: () => seesSmall, places: PLACES }).queryMetric({
    params: {},
    body: {},
    query: { ...MONTH, ...query },
    caller,
  })

async function answer(query: Partial<Query> & { metric: string }) {
  const answered = await ask(query)
  if (!answered.ok) throw new Error(answered.refusal)
  return statisticsAnswer.parse(answered.value)
}

const values = async (query: Partial<Query> & { metric: string }) =>
  (await answer(query)).rows.map(({ bucketStart, region, value }) => [bucketStart, region, value])

const tell = (...events: readonly DomainEvent[]) => createFolder(store)(events)

describe('figures from events, at the edges of Shanghai days', () => {
  beforeEach(() =>
    tell(
      personRegistered({ of: 'a', at: '2026-10-31T15:59:59Z' }),
      personRegistered({ of: 'b', at: '2026-10-31T16:00:00Z' }),
      personRegistered({ of: 'c', at: '2026-11-22T15:59:59Z', township: '高唐镇' }),
      personRegistered({ of: 'd', at: '2026-11-22T16:00:00Z', township: '高唐镇' }),
      personRegistered({ of: 'e', at: '2026-11-22T16:00:00Z', roles: ['employer'] }),
      jobPublished({ of: 'job', at: '2026-11-20T10:00:00+08:00', seats: 10 }),
      jobInsured({ of: 'job', at: '2026-11-20T10:05:00+08:00', premiumFen: 5000 }),
      takeStarted({ of: 't1', at: '2026-11-22T15:59:59Z', covered: true }),
      takeStarted({ of: 't2', at: '2026-11-22T16:00:00Z', covered: false }),
      takeStarted({ of: 't3', at: '2026-11-22T16:00:01Z', covered: false, riskClass: 5, township: '高唐镇' }),
      takeConfirmed({ of: 't1', at: '2026-11-22T16:00:00Z' }),
      takePaid({ of: 't1', at: '2026-11-22T16:00:05Z', payFen: 12_345 }),
    ),
  )

  it.each([
    ['workers_total', [['2026-11-01', '350428', 4]]],
    ['workers_new', [['2026-11-01', '350428', 3]]],
    ['jobs_posted', [['2026-11-01', '350428', 1]]],
    ['seats_posted', [['2026-11-01', '350428', 10]]],
    ['orders_completed', [['2026-11-01', '350428', 1]]],
    ['amount_settled', [['2026-11-01', '350428', 12_345]]],
    ['insurance_coverage', [['2026-11-01', '350428', 1 / 3]]],
    ['high_risk_uninsured', [['2026-11-01', '350428', 1]]],
    ['premium_paid', [['2026-11-01', '350428', 5000]]],
  ])('%s of the month', async (metric, rows) => {
    expect(await values({ metric })).toEqual(rows)
  })

  it('a day ends at 16:00 UTC', async () => {
    const days = { from: '2026-11-22', to: '2026-11-24', bucket: 'day' } as const
    expect(await values({ metric: 'insurance_coverage', ...days })).toEqual([
      ['2026-11-22', '350428', 1],
      ['2026-11-23', '350428', 0],
    ])
    expect(await values({ metric: 'workers_total', ...days })).toEqual([
      ['2026-11-22', '350428', 3],
      ['2026-11-23', '350428', 4],
    ])
  })

  it('a week begins on Monday', async () => {
    expect(await values({ metric: 'workers_new', from: '2026-11-16', bucket: 'week' })).toEqual([
      ['2026-11-16', '350428', 1],
      ['2026-11-23', '350428', 1],
    ])
  })

  it('by township, in a fixed order; null where nobody started', async () => {
    expect(await values({ metric: 'insurance_coverage', breakdown: 'township' })).toEqual([
      ['2026-11-01', '古镛镇', 0.5],
      ['2026-11-01', '高唐镇', 0],
    ])
    const day = { from: '2026-11-22', to: '2026-11-23', bucket: 'day' } as const
    expect(await values({ metric: 'insurance_coverage', breakdown: 'township', ...day })).toEqual([
      ['2026-11-22', '古镛镇', 1],
      ['2026-11-22', '高唐镇', null],
    ])
  })

  it('the townships add up to the county', async () => {
    const additive = metricCards().filter(
      ({ id, kind, breakdowns }) => kind !== 'duration' && breakdowns.includes('township') && !PEOPLE.has(id),
    )
    expect(additive.length).toBeGreaterThan(15)
    for (const { id: metric } of additive) {
      const [county] = (await answer({ metric })).rows
      const townships = (await answer({ metric, breakdown: 'township' })).rows
      expect([metric, townships.reduce((sum, row) => sum + (row.numerator ?? 0), 0)]).toEqual([metric, county?.numerator])
    }
  })

  it('of one township only', async () => {
    expect(await values({ metric: 'workers_total', region: '高唐镇' })).toEqual([['2026-11-01', '高唐镇', 2]])
    expect(await values({ metric: 'workers_total', region: '350428' })).toEqual([['2026-11-01', '350428', 4]])
  })

  it('says what it counted, as of when', async () => {
    const { metric, dataAsOf, demo } = await answer({ metric: 'amount_settled' })
    expect(metric).toMatchObject({
      id: 'amount_settled',
      unit: 'fen',
      kind: 'flow',
      breakdowns: ['none', 'township', 'trade'],
      collected: true,
    })
    expect(dataAsOf).toBe('2026-11-22T16:00:05.000Z')
    expect(demo).toBe(false)
  })

  it('buckets after today are left out', async () => {
    const rows = await values({ metric: 'workers_total', from: '2026-11-22', to: '2027-11-01', bucket: 'day' })
    expect(rows.map(([start]) => start)).toEqual(['2026-11-22', '2026-11-23'])
    expect(await values({ metric: 'workers_total', from: '2026-11-24', to: '2026-12-01' })).toEqual([])
  })

  it('another county sees nothing of it', async () => {
    const others = { store, clock: { now: () => NOW }, maySeeSmall: () => true, places: PLACES }
    const query = { ...MONTH, metric: 'workers_total' }
    const told = await statisticsHandlers(others).queryMetric({ params: {}, body: {}, query, caller: { ...caller, county: '350429' } })
    expect(told).toMatchObject({ ok: true, value: { rows: [{ region: '350429', value: 0 }] } })
  })
})

describe('demo data', () => {
  it('are shown, and marked, as long as nothing is real', async () => {
    await tell(takeConfirmed({ of: 'demo', at: '2026-11-02T10:00:00+08:00', demo: true }))
    expect(await answer({ metric: 'orders_completed' })).toMatchObject({ demo: true, rows: [{ value: 1 }] })
  })

  it('are left out of every metric from the first real event on', async () => {
    await tell(
      takeConfirmed({ of: 'demo', at: '2026-11-02T10:00:00+08:00', demo: true }),
      personRegistered({ of: 'a', at: '2026-11-03T10:00:00+08:00' }),
    )
    expect(await answer({ metric: 'orders_completed' })).toMatchObject({ demo: false, rows: [{ value: 0 }] })
    expect(await answer({ metric: 'workers_total' })).toMatchObject({ demo: false, rows: [{ value: 1 }] })
  })

  it('an empty county is empty as of now', async () => {
    const empty = await answer({ metric: 'workers_total' })
    expect(empty).toMatchObject({ demo: false, dataAsOf: '2026-11-22T23:30:00.000Z', rows: [{ value: 0 }] })
    expect((await answer({ metric: 'insurance_coverage', breakdown: 'township' })).rows).toEqual([])
  })
})

describe('a handful of people', () => {
  const many = (count: number, township: string) =>
    Array.from({ length: count }, (_, at) => personRegistered({ of: `${township}-${at}`, at: '2026-11-10T10:00:00+08:00', township }))
  const worked = (count: number, trade: string) =>
    Array.from({ length: count }, (_, at) => takeConfirmed({ of: `${trade}-${at}`, at: '2026-11-10T10:00:00+08:00', trade }))

  beforeEach(async () => {
    seesSmall = false
    await tell(...many(9, '古镛镇'), ...many(3, '高唐镇'), ...many(6, '万安镇'), ...worked(20, '搬运'), ...worked(4, '电焊'))
  })

  it('is not told, nor what would give it away', async () => {
    expect(await values({ metric: 'workers_new', breakdown: 'township' })).toEqual([
      ['2026-11-01', '万安镇', null],
      ['2026-11-01', '古镛镇', 9],
      ['2026-11-01', '高唐镇', null],
    ])
    expect(await answer({ metric: 'workers_new', breakdown: 'township' })).toMatchObject({
      suppressed: 2,
      rows: [{ suppressed: true, numerator: null, denominator: null, p90: null }, { suppressed: false }, { suppressed: true }],
    })
  })

  it.each([
    ['高唐镇', null],
    ['万安镇', null],
    ['古镛镇', 9],
  ])('is not told by asking for %s alone either', async (region, value) => {
    expect(await values({ metric: 'workers_new', region })).toEqual([['2026-11-01', region, value]])
  })

  it('is not told by a trade alone, nor by a township of a trade', async () => {
    expect(await values({ metric: 'orders_completed', trade: '电焊' })).toEqual([['2026-11-01', '350428', null]])
    expect(await values({ metric: 'orders_completed', trade: '电焊', breakdown: 'township' })).toEqual([['2026-11-01', '古镛镇', null]])
  })

  it('is told of the county as a whole, and to whoever may know', async () => {
    expect(await values({ metric: 'orders_completed' })).toEqual([['2026-11-01', '350428', 24]])
    seesSmall = true
    expect(await values({ metric: 'workers_new', region: '高唐镇' })).toEqual([['2026-11-01', '高唐镇', 3]])
    const { rows } = await answer({ metric: 'orders_completed', breakdown: 'trade' })
    expect(rows.map(({ group, value }) => [group, value])).toEqual([
      ['搬运', 20],
      ['电焊', 4],
    ])
  })
})

describe('a handful of people in groups that are counted apart', () => {
  const posted = (count: number, township: string, employerType: 'household' | 'company' | 'coop') =>
    Array.from({ length: count }, (_, at) =>
      jobPublished({ of: `${township}-${employerType}-${at}`, at: '2026-11-10T10:00:00+08:00', township, employerType }),
    )
  const of = async (region?: string) =>
    (await answer({ metric: 'jobs_posted', breakdown: 'employer', region })).rows.map(({ group, value }) => [group, value])

  it('is told neither in its township nor by what the other townships leave of the county', async () => {
    seesSmall = false
    await tell(
      ...[...posted(20, '古镛镇', 'household'), ...posted(9, '古镛镇', 'company'), ...posted(7, '古镛镇', 'coop')],
      ...[...posted(30, '高唐镇', 'household'), ...posted(8, '高唐镇', 'company'), ...posted(3, '高唐镇', 'coop')],
    )
    expect(await of()).toEqual([
      ['household', 50],
      ['company', 17],
      ['coop', 10],
    ])
    expect(await of('高唐镇')).toEqual([
      ['household', 30],
      ['company', null],
      ['coop', null],
    ])
    /** What he has of both would give theirs away. */
    expect(await of('古镛镇')).toEqual([
      ['household', 20],
      ['company', null],
      ['coop', null],
    ])
  })

  it('is not told where it is a handful in all of the county', async () => {
    seesSmall = false
    await tell(...posted(20, '古镛镇', 'household'), ...posted(9, '古镛镇', 'company'), ...posted(3, '高唐镇', 'coop'))
    expect(await of()).toEqual([
      ['household', 20],
      ['company', null],
      ['coop', null],
    ])
    expect((await of('古镛镇')).map(([, value]) => value)).not.toContain(9)
  })

  it('much that few are owed is a handful too', async () => {
    seesSmall = false
    const old = { at: '2026-10-01T10:00:00+08:00', of: 'old', amountFen: 90_000, seats: 1 }
    await tell(payDue(old), payDue({ of: 'new', at: '2026-11-20T10:00:00+08:00', amountFen: 70_000, seats: 9 }))
    const { rows } = await answer({ metric: 'wage_arrears', breakdown: 'ageing' })
    expect(rows.map(({ group, value }) => [group, value])).toEqual([
      ['1–3', null],
      ['4–7', 0],
      ['8–30', 0],
      ['>30', null],
    ])
  })
})

describe('what a breakdown tells apart', () => {
  const groups = async (query: Partial<Query> & { metric: string }) => (await answer(query)).rows.map(({ group, value }) => [group, value])

  it('ages, who called it off, how old a debt is', async () => {
    const work = { at: '2026-11-10T10:00:00+08:00', startsAt: '2026-11-12T08:00:00+08:00' }
    await tell(
      ...[16, 50, 50].map((ageBand, at) => personRegistered({ of: `p${at}`, at: work.at, ageBand: ageBand === 16 ? 16 : 50 })),
      ...['a', 'b', 'c', 'd'].map((of) => jobTaken({ ...work, of })),
      takeHandedBack({ ...work, of: 'a' }),
      takeCancelled({ ...work, of: 'b', weather: true }),
      payDue({ of: 'bill', at: '2026-11-15T10:00:00+08:00', amountFen: 7000 }),
    )
    expect((await groups({ metric: 'workers_total', breakdown: 'age' })).slice(0, 4)).toEqual([
      ['16–24', 1],
      ['25–34', 0],
      ['35–49', 0],
      ['50–59', 2],
    ])
    expect(await groups({ metric: 'cancel_rate', breakdown: 'party' })).toEqual([
      ['worker', 0.25],
      ['employer', 0],
      ['nobody', 0.25],
    ])
    expect(await groups({ metric: 'wage_arrears', breakdown: 'ageing' })).toEqual([
      ['1–3', 0],
      ['4–7', 0],
      ['8–30', 7000],
      ['>30', 0],
    ])
    expect(await groups({ metric: 'wage_arrears' })).toEqual([[null, 7000]])
  })

  it('who employs: by jobs, by employers once each, by what is owed and how punctually it is paid', async () => {
    const work = { at: '2026-11-10T10:00:00+08:00', startsAt: '2026-11-10T08:00:00+08:00' }
    const [coop, company] = [{ employerType: 'coop', employer: 'yu' } as const, { employerType: 'company', employer: 'cai' } as const]
    const late = { at: '2026-11-12T10:00:00+08:00', confirmedAt: work.at }
    await tell(
      jobPublished({ ...work, of: 'a', seats: 2, ...coop }),
      jobPublished({ ...work, of: 'b', seats: 3, ...coop }),
      jobPublished({ ...work, of: 'c', seats: 4, ...company }),
      /** The same person for his own household. */
      jobPublished({ ...work, of: 'd', seats: 1, employer: 'cai' }),
      ...['t1', 't2'].map((of) => takeConfirmed({ ...work, of, ...coop })),
      takeConfirmed({ ...work, of: 't3', ...company }),
      takePaid({ ...work, of: 't1', ...coop }),
      takePaid({ ...late, of: 't2', ...coop }),
      payDue({ of: 'bill', at: '2026-11-15T10:00:00+08:00', amountFen: 7000, seats: 1, ...company }),
      payDue({ of: 'paid', at: '2026-11-15T10:00:00+08:00', amountFen: 900, seats: 2, ...coop }),
      billPaid({ of: 'paid', at: '2026-11-20T10:00:00+08:00', since: '2026-11-15T10:00:00+08:00', amountFen: 900, seats: 2, ...coop }),
    )
    const of = (metric: string) => groups({ metric, breakdown: 'employer' }).then((told) => told.map(([, value]) => value))
    expect((await groups({ metric: 'jobs_posted', breakdown: 'employer' })).map(([group]) => group)).toEqual([
      'household',
      'company',
      'coop',
    ])
    expect(await of('jobs_posted')).toEqual([1, 1, 2])
    expect(await of('seats_posted')).toEqual([1, 4, 5])
    expect([await of('employers_active'), await values({ metric: 'employers_active' })]).toEqual([[1, 1, 1], [['2026-11-01', '350428', 2]]])
    expect([await of('wage_arrears'), await of('wage_arrears_seats')]).toEqual([
      [0, 7000, 0],
      [0, 1, 0],
    ])
    expect(await of('paid_on_time_rate')).toEqual([null, 0, 0.5])
    expect(await ask({ metric: 'jobs_posted', breakdown: 'employer', trade: '搬运' })).toMatchObject({ facts: { field: 'breakdown' } })
    expect(await ask({ metric: 'fill_rate', breakdown: 'employer' })).toMatchObject({ facts: { field: 'breakdown' } })
  })

  it('whether it is made sure of who somebody is, and how he came', async () => {
    const [at, erased] = ['2026-11-10T10:00:00+08:00', '2026-11-15T10:00:00+08:00']
    await tell(
      personRegistered({ of: 'a', at, channel: 'chat' }),
      personRegistered({ of: 'b', at, channel: 'chat', verified: true }),
      personRegistered({ of: 'c', at, channel: 'staff', verified: true }),
      personRegistered({ of: 'd', at, channel: 'staff', verified: true, township: '高唐镇' }),
      /** Of whom nobody knows how he came. */
      personRegistered({ of: 'e', at, township: '高唐镇' }),
      personVerified({ of: 'a', at: '2026-11-20T15:59:59Z' }),
      personErased({ of: 'd', at: erased, channel: 'staff', verified: true, township: '高唐镇' }),
    )
    const days = { from: '2026-11-14', to: '2026-11-22', bucket: 'day' } as const
    const daily = (await values({ metric: 'realname_rate', ...days })).map(([, , value]) => value)
    expect(daily).toEqual([3 / 5, 2 / 4, 2 / 4, 2 / 4, 2 / 4, 2 / 4, 3 / 4, 3 / 4])
    expect(await values({ metric: 'realname_rate', breakdown: 'township' })).toEqual([
      ['2026-11-01', '古镛镇', 1],
      ['2026-11-01', '高唐镇', 0],
    ])
    expect(await values({ metric: 'assisted_share' })).toEqual([['2026-11-01', '350428', 2 / 4]])
    expect(await values({ metric: 'assisted_share', from: '2026-11-11', to: '2026-11-12', bucket: 'day' })).toEqual([
      ['2026-11-11', '350428', null],
    ])
    expect(await groups({ metric: 'workers_total', breakdown: 'channel' })).toEqual([
      ['chat', 2],
      ['staff', 1],
    ])
    expect(await groups({ metric: 'workers_new', breakdown: 'channel' })).toEqual([
      ['chat', 2],
      ['staff', 2],
    ])
  })

  it('nothing where nothing tells of it yet: no row, not even 0', async () => {
    expect(await answer({ metric: 'accident_rate' })).toMatchObject({ metric: { collected: false }, rows: [] })
  })
})

describe('what stands beside the figures', () => {
  const handlers = () => statisticsHandlers({ store, clock: { now: () => NOW }, maySeeSmall: () => true, places: PLACES })
  const call = { params: {}, query: {}, body: {}, caller }
  const textOf = async (query: Partial<Query> & { metric: string }) => {
    const made = await handlers().exportMetric({ ...call, query: { ...MONTH, ...query, format: 'csv' } })
    if (!made.ok) throw new Error(made.refusal)
    const bytes = await Array.fromAsync(made.value.bytes)
    return [made.value.name, Buffer.concat(bytes).toString('utf8')] as const
  }

  it('a file with the same figures, money in yuan, and what they are', async () => {
    await tell(takePaid({ of: 't', at: '2026-11-20T10:00:00+08:00', payFen: 12_345, township: '=1+1' }))
    const [name, text] = await textOf({ metric: 'amount_settled', breakdown: 'township' })
    expect(name).toBe('成交金额-2026-11-20.csv')
    expect(text.split('\r\n').slice(0, 2)).toEqual([
      '\ufeff统计期起,地区,分组,数值,第九十百分位,分子,分母,备注',
      "2026-11-01,'=1+1,,123.45,,,,",
    ])
    expect(text).toContain('口径（第4版）：统计期内已付给劳动者的工钱之和')
  })

  it('an empty denominator is an empty cell', async () => {
    const [, text] = await textOf({ metric: 'insurance_coverage' })
    expect(text.split('\r\n')[1]).toBe('2026-11-01,全县,,,,0,0,')
  })

  it.each([
    ['counties', [{ value: '350428', text: '将乐县' }]],
    ['townships', [expect.objectContaining({ value: '古镛镇' }), expect.anything()]],
    ['trades', [expect.objectContaining({ value: '搬运' }), expect.anything()]],
  ] as const)('choices of %s', async (kind, expected) => {
    expect(await handlers().listVariable({ ...call, params: { kind } })).toMatchObject({ ok: true, value: { values: expected } })
  })

  it('the seasons of a range, by name', async () => {
    const answered = await handlers().listExplanations({ ...call, query: { from: '2026-02-01', to: '2026-03-01' } })
    expect(answered).toMatchObject({ value: { events: [{ title: '春节前后', from: '2026-02-10', to: '2026-03-04' }] } })
    expect(await handlers().listExplanations({ ...call, query: { from: '2000-01-01', to: '2999-01-01' } })).toMatchObject({
      refusal: 'bad-request',
    })
  })

  it('health says how old the figures are', async () => {
    await tell(takeConfirmed({ of: 't', at: '2026-11-22T05:29:00+08:00' }))
    expect(await handlers().statisticsHealth(call)).toMatchObject({ value: { stale: true, demo: false, contract: 3 } })
    await tell(takeConfirmed({ of: 't2', at: '2026-11-22T05:30:00+08:00' }))
    expect(await handlers().statisticsHealth(call)).toMatchObject({ value: { stale: false, dataAsOf: '2026-11-21T21:30:00.000Z' } })
  })
})

describe('who works for one township', () => {
  const staff = aStaffActor({ roles: ['station-operator'], scope: { kind: 'townships', townships: ['高唐镇'] } })
  const asked = { ...MONTH, metric: 'workers_total', region: '高唐镇' } as const

  it.each([
    ['is told of it', asked, true],
    ['not of another', { ...asked, region: '古镛镇' }, false],
    ['not of the county', { ...asked, region: undefined }, false],
    ['not of all townships by asking for his own', { ...asked, breakdown: 'township' }, false],
  ] as const)('%s', async (_what, query, isTold) => {
    const handlers = statisticsHandlers({ store, clock: { now: () => NOW }, maySeeSmall: () => true, places: PLACES })
    expect((await handlers.queryMetric({ params: {}, body: {}, query, caller: { ...caller, staff } })).ok).toBe(isTold)
  })
})

describe('questions nobody can answer', () => {
  it.each([
    ['an unknown metric', { metric: 'toString' }, 'not-found'],
    ['people of a bucket that is none', { metric: 'employers_active', bucket: 'all' }, 'bad-request'],
    ['a breakdown it does not have', { metric: 'workers_new', breakdown: 'trade' }, 'bad-request'],
    ['a trade it does not know', { metric: 'workers_new', trade: '搬运' }, 'bad-request'],
    ['an empty range', { metric: 'workers_new', to: '2026-11-01' }, 'bad-request'],
    ['a reversed range', { metric: 'workers_new', to: '2026-10-01' }, 'bad-request'],
    ['too many buckets', { metric: 'workers_new', from: '2025-01-01', bucket: 'day' }, 'bad-request'],
    ['the year 0', { metric: 'workers_new', from: '0000-01-01', to: '0000-01-05', bucket: 'week' }, 'bad-request'],
  ] as const)('%s', async (_what, query, refusal) => {
    expect(await ask(query)).toMatchObject({ ok: false, refusal })
  })

  it('a region is only ever compared, whatever it says', async () => {
    expect(await values({ metric: 'workers_total', region: '{"$gt":""}' })).toEqual([['2026-11-01', '{"$gt":""}', 0]])
  })
})
