import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { anIdNumber } from '@linggong/api/core/person/testing/id-numbers.ts'
import { jobs } from '@linggong/api/job/job.collection.ts'
import { actingFor, json, keyed } from './kit/live-api.ts'
import { type PeopledApi, peopledApi } from './kit/peopled-api.ts'

let api: PeopledApi
beforeAll(async () => {
  api = await peopledApi()
})
afterAll(() => api.stop())

const [CAI, DENG, CHEN] = ['wx1/cai', 'wx1/deng', 'wx1/chen']
const TERMS = { trade: '搬运', content: '搬桌子', seats: 1, place: '县政府对面', startsAt: '2026-11-25T09:00:00+08:00' }
const PERSON = { role: 'worker', name: '王小明', phone: '13759800000', consent: true }
const terms = (yuan: number) => ({ ...TERMS, pay: { amountFen: yuan * 100, unit: 'job' } })

interface Call {
  readonly path: string
  readonly key: string
  readonly contact?: string
  readonly body?: object
}

async function post({ path, key, contact = CAI, body = {} }: Call) {
  const headers = { ...actingFor(contact), ...json, ...keyed(key) }
  const { status, text } = await api.ask({ method: 'POST', path, headers, body: JSON.stringify(body) })
  const { code, number } = JSON.parse(text)
  return { status, code, number, text }
}
const jobCount = () => api.town.county.store.count(jobs, { index: 'open', county: api.town.county.county })
const at = (job: keyof PeopledApi['numbers'], path: string) => `/jobs/${api.numbers[job]}${path}`

describe('the same key again', () => {
  it('is the same call and the same answer', async () => {
    const [first, before] = [await post({ path: '/jobs', key: 'again', body: terms(200) }), await jobCount()]
    expect(await post({ path: '/jobs', key: 'again', body: terms(200) })).toEqual(first)
    expect(await jobCount()).toBe(before)
  })

  it.each<[string, () => [Call, Call]]>([
    [
      'other terms',
      () => [
        { path: '/jobs', key: 'terms', body: terms(200) },
        { path: '/jobs', key: 'terms', body: terms(300) },
      ],
    ],
    [
      'another code',
      () => [
        { path: at('filled', '/start'), key: 'code', contact: 'wx1/liao', body: { code: '0000' } },
        { path: at('filled', '/start'), key: 'code', contact: 'wx1/liao', body: { code: '4821' } },
      ],
    ],
    [
      'another act on the same job',
      () => [
        { path: at('draft', '/publish'), key: 'act' },
        { path: at('draft', '/cancel'), key: 'act' },
      ],
    ],
    [
      'another role',
      () => [
        { path: '/people/me/roles', key: 'role', contact: CHEN, body: { role: 'employer' } },
        { path: '/people/me/roles', key: 'role', contact: CHEN, body: { role: 'worker' } },
      ],
    ],
  ])('with %s is refused and changes nothing', async (_what, calls) => {
    const [first, second] = calls()
    await post(first)
    await api.town.county.settle()
    const before = api.digest()
    expect(await post(second)).toMatchObject({ status: 422, code: 'key-reused' })
    expect(api.digest()).toBe(before)
  })

  it('of another contact is another call', async () => {
    const before = await jobCount()
    const both = await Promise.all([CAI, DENG].map((contact) => post({ path: '/jobs', key: 'mine', contact, body: terms(250) })))
    expect(both.map(({ status }) => status)).toEqual([201, 201])
    expect(await jobCount()).toBe(before + 2)
  })

  it('is nobody else’s however contact and key are put together', async () => {
    const mine = await post({ path: '/people', key: 'b:c', contact: 'wx1/a', body: { ...PERSON, idNumber: anIdNumber('19700101') } })
    const other = await post({ path: '/people', key: 'c', contact: 'wx1/a:b', body: { ...PERSON, idNumber: anIdNumber('19700102') } })
    expect([mine.status, other.status]).toEqual([201, 201])
  })
})

describe('the same key at once', () => {
  it('has one effect and one answer', async () => {
    const before = await jobCount()
    const answers = await Promise.all(Array.from({ length: 20 }, () => post({ path: '/jobs', key: 'crowd', body: terms(200) })))
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
    expect(await jobCount()).toBe(before + 1)
  })

  it('with different bodies has one effect, and whoever asked for another is refused', async () => {
    const before = await jobCount()
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) => post({ path: '/jobs', key: 'mixed', body: terms(200 + (n % 4)) })),
    )
    expect([...new Set(answers.map(({ status }) => status))].sort()).toEqual([201, 422])
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(5)
    expect(await jobCount()).toBe(before + 1)
  })

  it('takes one seat', async () => {
    const call = { path: at('others', '/takes'), key: 'seat', contact: CHEN }
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(call)))
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
  })
})
