import { describe, expect, it } from '@jest/globals'
import { asId } from '../id.ts'
import type { JobState } from '../job/job.ts'
import { LIMIT } from '../limit.ts'
import { refuse } from '../result.ts'
import { aJob, aLicenceRule, anOpenJob, aTake, at, CHEN, LIAO, NOW } from '../testing/builders.ts'
import { granted, happened, refusalOf } from '../testing/outcome.ts'
import { type Grab, takeJob } from './take-job.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const takeId = (text: string) => asId<'take'>(text)
const hour = (clock: string) => at(`2026-11-23T${clock}:00+08:00`)

const aGrab = (about: Partial<Grab> = {}): Grab => ({
  take: takeId('take-1'),
  worker: LIAO,
  now: NOW,
  birthDay: day('1980-01-01'),
  licences: [],
  busy: [],
  ...about,
})
const chens = (about: Parameters<typeof aTake>[0] = {}) => aTake({ id: takeId('take-2'), worker: CHEN, ...about })

describe('a grab', () => {
  it('takes a seat and says so', () => {
    const change = granted(takeJob(anOpenJob(), aGrab()))
    expect(change.job).toEqual(anOpenJob({ takes: [aTake()], firstTakenAt: NOW }))
    expect(change.events).toMatchObject([
      { id: 'jobTaken:take-1', facts: { job: 'job-1', take: 'take-1', worker: LIAO, insured: false, first: true } },
    ])
  })

  it('of the last seat fills the job', () => {
    const change = granted(takeJob(anOpenJob({ terms: { seats: 2 }, takes: [chens()] }), aGrab()))
    expect(change.job.state).toBe('filled')
    expect(change.events.map(({ id }) => id)).toEqual(['jobTaken:take-1', 'jobFilled:job-1:take-1'])
  })

  it('of the last seat of a job that has begun leaves it at work', () => {
    const change = granted(takeJob(anOpenJob({ state: 'working', terms: { seats: 2 }, takes: [chens({ state: 'started' })] }), aGrab()))
    expect(change.job.state).toBe('working')
    expect(happened(change)).toEqual(['jobTaken'])
  })

  it('on an insured job is covered from now on', () => {
    const change = granted(takeJob(anOpenJob({ insuredAt: NOW.subtract({ hours: 1 }) }), aGrab()))
    expect(change.job.takes[0]?.coveredFrom).toEqual(NOW)
    expect(change.events).toMatchObject([{ facts: { insured: true } }])
  })

  it.each<JobState>(['open', 'filled', 'working', 'done', 'settled', 'cancelled'])(
    'that comes again changes nothing: the job is %s',
    (state) => {
      const job = anOpenJob({ state, takes: [aTake()] })
      const change = granted(takeJob(job, aGrab()))
      expect(change.job).toBe(job)
      expect(change.events).toEqual([])
    },
  )
})

describe('no seat', () => {
  const seated = [aTake({ id: takeId('take-0') })]
  it.each([
    ['on the own job', anOpenJob({ employer: LIAO }), 'own-job'],
    ['on a draft, which nobody knows', aJob(), 'job-not-found'],
    ['on a full job', anOpenJob({ state: 'filled', terms: { seats: 1 }, takes: [chens()] }), 'job-full'],
    ['on a full job at work', anOpenJob({ state: 'working', terms: { seats: 1 }, takes: [chens({ state: 'started' })] }), 'job-full'],
    ['beside the one already held', anOpenJob({ takes: seated }), 'already-taken'],
    ['beside the one held on a full job', anOpenJob({ state: 'filled', terms: { seats: 1 }, takes: seated }), 'already-taken'],
    [
      'beside work that is finished',
      anOpenJob({ state: 'working', takes: [aTake({ id: takeId('take-0'), state: 'finished' })] }),
      'already-taken',
    ],
    ['on a done job', anOpenJob({ state: 'done' }), 'job-not-open'],
    ['on a settled job', anOpenJob({ state: 'settled' }), 'job-not-open'],
    ['on a cancelled job', anOpenJob({ state: 'cancelled' }), 'job-not-open'],
    ['on an expired job', anOpenJob({ state: 'expired' }), 'job-not-open'],
    ['at the moment the work ends', anOpenJob({ terms: { endsAt: NOW } }), 'job-not-open'],
  ])('%s', (_what, job, refusal) => {
    expect(refusalOf(takeJob(job, aGrab()))).toBe(refusal)
  })

  it('but one a moment before the work ends', () => {
    expect(takeJob(anOpenJob({ terms: { endsAt: NOW.add({ milliseconds: 1 }) } }), aGrab()).ok).toBe(true)
  })
})

