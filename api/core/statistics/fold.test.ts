import { describe, expect, it } from '@jest/globals'
import { startWork } from '../take/start-work.ts'
import { anOpenJob, aTake, at, LIAO } from '../testing/builders.ts'
import { MEASURES } from './catalogue.ts'
import { fold } from './fold.ts'
import { jobCancelled, jobInsured, jobPublished, personRegistered, takeConfirmed, takePaid, takeStarted } from './testing/events.ts'

const about = { at: '2026-11-23T10:00:00+08:00', of: 'x' }

describe('what an event adds', () => {
  it.each([
    ['a worker', personRegistered(about), { workersRegistered: 1 }],
    ['a worker who also hires', personRegistered({ ...about, roles: ['worker', 'employer'] }), { workersRegistered: 1 }],
    ['an employer', personRegistered({ ...about, roles: ['employer'] }), {}],
    ['a job for ten', jobPublished({ ...about, seats: 10 }), { jobsPosted: 1, seatsPosted: 10 }],
    ['a cancelled job', jobCancelled(about), {}],
    ['a premium of 15 yuan', jobInsured({ ...about, premiumFen: 1500 }), { premiumFen: 1500 }],
    ['a covered start', takeStarted({ ...about, covered: true }), { takesStarted: 1, takesStartedCovered: 1 }],
    ['a start without cover', takeStarted(about), { takesStarted: 1 }],
    ['a high-risk start without cover', takeStarted({ ...about, riskClass: 5 }), { takesStarted: 1, highRiskUninsured: 1 }],
    ['a covered high-risk start', takeStarted({ ...about, riskClass: 6, covered: true }), { takesStarted: 1, takesStartedCovered: 1 }],
    ['a confirmed take', takeConfirmed(about), { takesConfirmed: 1 }],
    ['300 yuan paid', takePaid({ ...about, payFen: 30_000 }), { paidFen: 30_000 }],
  ])('%s', (_what, event, increments) => {
    const added = fold(event)?.increments ?? []
    expect(Object.fromEntries(added.map(({ measure, by }) => [measure, by]))).toEqual(increments)
  })

  it('every measure is added by some event', () => {
    const uncovered = takeStarted({ ...about, riskClass: 6 })
    const all = [personRegistered(about), jobPublished(about), jobInsured(about), takeStarted({ ...about, covered: true }), uncovered]
    const measures = [...all, takeConfirmed(about), takePaid(about)].flatMap((event) => fold(event)?.increments ?? [])
    expect(new Set(measures.map(({ measure }) => measure))).toEqual(new Set(MEASURES))
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
    expect(fold(takeConfirmed({ at: instant, of: 'x' }))?.day.toString()).toBe(day)
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
    const added = change.ok ? change.value.events.flatMap((event) => fold(event)?.increments ?? []) : []
    expect(added.filter(({ measure }) => measure === 'takesStarted')).toHaveLength(1)
    expect(added.filter(({ measure }) => measure === 'takesStartedCovered')).toHaveLength(covered)
  })
})
