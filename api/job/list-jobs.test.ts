import { describe, expect, it } from '@jest/globals'
import { chatNumber } from '../core/chat-number.ts'
import { asId } from '../core/id.ts'
import type { Job, Terms } from '../core/job/job.ts'
import { LIMIT } from '../core/limit.ts'
import { fen } from '../core/money.ts'
import { anOpenJob, aTake, at, CAI, LIAO, NOW } from '../core/testing/builders.ts'
import { BadCursor } from '../store/port.ts'
import { type JobFilter, jobsOf, listJobs, promisesOf } from './list-jobs.ts'
import { openCounty } from './testing/open-county.ts'

const EIGHT_HOURS = { hours: 8 }

/** Job `n` of a day, an hour later than the one before, on Tuesday unless the terms say otherwise. */
function aListedJob(n: number, { terms = {}, ...about }: Partial<Omit<Job, 'terms'>> & { terms?: Partial<Terms> } = {}): Job {
  const startsAt = terms.startsAt ?? at('2026-11-24T06:00:00+08:00').add({ minutes: n })
  return anOpenJob({
    id: asId<'job'>(`job-${n}`),
    number: chatNumber(1000 + n),
    ...about,
    terms: { startsAt, endsAt: startsAt.add(EIGHT_HOURS), ...terms },
  })
}

async function listed(jobs: readonly Job[], filter: Partial<JobFilter>, now = NOW) {
  const county = openCounty()
  for (const job of jobs) await county.file(job)
  const list = async (more: Partial<JobFilter> = {}) => {
    const { jobs: found, next } = await listJobs(county, { limit: 5, ...filter, ...more }, now)
    return { ids: found.map(({ id }) => id), next }
  }
  return { list, store: county.store }
}
const idsOf = async (...told: Parameters<typeof listed>) => (await (await listed(...told)).list()).ids

describe('the list of open jobs', () => {
  it('has the soonest first, whatever their numbers', async () => {
    const later = aListedJob(1, { terms: { startsAt: at('2026-11-26T07:00:00+08:00') } })
    const sooner = aListedJob(2, { terms: { startsAt: at('2026-11-24T07:00:00+08:00') } })
    expect(await idsOf([later, sooner], {})).toEqual(['job-2', 'job-1'])
  })

  it.each<Job['state']>(['draft', 'filled', 'working', 'done', 'settled', 'cancelled', 'expired'])('has none that is %s', async (state) => {
    expect(await idsOf([aListedJob(1, { state }), aListedJob(2)], {})).toEqual(['job-2'])
  })

  it('has those that began and are still worth coming to', async () => {
    const night = { startsAt: at('2026-11-22T22:00:00+08:00'), endsAt: at('2026-11-25T08:00:00+08:00'), days: 3 }
    const begun = { startsAt: at('2026-11-20T07:00:00+08:00'), endsAt: at('2026-11-27T15:00:00+08:00'), days: 8 }
    const over = { startsAt: at('2026-11-22T07:00:00+08:00'), endsAt: NOW }
    const jobs = [night, begun, over].map((terms, n) => aListedJob(n, { terms }))
    expect(await idsOf(jobs, {})).toEqual(['job-0'])
  })

  it.each<[string, Partial<JobFilter>, string[]]>([
    ['trade', { trade: '采摘' }, ['job-1', 'job-3']],
    ['township', { township: '白莲镇' }, ['job-2', 'job-3']],
    ['trade and township', { trade: '采摘', township: '白莲镇' }, ['job-3']],
    ['day', { day: '2026-11-25' }, ['job-4']],
    ['trade on a day', { trade: '搬运', day: '2026-11-24' }, ['job-2']],
    ['township on a day', { township: '古镛镇', day: '2026-11-25' }, ['job-4']],
    ['pay a day', { leastPayFen: 15_000 }, ['job-3', 'job-4']],
    ['pay a day in a township', { leastPayFen: 15_000, township: '白莲镇' }, ['job-3']],
    ['a trade nobody offers', { trade: '月嫂' }, []],
    ['a township that is none', { township: '{"$gt":""}' }, []],
    ['a day without work', { day: '2026-12-24' }, []],
    ['the first day there is', { day: '0000-01-01' }, []],
  ])('by %s', async (_what, filter, ids) => {
    const on = (day: string) => ({ startsAt: at(`${day}T00:00:00+08:00`), endsAt: at(`${day}T23:00:00+08:00`) })
    const jobs = [
      aListedJob(1, { terms: { ...on('2026-11-24'), trade: '采摘', township: '古镛镇' } }),
      aListedJob(2, { terms: { ...on('2026-11-24'), township: '白莲镇', payPerTakeFen: fen(29_998), days: 2 } }),
      aListedJob(3, { terms: { ...on('2026-11-24'), trade: '采摘', township: '白莲镇', payPerTakeFen: fen(30_000), days: 2 } }),
      aListedJob(4, { terms: { ...on('2026-11-25'), payPerTakeFen: fen(15_000) } }),
    ]
    expect(await idsOf(jobs, filter)).toEqual(ids)
  })
})