describe('a job of several days', () => {
  const days = { days: 3, startsAt: hour('09:00'), endsAt: at('2026-11-25T17:00:00+08:00') }
  const begun = [chens({ state: 'started' })]
  it.each([
    ['may be taken before it begins', hour('08:59'), undefined],
    ['may be taken while its first day lasts', hour('16:59'), undefined],
    ['is closed once its first day is over', hour('17:00'), 'job-not-open'],
    ['is closed on a later day', at('2026-11-24T09:00:00+08:00'), 'job-not-open'],
  ])('%s: pay is for the whole job', (_when, now, refusal) => {
    for (const job of [anOpenJob({ terms: days }), anOpenJob({ state: 'working', terms: days, takes: begun })])
      expect(refusalOf(takeJob(job, aGrab({ now })))).toBe(refusal)
  })
})

describe('a job that needs a licence', () => {
  const weld = (about: Parameters<typeof anOpenJob>[0] = {}) => anOpenJob({ ...about, terms: { licences: ['焊工'], ...about.terms } })
  const threeDays = { days: 3, startsAt: hour('09:00'), endsAt: at('2026-11-25T17:00:00+08:00') }
  const toMidnight = { startsAt: hour('16:00'), endsAt: at('2026-11-24T00:00:00+08:00') }
  const held = (validUntil: string, cert = '焊工') => ({ cert, validUntil: day(validUntil) })

  it.each([
    ['nobody without', weld(), [], false],
    ['the one who has it', weld(), [held('2030-01-01')], true],
    ['nobody with another', weld(), [held('2030-01-01', '电工')], false],
    ['one whose licence ends on the day', weld(), [held('2026-11-23')], true],
    ['nobody whose licence ended the day before', weld(), [held('2026-11-22')], false],
    ['nobody whose licence ends on day 2 of 3', weld({ terms: threeDays }), [held('2026-11-24')], false],
    ['one whose licence ends on day 3 of 3', weld({ terms: threeDays }), [held('2026-11-25')], true],
    ['one who renewed, beside the old one', weld(), [held('2026-11-22'), held('2030-01-01')], true],
    ['one whose licence ends with a shift until midnight', weld({ terms: toMidnight }), [held('2026-11-23')], true],
    [
      'nobody whose licence ends a moment before the work',
      weld({ terms: { ...toMidnight, endsAt: at('2026-11-24T00:00:00.001+08:00') } }),
      [held('2026-11-23')],
      false,
    ],
  ])('takes %s', (_who, job, licences, isTaken) => {
    expect(takeJob(job, aGrab({ licences }))).toMatchObject(isTaken ? { ok: true } : refuse('licence-missing', { licence: '焊工' }))
  })

  it('of two kinds names the one that is missing', () => {
    const job = anOpenJob({ terms: { licences: ['焊工', '登高'] } })
    expect(takeJob(job, aGrab({ licences: [held('2030-01-01')] }))).toEqual(refuse('licence-missing', { licence: '登高' }))
  })
})

describe('a law that changes on a day', () => {
  const needs = (from: string, until: string | null) => [
    aLicenceRule({ trade: '搬运', cert: '搬运证', from: day(from), until: until === null ? null : day(until) }),
  ]
  const threeDays = { days: 3, startsAt: hour('09:00'), endsAt: at('2026-11-25T17:00:00+08:00') }
  const held = (validUntil: string) => [{ cert: '搬运证', validUntil: day(validUntil) }]

  it.each([
    ['after the work', needs('2026-11-26', null), [], [], true],
    ['on the last work day', needs('2026-11-25', null), [], [], false],
    ['on the last work day, for who has the paper', needs('2026-11-25', null), [], held('2026-11-25'), true],
    ['back before the work', needs('2026-01-01', '2026-11-22'), [], [], true],
    ['back after the first work day', needs('2026-01-01', '2026-11-23'), ['搬运证'], held('2026-11-23'), true],
    ['back after the first work day, for who lacks it then', needs('2026-01-01', '2026-11-23'), ['搬运证'], held('2026-11-22'), false],
  ])('%s', (_when, licenceRules, licences, own, isTaken) => {
    const job = anOpenJob({ terms: { ...threeDays, licences } })
    expect(takeJob(job, aGrab({ licenceRules, licences: own }))).toMatchObject(
      isTaken ? { ok: true } : refuse('licence-missing', { licence: '搬运证' }),
    )
  })
})

