import { describe, expect, it } from '@jest/globals'
import { LIMIT } from '../limit.ts'
import { fen } from '../money.ts'
import { refuse } from '../result.ts'
import { aJob, anOpenJob, CAI, LIAO, NOW, someTerms } from '../testing/builders.ts'
import { granted, refusalOf } from '../testing/outcome.ts'
import { JOB_STATES } from './job.ts'
import { fundJob, holdFor, publishJob } from './publish-job.ts'

const byCai = { employer: CAI, now: NOW }

describe('publishing a job', () => {
  const facts = {
    job: 'job-1',
    number: '10244',
    employer: 'cai',
    employerType: 'household',
    township: '古镛镇',
    trade: '搬运',
    riskClass: 3,
    startsAt: '2026-11-23T01:00:00.000Z',
  }
  const head = { county: '350428', at: NOW, demo: false }

  it('waits for the money and says how much it is', () => {
    const { job, events } = granted(publishJob(aJob(), byCai))
    expect(job).toEqual(aJob({ state: 'unpaid' }))
    expect(events).toEqual([{ ...head, id: 'holdAsked:job-1', type: 'holdAsked', facts: { ...facts, amountFen: 30_000 } }])
  })

  it('opens once the money has come in, and not again', () => {
    const { job, events } = fundJob(aJob({ state: 'unpaid' }), { now: NOW })
    expect(job).toEqual(anOpenJob())
    expect(events).toEqual([{ ...head, id: 'jobPublished:job-1', type: 'jobPublished', facts: { ...facts, seats: 3, holdFen: 30_000 } }])
    expect(fundJob(job, { now: NOW })).toEqual({ job, events: [] })
  })

  it('asks for the premium with the pay, and is covered with it', () => {
    const asked = granted(publishJob(aJob({ coverAskedAt: NOW }), byCai))
    expect(asked.events).toMatchObject([{ facts: { amountFen: 31_500 } }])
    const { job, events } = fundJob(asked.job, { now: NOW })
    expect([job.insuredAt, job.coverAskedAt, events.map(({ type }) => type)]).toEqual([NOW, null, ['jobPublished', 'jobInsured']])
  })

  it.each(['credit', 'cash'] as const)('opens at once on %s, with nothing held, and asks for cover apart', (funding) => {
    const { job, events } = granted(publishJob(aJob({ coverAskedAt: NOW }), { ...byCai, funding }))
    expect([job.state, job.funding, job.insuredAt]).toEqual(['open', funding, null])
    expect(events).toMatchObject([
      { type: 'jobPublished', facts: { holdFen: 0 } },
      { type: 'coverAsked', facts: { premiumFen: 1500 } },
    ])
  })

  it.each([
    ['in time', { minutes: 119 }, 'open'],
    ['too late for anybody to come', { minutes: 120 }, 'expired'],
  ])('is paid after its start, %s', (_when, late, state) => {
    expect(fundJob(aJob({ state: 'unpaid' }), { now: someTerms().startsAt.add(late) }).job.state).toBe(state)
  })

  it('is not for whoever owes a worker', () => {
    expect(refusalOf(publishJob(aJob(), { ...byCai, inArrears: true }))).toBe('in-arrears')
  })

  it('tells an event of the demo county apart', () => {
    expect(granted(publishJob(aJob({ demo: true }), byCai)).events[0]?.demo).toBe(true)
  })

  it('holds every seat’s pay for the whole job', () => {
    expect(holdFor(someTerms({ seats: 10, payPerTakeFen: fen(54_000) }))).toBe(540_000)
  })

  it.each([
    ['somebody else', aJob(), { employer: LIAO, now: NOW }, 'not-your-job'],
    ['somebody else, whatever its state', aJob({ state: 'open' }), { employer: LIAO, now: NOW }, 'not-your-job'],
    ['the moment it starts', aJob(), { employer: CAI, now: someTerms().startsAt }, 'start-in-past'],
    ['the moment before', aJob(), { employer: CAI, now: someTerms().startsAt.subtract({ milliseconds: 1 }) }, undefined],
  ])('by or at: %s', (_who, job, by, refusal) => {
    expect(refusalOf(publishJob(job, by))).toBe(refusal)
  })

  it.each([
    [LIMIT.openJobsPerEmployer - 1, undefined],
    [LIMIT.openJobsPerEmployer, 'too-many-open-jobs'],
  ])('with %p open jobs', (openJobs, refusal) => {
    expect(refusalOf(publishJob(aJob(), { ...byCai, openJobs }))).toBe(refusal)
  })

  it('names the limit', () => {
    const limit = LIMIT.openJobsPerEmployer
    expect(publishJob(aJob(), { ...byCai, openJobs: limit })).toEqual(refuse('too-many-open-jobs', { limit }))
  })

  it.each(JOB_STATES.filter((state) => state !== 'draft'))('happens once: not to a job that is %s', (state) => {
    expect(refusalOf(publishJob(aJob({ state }), byCai))).toBe('job-not-draft')
  })
})
