import { describe, expect, it } from '@jest/globals'
import { type JobTerms, jobTerms } from '../contract/job.contract.ts'
import { chatNumber } from '../core/chat-number.ts'
import { asId } from '../core/id.ts'
import { LIMIT } from '../core/limit.ts'
import { fen } from '../core/money.ts'
import { accept, refuse } from '../core/result.ts'
import { aJob, aLicenceRule, anOpenJob, at, CAI, NOW } from '../core/testing/builders.ts'
import { granted, refusalOf } from '../core/testing/outcome.ts'
import { jobs } from './job.collection.ts'
import { createJobNumbers } from './job-number.ts'
import { type PostJobPorts, postJob } from './post-job.ts'
import { aCall, openCounty } from './testing/open-county.ts'

const someTerms = (about: Partial<JobTerms> = {}): JobTerms =>
  jobTerms.parse({
    trade: '搬运',
    content: '搬办公桌',
    seats: 3,
    pay: { amountFen: 10_000, unit: 'job' },
    startsAt: '2026-11-23T09:00:00+08:00',
    township: '古镛镇',
    place: '县政府对面',
    ...about,
  })

function portsAt({ store, editor, county }: Pick<PostJobPorts, 'store' | 'editor' | 'county'>): PostJobPorts {
  return {
    store,
    editor,
    county,
    nextNumber: createJobNumbers({ editor, county }),
    startCode: () => '4821',
    floorFenPerHour: fen(1950),
    tradeOf: (trade) => ({ riskClass: trade === '电焊' ? 5 : 3 }),
    licenceRules: [aLicenceRule({ cert: '焊工' })],
  }
}

function anOffice() {
  const county = openCounty()
  const post = (terms: JobTerms, key = 'm1', digest = 'asked', at: Parameters<typeof portsAt>[0] = county) =>
    postJob(portsAt(at), { terms, employer: { id: CAI, demo: false }, call: aCall(key, digest), now: NOW })
  const count = () => county.store.count(jobs, { index: 'employer', county: county.county, equals: { employer: CAI } })
  return { ...county, here: portsAt(county), post, count }
}

describe('posting', () => {
  it('files a draft under the next number, with nothing to announce', async () => {
    const { post, stored } = anOffice()
    const posted = granted(await post(someTerms()))
    expect(posted).toEqual({ ...aJob(), id: 'm1', number: '10008' })
    expect(await stored('m1')).toMatchObject({ ...posted, version: 1, outbox: [], outboxSince: null, keys: [] })
    expect(granted(await post(someTerms(), 'm2')).number).toBe(chatNumber(1001))
  })

  it.each([
    ['the one of the trade', '电焊', [], ['焊工']],
    ['the one of the trade once', '电焊', ['焊工'], ['焊工']],
    ['both', '电焊', ['登高'], ['登高', '焊工']],
    ['those the employer asks for', '搬运', ['登高', '登高'], ['登高']],
  ])('asks for licences: %s', async (_what, trade, asked, licences) => {
    const { post } = anOffice()
    expect(granted(await post(someTerms({ trade, licences: asked }))).terms.licences).toEqual(licences)
  })

  it('starts on a whole minute', async () => {
    const { post } = anOffice()
    const { terms } = granted(await post(someTerms({ startsAt: '2026-11-23T09:00:29.999999999+08:00' })))
    expect(terms.startsAt).toEqual(at('2026-11-23T09:00:00+08:00'))
  })

  it.each([
    '2026-11-24T07:00:00.1234567890Z',
    '9999-12-31T23:59:59Z',
    '0000-01-01T00:00:00Z',
    '2026-02-30T07:00:00Z',
    '2026-11-24',
    'tomorrow',
  ])('knows no start at %s', (startsAt) => {
    expect(jobTerms.safeParse({ ...someTerms(), startsAt }).success).toBe(false)
  })

  it.each([
    ['trade', { trade: '搬\u202e运' }],
    ['trade', { trade: ' ' }],
    ['township', { township: '古镛镇\u200b' }],
    ['content', { content: '搬\u2066桌子' }],
    ['place', { place: '县政府\u0007' }],
    ['licences', { licences: ['焊\ufeff工'] }],
    ['perks', { perks: ['包饭\u200f'] }],
  ])('takes no %s with characters that nobody sees', (_field, about) => {
    expect(jobTerms.safeParse({ ...someTerms(), ...about }).success).toBe(false)
  })

  it.each(['2099-12-31T23:59:59.999999999-23:59', '2026-11-24T07:00:00Z', '2026-11-24T07:00:00.5+08:00'])(
    'files a start at %s, sixty days long',
    async (startsAt) => {
      const { post } = anOffice()
      expect((await post(someTerms({ startsAt, days: LIMIT.daysPerJob }))).ok).toBe(true)
    },
  )

  it('files nothing that may not be published', async () => {
    const { post, count } = anOffice()
    expect(refusalOf(await post(someTerms({ pay: { amountFen: 1000, unit: 'hour' } })))).toBe('pay-below-floor')
    expect(await count()).toBe(0)
    expect(granted(await post(someTerms(), 'm2')).number).toBe(chatNumber(1000))
  })

  it('stops at the limit of open jobs, drafts included, and counts only those', async () => {
    const { post, file } = anOffice()
    const fill = (n: number, about = {}) => file(anOpenJob({ id: asId<'job'>(`job-${n}`), number: chatNumber(2000 + n), ...about }))
    await fill(0, { state: 'cancelled' })
    await fill(1, { employer: asId<'person'>('another') })
    for (let n = 2; n < LIMIT.openJobsPerEmployer + 1; n += 1) await fill(n, { state: n % 2 ? 'open' : 'draft' })
    expect((await post(someTerms())).ok).toBe(true)
    expect(refusalOf(await post(someTerms(), 'm2'))).toBe('too-many-open-jobs')
  })
})

