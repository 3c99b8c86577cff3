import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { asId } from '../id.ts'
import { LIMIT } from '../limit.ts'
import { fen } from '../money.ts'
import { aJob, anOpenJob, aTake, CAI, LIAO, NOW } from '../testing/builders.ts'
import { keepMark } from './keep-mark.ts'
import { employerMarkOf, type WorkerMark, workerMarkOf } from './marks.ts'
import { employerRepute, workerRepute } from './repute.ts'

const START = aJob().terms.startsAt
const LATE_HOURS = 12
const paidAfter = (hours: number, about: Parameters<typeof aTake>[0] = {}) =>
  aTake({ state: 'paid', startedAt: START, finishedAt: NOW, paidAt: NOW.add({ minutes: hours * 60 }), ...about })
const marks = (about: Parameters<typeof anOpenJob>[0], version = 1) => employerMarkOf({ ...anOpenJob(about), version })
const owed = { take: asId<'take'>('take-1'), worker: LIAO, kind: 'pay', amountFen: fen(1), since: NOW, bill: 1, settledAt: null } as const

describe('what a job says of its employer', () => {
  it.each([
    ['nothing while it is open', {}, undefined],
    ['nothing while nobody has come', { takes: [aTake()] }, undefined],
    ['nothing when he calls it off for the weather', { takes: [aTake({ state: 'cancelled', freedBy: 'weather' })] }, undefined],
    ['that he called it off', { takes: [aTake({ state: 'cancelled', freedBy: 'employer' })] }, { calledOff: true, worked: false }],
    ['how soon each was paid', { takes: [paidAfter(2), paidAfter(2.1), paidAfter(100)] }, { worked: true, paid: [1, 1, 0, 0, 1] }],
    ['that it was insured', { insuredAt: NOW, takes: [paidAfter(1)] }, { insured: true }],
    ['since when he owes', { dues: [{ ...owed, state: 'open' }], owedSince: NOW }, { openDues: 1, owedSince: NOW }],
    ['no stars that are sealed', { takes: [paidAfter(1, { ratedByWorker: { stars: 5, text: '', at: NOW } })] }, { stars: [0, 0, 0, 0, 0] }],
    [
      'stars that are shown',
      { takes: [paidAfter(1, { ratedByWorker: { stars: 4, text: '', at: NOW }, ratingsShownAt: NOW })] },
      { stars: [0, 0, 0, 1, 0] },
    ],
  ] as const)('%s', (_what, about, expected) => {
    if (expected === undefined) expect(marks(about as Parameters<typeof anOpenJob>[0])).toBeUndefined()
    else expect(marks(about as Parameters<typeof anOpenJob>[0])).toMatchObject(expected)
  })
})

describe('what a job says of a worker', () => {
  const freed = (hoursBefore: number) =>
    ({ state: 'cancelled', freedBy: 'worker', freedAt: START.subtract({ minutes: Math.round(hoursBefore * 60) }) }) as const
  it.each([
    ['nothing before it begins', {}, { came: 'none' }],
    [
      'that he came, and how late',
      { state: 'started', startedAt: START.add({ minutes: 12, seconds: 40 }) },
      { came: 'came', lateMinutes: 12 },
    ],
    ['that he came early', { state: 'started', startedAt: START.subtract({ minutes: 30 }) }, { came: 'came', lateMinutes: 0 }],
    ['that he did not come', { state: 'missed' }, { came: 'missed' }],
    ['that he left half a day before', freed(12), { came: 'left-late' }],
    ['nothing when he left in time', freed(12.1), { came: 'none' }],
    ['nothing when the employer sent him away', { state: 'cancelled', freedBy: 'employer', freedAt: START }, { came: 'none' }],
    ['nothing of a grab that was undone', { state: 'cancelled', freedBy: 'undone', freedAt: START }, { came: 'none' }],
  ] as const)('%s', (_what, about, expected) => {
    const job = { ...anOpenJob({ takes: [aTake(about)] }), version: 1 }
    expect(workerMarkOf(job, LIAO, LATE_HOURS)).toMatchObject(expected)
  })
  it('nothing of somebody who was not there', () => expect(workerMarkOf({ ...anOpenJob(), version: 1 }, CAI, 1)).toBeUndefined())
})