describe('a page of the list', () => {
  const twelve = Array.from({ length: 12 }, (_, n) => aListedJob(n, { terms: { payPerTakeFen: fen(n === 0 || n > 4 ? 20_000 : 10_000) } }))

  async function walk(list: Awaited<ReturnType<typeof listed>>['list'], limit: number) {
    const pages: (readonly string[])[] = []
    for (let after: string | null | undefined; after !== null; ) {
      const page = await list({ limit, ...(after === undefined ? {} : { after }) })
      pages.push(page.ids)
      after = page.next
    }
    return pages
  }
  const ids = (...numbers: readonly number[]) => numbers.map((n) => `job-${n}`)

  it('goes on where the last one ended, each job once', async () => {
    const { list } = await listed(twelve, {})
    expect(await walk(list, 5)).toEqual([ids(0, 1, 2, 3, 4), ids(5, 6, 7, 8, 9), ids(10, 11)])
  })

  it('is full, and no fuller, although some jobs pay too little', async () => {
    const { list } = await listed(twelve, { leastPayFen: 20_000 })
    expect(await walk(list, 4)).toEqual([ids(0, 5, 6, 7), ids(8, 9, 10, 11)])
  })

  const crowd = (paying: number) =>
    Array.from({ length: LIMIT.rowsPerList + 1 }, (_, n) =>
      aListedJob(n, { terms: { payPerTakeFen: fen(n === paying ? 20_000 : 10_000) } }),
    )

  it.each([1, 3])('of %p looks past hundreds that pay too little, in a few reads', async (limit) => {
    const { list, store } = await listed(crowd(LIMIT.rowsPerList - 1), { leastPayFen: 20_000, limit })
    store.reset()
    expect((await list()).ids).toEqual([`job-${LIMIT.rowsPerList - 1}`])
    expect(store.counts().reads).toBeLessThan(10)
  })

  it('gives up after so many rows and says how to go on', async () => {
    const { list } = await listed(crowd(LIMIT.rowsPerList), { leastPayFen: 20_000, limit: 1 })
    const page = await list()
    expect(page).toEqual({ ids: [], next: expect.any(String) })
    expect(await list({ after: page.next ?? '' })).toEqual({ ids: [`job-${LIMIT.rowsPerList}`], next: null })
  })

  it('costs one read where the index does it all', async () => {
    const { list, store } = await listed(crowd(0), {})
    store.reset()
    await list()
    expect(store.counts().reads).toBe(1)
  })

  it('whatever the limit and the pay, has each job that fits once, in order', async () => {
    const pays = [1, 2, 1, 1, 2, 2, 2, 1, 1, 1, 1, 2, 1, 2, 2].map((yuan) => yuan * 10_000)
    const jobs = Array.from({ length: 230 }, (_, n) => aListedJob(n, { terms: { payPerTakeFen: fen(pays[n % pays.length] ?? 0) } }))
    const fitting = jobs.filter(({ terms }) => terms.payPerTakeFen === 20_000).map(({ id }) => id)
    const { list } = await listed(jobs, { leastPayFen: 20_000 })
    for (const limit of [1, 2, 7, 100]) expect((await walk(list, limit)).flat()).toEqual(fitting)
  })

  it('cannot be had by the cursor of another list', async () => {
    const { list } = await listed(twelve, {})
    const { next } = await list()
    await expect(list({ after: next ?? '', trade: '搬运' })).rejects.toThrow(BadCursor)
    await expect(list({ after: 'nonsense' })).rejects.toThrow(BadCursor)
  })
})

describe('what a person posted and took', () => {
  it('is each newest first, and nobody else’s', async () => {
    const county = openCounty()
    const another = asId<'person'>('another')
    await county.file(aListedJob(1, { postedAt: NOW, takes: [aTake({ state: 'cancelled' })] }))
    await county.file(aListedJob(2, { postedAt: NOW.add({ hours: 1 }), takes: [aTake()], state: 'settled' }))
    await county.file(aListedJob(3, { employer: another, takes: [aTake({ worker: another })] }))
    const { posted, taken } = await jobsOf(county, CAI, 10)
    expect([posted.map(({ id }) => id), taken]).toEqual([['job-2', 'job-1'], []])
    expect((await jobsOf(county, LIAO, 10)).taken.map(({ id }) => id)).toEqual(['job-2', 'job-1'])
    expect((await jobsOf(county, LIAO, 1)).taken).toHaveLength(1)
  })
})

describe('what a worker has promised', () => {
  it.each<[string, Partial<Parameters<typeof aTake>[0]>, string, boolean]>([
    ['a seat taken', { state: 'taken' }, '2026-11-24T15:00:00+08:00', true],
    ['work going on', { state: 'started' }, '2026-11-24T15:00:00+08:00', true],
    ['work finished before its end', { state: 'finished' }, '2026-11-24T15:00:00+08:00', false],
    ['a seat given up', { state: 'cancelled' }, '2026-11-24T15:00:00+08:00', false],
    ['somebody else’s seat', { worker: CAI }, '2026-11-24T15:00:00+08:00', false],
    ['a seat on work that is over', { state: 'taken' }, '2026-11-23T07:29:59.999+08:00', false],
  ])('%s', async (_what, take, endsAt, isPromise) => {
    const county = openCounty()
    const another = aTake({ id: asId<'take'>('another'), worker: asId<'person'>('another'), state: 'cancelled' })
    const terms = { startsAt: at('2026-11-22T09:00:00+08:00'), endsAt: at(endsAt) }
    const job = await county.file(aListedJob(1, { state: 'filled', takes: [another, aTake(take)], terms }))
    const promise = { number: job.number, startsAt: terms.startsAt, endsAt: terms.endsAt }
    expect(await promisesOf(county, LIAO, NOW)).toEqual(isPromise ? [promise] : [])
  })

  it('is found behind however many seats given up', async () => {
    const county = openCounty()
    const given = [aTake({ state: 'cancelled' })]
    for (let n = 0; n < 2 * LIMIT.pageSize; n += 1) await county.file(aListedJob(n, { takes: given }))
    const job = await county.file(aListedJob(1000, { state: 'filled', takes: [aTake()] }))
    expect(await promisesOf(county, LIAO, NOW)).toMatchObject([{ number: job.number }])
  })
})