describe('the same message', () => {
  it('posted twice files one job, answered the same, and takes one number', async () => {
    const { post, count } = anOffice()
    const first = granted(await post(someTerms()))
    expect(granted(await post(someTerms()))).toMatchObject({ id: first.id, number: first.number, terms: first.terms })
    expect(await count()).toBe(1)
    expect(granted(await post(someTerms(), 'm2')).number).toBe(chatNumber(1001))
  })

  it('posted at once, at two processes, files one job, answered the same', async () => {
    const { post, count, elsewhere } = anOffice()
    const answers = await Promise.all([post(someTerms()), post(someTerms(), 'm1', 'asked', elsewhere), post(someTerms())])
    expect(new Set(answers.map((answer) => granted(answer).number)).size).toBe(1)
    expect(await count()).toBe(1)
  })

  it('is answered the same when the start has passed since', async () => {
    const { post, here } = anOffice()
    const first = granted(await post(someTerms()))
    const later = { terms: someTerms(), employer: { id: CAI, demo: false }, call: aCall('m1'), now: first.terms.endsAt }
    expect(granted(await postJob(here, later)).number).toBe(first.number)
  })

  it('with other terms is refused', async () => {
    const { post, count } = anOffice()
    await post(someTerms())
    expect(await post(someTerms({ seats: 5 }), 'm1', 'other')).toEqual(refuse('key-reused'))
    expect(await count()).toBe(1)
  })

  it('with other terms at once files one of them', async () => {
    const { post, count } = anOffice()
    const answers = await Promise.all([post(someTerms()), post(someTerms({ seats: 5 }), 'm1', 'other')])
    expect(answers.map(refusalOf).sort()).toEqual(['key-reused', undefined])
    expect(await count()).toBe(1)
  })
})

describe('job numbers', () => {
  it('are given out once each, whoever asks at whichever process', async () => {
    const { editor, elsewhere, county } = openCounty()
    const [here, there] = [createJobNumbers({ editor, county }), createJobNumbers({ editor: elsewhere.editor, county })]
    const numbers = await Promise.all(Array.from({ length: 60 }, (_, n) => (n % 2 ? here() : there())))
    expect(new Set(numbers.map(granted)).size).toBe(60)
    expect(await here()).toEqual(accept(chatNumber(1060)))
  })
})
