import { describe, expect, it } from '@jest/globals'
import { asId } from '../id.ts'
import type { Job, Terms } from '../job/job.ts'
import { fen } from '../money.ts'
import type { Mark } from '../statistics/mark.ts'
import { anOpenJob, aTake, at, CHEN, LIAO } from '../testing/builders.ts'
import { circularPair, longDays, minorInDanger, overlappingWork, payBelowFloor, payBelowUsual, uninsuredStarts } from './job-rules.ts'

const NINE = '2026-11-23T09:00:00+08:00'
const started = (about: Parameters<typeof aTake>[0] = {}) => aTake({ state: 'started', startedAt: at(NINE), ...about })

describe('dangerous work without cover', () => {
  it.each<[string, number, string | null, number]>([
    ['no cover', 5, null, 1],
    ['the highest class', 6, null, 1],
    ['cover from that very moment', 5, NINE, 0],
    ['cover a minute late', 5, '2026-11-23T09:01:00+08:00', 1],
    ['work that is not dangerous', 4, null, 0],
  ])('%s', (_what, riskClass, coveredFrom, alerts) => {
    const take = started({ coveredFrom: coveredFrom === null ? null : at(coveredFrom) })
    expect(uninsuredStarts(anOpenJob({ terms: { riskClass }, takes: [take] }))).toHaveLength(alerts)
  })

  it('counts everybody of the job who has begun', () => {
    const takes = [started(), started({ id: asId('take-2') }), aTake({ id: asId('take-3') })]
    expect(uninsuredStarts(anOpenJob({ terms: { riskClass: 5 }, takes }))).toEqual([
      {
        ...{ rule: 'high-risk-uninsured', township: '古镛镇', subject: '10244', demo: false, mutedBy: null },
        ...{ from: '2026-11-23', to: '2026-11-24', numbers: { uninsured: 2 }, people: 2 },
      },
    ])
  })
})

describe('pay', () => {
  /** A hundred yuan for eight hours: twelve and a half an hour. */
  it.each<[string, Parameters<typeof aTake>[0], number, number | undefined]>([
    ['as agreed and enough', {}, 1250, undefined],
    ['a fen too little', {}, 1251, 1250],
    ['after a deduction', { agreedFen: fen(8000) }, 1250, 1000],
    [
      'for a part of the work',
      {
        agreedFen: fen(4000),
        deals: [{ kind: 'part-day', amountFen: fen(4000), by: 'employer', reason: '下雨', agreedAt: at(NINE) }],
      },
      1250,
      undefined,
    ],
  ])('an hour: %s', (_what, take, floorFen, hourFen) => {
    const [found] = payBelowFloor(anOpenJob(), aTake(take), floorFen)
    expect(found?.numbers).toEqual(hourFen === undefined ? undefined : { hourFen, floorFen })
  })

  it.each<[string, Partial<Terms>, number, number | undefined]>([
    ['as much as usual', {}, 10_000, undefined],
    ['less, but not by a tenth', {}, 11_111, undefined],
    ['less by a tenth and more', {}, 11_112, 10_000],
    ['of several days, by the day', { days: 3, payPerTakeFen: fen(27_000) }, 10_001, 9000],
  ])('offered: %s', (_what, terms, usualFen, dayFen) => {
    const [found] = payBelowUsual(anOpenJob({ terms }), usualFen)
    expect(found?.numbers).toEqual(dayFen === undefined ? undefined : { dayFen, usualFen })
  })
})

const jobOf = (id: string, startsAt: string, endsAt: string, about: { worker?: typeof LIAO; days?: number; state?: 'missed' } = {}): Job =>
  anOpenJob({
    id: asId<'job'>(id),
    terms: { startsAt: at(`2026-11-${startsAt}+08:00`), endsAt: at(`2026-11-${endsAt}+08:00`), days: about.days ?? 1 },
    takes: [aTake({ worker: about.worker ?? LIAO, state: about.state ?? 'taken' })],
  })
const morning = jobOf('a', '23T07:00', '23T12:00')

describe('one worker in two places', () => {
  it.each<[string, Job, number | undefined]>([
    ['at the same time', jobOf('b', '23T11:59', '23T14:00'), 2],
    ['one right after the other', jobOf('b', '23T12:00', '23T14:00'), undefined],
    ['somebody else', jobOf('b', '23T08:00', '23T10:00', { worker: CHEN }), undefined],
    ['who did not come to the other', jobOf('b', '23T08:00', '23T10:00', { state: 'missed' }), undefined],
    ['the very same job', morning, undefined],
  ])('%s', (_what, other, jobs) => {
    const [found] = overlappingWork(morning, LIAO, [morning, other])
    expect(found?.numbers).toEqual(jobs === undefined ? undefined : { jobs })
  })

  it('is nobody who has given the seat back', () => {
    const back = { ...morning, takes: [aTake({ state: 'cancelled' })] }
    expect(overlappingWork(back, LIAO, [jobOf('b', '23T08:00', '23T10:00')])).toEqual([])
  })
})

describe('a day of work', () => {
  it.each<[string, readonly Job[], readonly [string, number][]]>([
    ['of twelve hours', [jobOf('b', '23T13:00', '23T20:00')], []],
    ['of a minute more', [jobOf('b', '23T13:00', '23T20:01')], [['2026-11-23', 721]]],
    ['on another day', [jobOf('b', '24T08:00', '24T20:00')], []],
    ['within a job of several days', [jobOf('b', '22T13:00', '24T21:00', { days: 3 })], [['2026-11-23', 780]]],
  ])('%s', (_what, others, found) => {
    expect(longDays(morning, LIAO, others).map(({ from, numbers }) => [from, 'minutes' in numbers && numbers.minutes])).toEqual(found)
  })
})

describe('people', () => {
  it.each<[string, number, string, number | undefined]>([
    ['seventeen, dangerous', 5, '2008-11-24', 17],
    ['eighteen that very day', 5, '2008-11-23', undefined],
    ['sixteen, not dangerous', 4, '2010-01-01', undefined],
    ['grown up', 6, '1980-01-01', undefined],
  ])('%s', (_what, riskClass, birthDay, ageYears) => {
    const [found] = minorInDanger(anOpenJob({ terms: { riskClass } }), { id: asId('take-1') }, Temporal.PlainDate.from(birthDay))
    expect(found?.numbers).toEqual(ageYears === undefined ? undefined : { ageYears, riskClass })
  })

  const mark = (day: string): Mark => ({ key: day, at: `${day}T02:00:00.000Z`, day, township: '古镛镇', trade: '搬运', riskClass: 3 })
  it.each<[string, readonly string[], readonly string[], { there: number; back: number } | undefined]>([
    ['both ways within a month', ['2026-11-23'], ['2026-10-24'], { there: 1, back: 1 }],
    ['both ways, but long ago', ['2026-11-23'], ['2026-10-23'], undefined],
    ['one way', ['2026-11-23', '2026-11-20'], [], undefined],
    ['several times', ['2026-11-23', '2026-11-20'], ['2026-11-21', '2026-11-22', '2026-01-01'], { there: 2, back: 2 }],
  ])('who hire each other: %s', (_what, there, back, numbers) => {
    const circle = { one: 'liao', other: 'cai', there: there.map(mark), back: back.map(mark) }
    const [found] = circularPair(anOpenJob(), at(NINE), circle)
    expect(found?.numbers).toEqual(numbers)
    if (found) expect([found.subject, found.from, found.to, found.township]).toEqual(['cai:liao', '2026-11-01', '2026-12-01', ''])
  })
})
