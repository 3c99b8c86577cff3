import { describe, expect, it } from '@jest/globals'
import { LIMIT } from '../limit.ts'
import { fen } from '../money.ts'
import { refuse } from '../result.ts'
import { aJob, CAI, LIAO, NOW, someTerms } from '../testing/builders.ts'
import { granted, refusalOf } from '../testing/outcome.ts'
import { JOB_STATES } from './job.ts'
import { holdFor, publishJob } from './publish-job.ts'

const byCai = { employer: CAI, now: NOW }

describe('publishing a job', () => {
  it('opens the draft and says what has to be held', () => {
    const { job, events } = granted(publishJob(aJob(), byCai))
    expect(job).toEqual(aJob({ state: 'open', publishedAt: NOW }))
    expect(events).toEqual([
      {
        id: 'jobPublished:job-1',
        type: 'jobPublished',
        county: '350428',
        at: NOW,
        demo: false,
        facts: {
          job: 'job-1',
          number: '10244',
          employer: 'cai',
          township: '古镛镇',
          trade: '搬运',
          riskClass: 3,
          seats: 3,
          holdFen: 30_000,
          startsAt: '2026-11-23T01:00:00.000Z',
        },
      },
    ])
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
