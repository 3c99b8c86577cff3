import { describe, expect, it } from '@jest/globals'
import type { DomainEvent } from '../event.ts'
import { startWork } from '../take/start-work.ts'
import { anOpenJob, aTake, at, LIAO } from '../testing/builders.ts'
import { fold } from './fold.ts'
import { type Addition, COUNTS } from './measure.ts'
import {
  billPaid,
  billWithdrawn,
  jobCancelled,
  jobInsured,
  jobPublished,
  jobTaken,
  payDue,
  personErased,
  personRegistered,
  personVerified,
  ratingsShown,
  takeCancelled,
  takeConfirmed,
  takeHandedBack,
  takeMissed,
  takePaid,
  takeStarted,
  takeUndone,
} from './testing/events.ts'

const about = { at: '2026-11-23T10:00:00+08:00', of: 'x' }

/** What counts in the county as a whole. */
const inCounty = (event: DomainEvent): readonly Addition[] =>
  (fold(event)?.additions ?? []).filter(({ township, trade }) => township === null && trade === null)
const onDay = (day: string, counts: Record<string, number>) => Object.entries(counts).map(([measure, by]) => [day, measure, by])
const TODAY = '2026-11-23'
const WORK = { ...about, startsAt: '2026-11-24T08:00:00+08:00', publishedAt: '2026-11-22T10:00:00+08:00' }