describe('who is not of age', () => {
  it.each([
    ['17 at a risky trade', '2009-01-01', 4, 'guardian-needed'],
    ['17 at a riskier one', '2009-01-01', 6, 'guardian-needed'],
    ['17 at a safe trade', '2009-01-01', 3, undefined],
    ['16 at a safe trade', '2010-11-23', 1, undefined],
    ['18 at a risky trade', '2008-11-23', 4, undefined],
    ['66 at a risky trade', '1960-01-01', 4, undefined],
    ['18 on the work day, 17 today', '2008-11-24', 4, undefined],
    ['18 the day after the work begins', '2008-11-25', 4, 'guardian-needed'],
  ])('is judged on the first work day: %s', (_what, birthDay, riskClass, refusal) => {
    const terms = { riskClass, days: 2, startsAt: at('2026-11-24T07:00:00+08:00'), endsAt: at('2026-11-25T15:00:00+08:00') }
    expect(refusalOf(takeJob(anOpenJob({ terms }), aGrab({ birthDay: day(birthDay) })))).toBe(refusal)
  })
})

describe('who is promised elsewhere', () => {
  it.each([
    ['at the same time', '09:00', '17:00', true],
    ['within it', '10:00', '11:00', true],
    ['around it', '08:00', '18:00', true],
    ['into its beginning', '08:00', '09:01', true],
    ['from before its end', '16:59', '20:00', true],
    ['until it begins', '08:00', '09:00', false],
    ['from when it ends', '17:00', '20:00', false],
    ['in the evening', '19:00', '20:00', false],
  ])('%s', (_when, from, to, isClash) => {
    const busy = [{ number: '10008', startsAt: hour(from), endsAt: hour(to) }]
    expect(takeJob(anOpenJob(), aGrab({ busy }))).toMatchObject(isClash ? refuse('time-clash', { number: '10008' }) : { ok: true })
  })

  it('does not clash with the job itself', () => {
    const job = anOpenJob()
    const busy = [{ number: job.number, startsAt: job.terms.startsAt, endsAt: job.terms.endsAt }]
    expect(takeJob(job, aGrab({ busy })).ok).toBe(true)
  })
})

describe('who gave the seat up before', () => {
  it('may take one again, and the older take goes', () => {
    const job = anOpenJob({ takes: [aTake({ id: takeId('take-0'), state: 'cancelled' }), chens()] })
    expect(granted(takeJob(job, aGrab())).job.takes.map(({ id }) => id)).toEqual(['take-2', 'take-1'])
  })

  it('keeps the wrong codes: a new seat is no new try', () => {
    const job = anOpenJob({ takes: [aTake({ id: takeId('take-0'), state: 'cancelled', wrongCodes: 4 })] })
    expect(granted(takeJob(job, aGrab())).job.takes[0]?.wrongCodes).toBe(4)
  })

  it.each([
    [-1, 0],
    [0, 0],
    [1, 1],
    [3, 3],
  ])('with %p more than are remembered, the %p oldest are forgotten, never one who holds a seat', (more, forgotten) => {
    const givenUp = Array.from({ length: LIMIT.givenUpTakesPerJob + more }, (_, n) =>
      aTake({ id: takeId(`old-${n}`), worker: asId<'person'>(`worker-${n}`), state: 'cancelled' }),
    )
    const { takes } = granted(takeJob(anOpenJob({ takes: [chens(), ...givenUp] }), aGrab())).job
    expect(takes.map(({ id }) => id)).toEqual(['take-2', ...givenUp.slice(forgotten).map(({ id }) => id), 'take-1'])
  })
})

describe('what statistics must still know', () => {
  it('the first grab of a job stays the first one, also after its seat was freed', () => {
    const again = granted(takeJob(anOpenJob({ firstTakenAt: NOW }), aGrab()))
    expect(again.events).toMatchObject([{ facts: { first: false } }])
  })

  it('a take that was handed back is counted when it is no longer kept', () => {
    const handedBack = aTake({ id: takeId('take-0'), state: 'cancelled', freedBy: 'worker' })
    const undone = aTake({ id: takeId('take-9'), state: 'cancelled', freedBy: 'undone' })
    const { job } = granted(takeJob(anOpenJob({ takes: [handedBack, undone], forgottenHandBacks: 1 }), aGrab()))
    expect([job.takes.map(({ id }) => id), job.forgottenHandBacks]).toEqual([['take-1'], 2])
  })
})