describe('what is told of somebody', () => {
  it('is nothing, and no figure, where nothing is known', () => {
    expect(employerRepute([], NOW)).toMatchObject({ jobs: 0, average: null, paySpeed: null, inArrears: false })
    expect(workerRepute([], NOW)).toMatchObject({ came: 0, average: null, lateMinutes: null })
  })

  const rated = (stars: number) => paidAfter(1, { ratedByWorker: { stars, text: '', at: NOW }, ratingsShownAt: NOW })
  it.each([
    [[5, 5], null],
    [[5, 5, 4], 4.7],
    [[1, 1, 1, 5], 2],
  ])('%j stars are %p on the average', (stars, average) => {
    const mark = marks({ takes: stars.map(rated) })
    expect(employerRepute(mark ? [mark] : [], NOW)).toMatchObject({ ratings: stars.length, average })
  })

  it.each([
    [[1, 1], null],
    [[1, 1, 100], 'within-2h'],
    [[1, 5, 5, 100], 'within-6h'],
    [[20, 20, 1], 'within-24h'],
    [[100, 100, 1], 'slow'],
  ])('who was paid after %j hours waited %p', (hours, paySpeed) => {
    const mark = marks({ takes: hours.map((each) => paidAfter(each)) })
    expect(employerRepute(mark ? [mark] : [], NOW).paySpeed).toBe(paySpeed)
  })

  it('counts what is owed for more than a day, however old the job', () => {
    const mark = marks({ dues: [{ ...owed, state: 'open' }], owedSince: NOW, takes: [paidAfter(1)] })
    const at = (hours: number) => employerRepute(mark ? [mark] : [], NOW.add({ hours }))
    expect([at(23).inArrears, at(24).inArrears, at(24 * 400).inArrears, at(24 * 400).jobs]).toEqual([false, true, true, 0])
  })
})

const someMarks = fc
  .array(
    fc.record({ job: fc.integer({ min: 0, max: 12 }), version: fc.integer({ min: 1, max: 5 }), days: fc.integer({ min: 0, max: 260 }) }),
    {
      maxLength: 40,
    },
  )
  .map((rows) =>
    rows.map(({ job, version, days }): WorkerMark => {
      /** What a job says follows from its version. */
      const came = version > 2 ? 'came' : 'missed'
      const at = NOW.subtract({ hours: 24 * ((days + job * 31) % 260) })
      return { ...{ job: asId<'job'>(`job-${job}`), version, take: asId<'take'>('t'), came, lateMinutes: version, stars: 0 }, at }
    }),
  )

describe('keeping what jobs say', () => {
  it('keeps the newest word of each job, in whatever order they come and however often', () => {
    fc.assert(
      fc.property(someMarks, fc.integer(), (told, seed) => {
        const sameDay = told.map((mark) => ({ ...mark, at: NOW }))
        const shuffled = sameDay.toSorted((one, other) => ((one.version * 7 + seed) % 5) - ((other.version * 7 + seed) % 5))
        const kept = [...shuffled, ...sameDay].reduce((marks: readonly WorkerMark[], mark) => keepMark(marks, mark, NOW), [])
        const newest = Map.groupBy(sameDay, ({ job }) => job)
        expect(kept).toHaveLength(newest.size)
        for (const { job, version } of kept) expect(version).toBe(Math.max(...(newest.get(job) ?? []).map((each) => each.version)))
      }),
    )
  })

  it('writes nothing where there is nothing new', () => {
    fc.assert(
      fc.property(someMarks, (told) => {
        const kept = told.reduce((marks: readonly WorkerMark[], mark) => keepMark(marks, mark, NOW), [])
        /** As a database may give it back. */
        const turned = (mark: WorkerMark) => Object.fromEntries(Object.entries(mark).reverse()) as unknown as WorkerMark
        for (const mark of kept) expect(keepMark(kept, turned({ ...mark, version: mark.version + 1 }), NOW)).toBe(kept)
      }),
    )
  })

  it('forgets what is older than half a year, and what is too much', () => {
    const of = (nth: number, days: number): WorkerMark => ({
      ...{ job: asId<'job'>(`job-${nth}`), version: 1, take: asId<'take'>('t'), came: 'came', lateMinutes: 0, stars: 0 },
      at: NOW.subtract({ minutes: Math.round(24 * 60 * days) }),
    })
    const many = Array.from({ length: LIMIT.reputeJobs + 5 }, (_, nth) => of(nth, nth / 10))
    const kept = [of(999, 181), ...many].reduce((marks: readonly WorkerMark[], mark) => keepMark(marks, mark, NOW), [])
    expect(kept).toHaveLength(LIMIT.reputeJobs)
    expect(kept.map(({ job }) => job)).not.toContain('job-999')
    expect(kept.at(-1)?.job).toBe(`job-${LIMIT.reputeJobs - 1}`)
  })
})