describe('what an event adds', () => {
  it.each([
    ['a worker', personRegistered(about), onDay(TODAY, { workersRegistered: 1, 'workersAged:50': 1 })],
    ['a worker of an unknown age', personRegistered({ ...about, ageBand: 0 }), onDay(TODAY, { workersRegistered: 1 })],
    [
      'a worker who also hires',
      personRegistered({ ...about, roles: ['worker', 'employer'], ageBand: 0 }),
      onDay(TODAY, { workersRegistered: 1 }),
    ],
    ['an employer', personRegistered({ ...about, roles: ['employer'] }), []],
    [
      'a worker whose card somebody has seen',
      personRegistered({ ...about, ageBand: 0, channel: 'staff', verified: true }),
      onDay(TODAY, { workersRegistered: 1, 'workersCame:staff': 1, workersVerified: 1 }),
    ],
    ['a worker whose card is seen later', personVerified(about), onDay(TODAY, { workersVerified: 1 })],
    ['an employer whose card is seen', personVerified({ ...about, wasWorker: false }), []],
    [
      'a job of a co-operative for two',
      jobPublished({ ...WORK, seats: 2, employerType: 'coop' }),
      [
        ...onDay(TODAY, { jobsPosted: 1, 'jobsPostedBy:coop': 1, seatsPosted: 2, 'seatsPostedBy:coop': 2 }),
        ...onDay('2026-11-24', { seatsDue: 2 }),
      ],
    ],
    [
      'a job for ten that begins tomorrow',
      jobPublished({ ...WORK, seats: 10 }),
      [
        ...onDay(TODAY, { jobsPosted: 1, 'jobsPostedBy:household': 1, seatsPosted: 10, 'seatsPostedBy:household': 10 }),
        ...onDay('2026-11-24', { seatsDue: 10 }),
      ],
    ],
    ['a job taken back: its seats are not missing', jobCancelled({ ...WORK, seats: 10 }), onDay('2026-11-24', { seatsDue: -10 })],
    ['a premium of 15 yuan', jobInsured({ ...about, premiumFen: 1500 }), onDay(TODAY, { premiumFen: 1500, jobsInsured: 1 })],
    [
      'the first grab, a day after the job went out',
      jobTaken(WORK),
      [
        ...onDay('2026-11-22', { applications: 1 }),
        ...onDay('2026-11-24', { takesAccepted: 1, seatsFilled: 1 }),
        ...onDay('2026-11-22', { jobsAccepted: 1, 'acceptMinutes:41': 1 }),
      ],
    ],
    [
      'a later grab',
      jobTaken({ ...WORK, first: false }),
      [...onDay('2026-11-22', { applications: 1 }), ...onDay('2026-11-24', { takesAccepted: 1, seatsFilled: 1 })],
    ],
    [
      'a grab undone, as if it had not been',
      takeUndone(WORK),
      [...onDay('2026-11-22', { applications: -1 }), ...onDay('2026-11-24', { takesAccepted: -1, seatsFilled: -1 })],
    ],
    ['a seat handed back', takeHandedBack(WORK), onDay('2026-11-24', { seatsFilled: -1, takesHandedBack: 1 })],
    ['a seat called off', takeCancelled(WORK), onDay('2026-11-24', { seatsFilled: -1, takesCalledOff: 1 })],
    ['a seat rained off', takeCancelled({ ...WORK, weather: true }), onDay('2026-11-24', { seatsFilled: -1, takesRainedOff: 1 })],
    ['a seat nobody came for', takeMissed(WORK), onDay('2026-11-24', { takesMissed: 1 })],
    ['a covered start', takeStarted({ ...about, covered: true }), onDay(TODAY, { takesStarted: 1, takesStartedCovered: 1 })],
    ['a start without cover', takeStarted(about), onDay(TODAY, { takesStarted: 1 })],
    ['a high-risk start without cover', takeStarted({ ...about, riskClass: 5 }), onDay(TODAY, { takesStarted: 1, highRiskUninsured: 1 })],
    [
      'a covered high-risk start',
      takeStarted({ ...about, riskClass: 6, covered: true }),
      onDay(TODAY, { takesStarted: 1, takesStartedCovered: 1 }),
    ],
    [
      'two days of work confirmed for 300 yuan',
      takeConfirmed({ ...about, startsAt: '2026-11-21T08:00:00+08:00', days: 2, minutesPerDay: 450, payFen: 30_000 }),
      [
        ...onDay(TODAY, { takesConfirmed: 1, 'dayPayFen:62': 2 }),
        ...onDay('2026-11-24', { takesDue: 1, 'takesDueFrom:household': 1 }),
        ...onDay('2026-11-21', { workMinutes: 450, workDays: 1 }),
        ...onDay('2026-11-22', { workMinutes: 450, workDays: 1 }),
      ],
    ],
    [
      '300 yuan paid a day after, to the minute',
      takePaid({ ...about, payFen: 30_000, confirmedAt: '2026-11-22T10:00:00+08:00' }),
      onDay(TODAY, { paidFen: 30_000, takesPaid: 1, takesPaidOnTime: 1, 'takesPaidOnTimeFrom:household': 1 }),
    ],
    [
      '300 yuan paid a minute later than a day after',
      takePaid({ ...about, payFen: 30_000, confirmedAt: '2026-11-22T09:59:00+08:00' }),
      onDay(TODAY, { paidFen: 30_000, takesPaid: 1 }),
    ],
    [
      'two ratings of yesterday, shown today',
      ratingsShown({ ...about, ratedAt: '2026-11-22T23:59:59+08:00' }),
      [
        ...onDay('2026-11-22', { 'workersRated:5': 1, starsOfWorkers: 5, 'employersRated:4': 1, starsOfEmployers: 4 }),
        ...onDay(TODAY, { ratingsAsked: 2, ratingsGiven: 2 }),
      ],
    ],
    [
      'one rating of two',
      ratingsShown({ ...about, employerStars: 0 }),
      onDay(TODAY, { 'employersRated:4': 1, starsOfEmployers: 4, ratingsAsked: 2, ratingsGiven: 1 }),
    ],
    ['what nobody has rated', ratingsShown({ ...about, employerStars: 0, workerStars: 0 }), onDay(TODAY, { ratingsAsked: 2 })],
  ])('%s', (_what, event, expected) => {
    expect(inCounty(event).map(({ day, measure, by }) => [day, measure, by])).toEqual(expected)
  })

  it('who was forgotten counts no more from that day on, where he counted, if he did', () => {
    expect(inCounty(personErased(about)).map(({ day, measure, by }) => [day, measure, by])).toEqual(
      onDay(TODAY, { workersErased: -1, 'erasedAged:50': -1 }),
    )
    expect(inCounty(personErased({ ...about, ageBand: 0 })).map(({ measure }) => measure)).toEqual(['workersErased'])
    const known = personErased({ ...about, ageBand: 0, channel: 'chat', verified: true })
    expect(inCounty(known).map(({ measure, by }) => [measure, by])).toEqual([
      ['workersErased', -1],
      ['cameErased:chat', -1],
      ['verifiedErased', -1],
    ])
    expect(fold(personErased({ ...about, wasWorker: false }))).toBeUndefined()
  })

  it('who tells late where he lives leaves those of whom nobody knows', () => {
    const facts = { person: 'x', roles: ['worker'] as const, township: '高唐镇', ageBand: 50 } as const
    const event = { ...personRegistered(about), type: 'townshipTold' as const, facts }
    expect(fold(event)?.additions.map(({ township, measure, by }) => [township, measure, by])).toEqual([
      ['', 'workersRegistered', -1],
      ['高唐镇', 'workersRegistered', 1],
      ['', 'workersAged:50', -1],
      ['高唐镇', 'workersAged:50', 1],
    ])
    expect(fold({ ...event, facts: { ...facts, roles: ['employer'] } })).toBeUndefined()
  })

  it('counts at the four spots where work is, and at two where there is no work', () => {
    const spots = (fold(takeStarted(about))?.additions ?? []).map(({ township, trade, riskClass }) => [township, trade, riskClass])
    expect(spots).toEqual([
      [null, null, null],
      ['古镛镇', null, null],
      [null, '搬运', 4],
      ['古镛镇', '搬运', 4],
    ])
    expect(fold(personRegistered({ ...about, ageBand: 0 }))?.additions.map(({ township }) => township)).toEqual([null, '古镛镇'])
  })

  it('every count but those of people is added by some event', () => {
    const events = [
      personRegistered,
      personErased,
      jobPublished,
      jobInsured,
      jobTaken,
      takeHandedBack,
      takeCancelled,
      takeMissed,
      takeConfirmed,
      takePaid,
      ratingsShown,
    ]
    const all = [...events.map((build) => build(WORK)), takeCancelled({ ...WORK, weather: true }), takeStarted({ ...WORK, covered: true })]
    const seen = [personVerified(WORK), personErased({ ...WORK, verified: true })]
    const measures = [...seen, ...all, takeStarted({ ...WORK, riskClass: 6 })].flatMap(inCounty).map(({ measure }) => measure)
    expect(new Set(COUNTS).difference(new Set<string>(measures))).toEqual(new Set(['takesRepeated', 'workersActive']))
  })
})

describe('what is owed', () => {
  const owed =
    (...events: readonly DomainEvent[]) =>
    (band: number, day: string) =>
      events
        .flatMap(inCounty)
        .filter((each) => each.measure === `owedFen:${band}` && each.day <= day)
        .reduce((sum, { by }) => sum + by, 0)
  const bill = { of: 'bill', at: '2026-11-01T23:59:59+08:00', amountFen: 20_000, seats: 2 }

  it.each([
    ['2026-11-01', [0, 0, 0, 0]],
    ['2026-11-02', [20_000, 0, 0, 0]],
    ['2026-11-04', [20_000, 0, 0, 0]],
    ['2026-11-05', [0, 20_000, 0, 0]],
    ['2026-11-08', [0, 20_000, 0, 0]],
    ['2026-11-09', [0, 0, 20_000, 0]],
    ['2026-12-01', [0, 0, 20_000, 0]],
    ['2026-12-02', [0, 0, 0, 20_000]],
    ['2027-11-01', [0, 0, 0, 20_000]],
  ])('grows older by itself: on %s', (day, bands) => {
    expect([1, 4, 8, 31].map((band) => owed(payDue(bill))(band, day))).toEqual(bands)
  })

  it.each(['2026-11-01', '2026-11-02', '2026-11-06', '2026-11-30', '2026-12-24'])('is gone from the day on which it is paid, %s', (day) => {
    const paid = owed(payDue(bill), billPaid({ ...bill, at: `${day}T10:00:00+08:00`, since: bill.at }))
    const before = Temporal.PlainDate.from(day).subtract({ days: 1 }).toString()
    const total = (on: string) => [1, 4, 8, 31].reduce((sum, band) => sum + paid(band, on), 0)
    expect([total(before), total(day), total('2027-11-01')]).toEqual([before > '2026-11-01' ? 20_000 : 0, 0, 0])
  })

  it('keeps its age when a part of it moves to another bill', () => {
    const moved = { of: 'rest', at: '2026-11-07T10:00:00+08:00', since: bill.at, amountFen: 5000 }
    const left = owed(payDue(bill), billWithdrawn({ ...bill, at: moved.at, since: bill.at }), payDue(moved))
    expect([left(4, '2026-11-06'), left(4, '2026-11-07'), left(8, '2026-11-09')]).toEqual([20_000, 5000, 5000])
  })
})

describe('the day an event counts for', () => {
  it.each([
    ['2026-11-22T15:59:59Z', '2026-11-22'],
    ['2026-11-22T16:00:00Z', '2026-11-23'],
    ['2026-11-30T15:59:59.999Z', '2026-11-30'],
    ['2026-11-30T16:00:00Z', '2026-12-01'],
    ['2026-12-31T16:00:00Z', '2027-01-01'],
    ['2028-02-28T16:00:00Z', '2028-02-29'],
  ])('%s is %s in the county', (instant, day) => {
    expect(inCounty(takeConfirmed({ at: instant, of: 'x' })).find(({ measure }) => measure === 'takesConfirmed')?.day).toBe(day)
  })
})

describe('what counts once', () => {
  it('a person registered in two steps has one key', () => {
    const first = fold(personRegistered(about))
    const second = fold({ ...personRegistered({ ...about, roles: ['worker', 'employer'] }), id: 'personRegistered:x:employer' })
    expect(second?.key).toBe(first?.key)
  })

  it('the steps of one take have each their own key', () => {
    const keys = [takeStarted(about), takeConfirmed(about), takePaid(about)].map((event) => fold(event)?.key)
    expect(new Set(keys).size).toBe(3)
  })
})

describe('cover that begins one minute late', () => {
  const begun = at('2026-11-23T09:00:00+08:00')
  it.each([
    ['one minute before the start', begun.subtract({ minutes: 1 }), 1],
    ['with the start', begun, 1],
    ['one minute after the start', begun.add({ minutes: 1 }), 0],
    ['never', null, 0],
  ])('cover beginning %s', (_when, coveredFrom, covered) => {
    const job = anOpenJob({ takes: [aTake({ coveredFrom })] })
    const change = startWork(job, { worker: LIAO, code: job.startCode, now: begun })
    const added = change.ok ? change.value.events.flatMap((event) => inCounty(event)) : []
    expect(added.filter(({ measure }) => measure === 'takesStarted')).toHaveLength(1)
    expect(added.filter(({ measure }) => measure === 'takesStartedCovered')).toHaveLength(covered)
  })
})
