import { describe, expect, it } from '@jest/globals'
import { asId } from '../id.ts'
import { aJob, anOpenJob, aTake, CAI, CHEN, LATE_RULE, LIAO, NOW } from '../testing/builders.ts'
import { granted, happened, refusalOf, takeStates } from '../testing/outcome.ts'
import { cancelJob } from './cancel-job.ts'
import type { JobState } from './job.ts'

const byCai = { rule: LATE_RULE, employer: CAI, now: NOW }
const chens = aTake({ id: asId<'take'>('take-2'), worker: CHEN })

describe('cancelling a job', () => {
  it('frees every seat and tells each worker', () => {
    const change = granted(cancelJob(anOpenJob({ state: 'filled', takes: [aTake(), chens] }), byCai))
    expect(change.job.state).toBe('cancelled')
    expect(takeStates(change)).toEqual(['cancelled', 'cancelled'])
    expect(change.events.map(({ id }) => id)).toEqual(['takeCancelled:take-1', 'takeCancelled:take-2', 'jobCancelled:job-1'])
    expect(change.events.at(-1)?.facts).toMatchObject({ workers: [LIAO, CHEN] })
  })

  it('says nothing to who had given the seat up before', () => {
    const change = granted(cancelJob(anOpenJob({ takes: [aTake({ state: 'cancelled' }), chens] }), byCai))
    expect(change.events.map(({ id }) => id)).toEqual(['takeCancelled:take-2', 'jobCancelled:job-1'])
    expect(change.events.at(-1)?.facts).toMatchObject({ workers: [CHEN] })
  })

  it('of a draft is no event: nobody knew of it and nothing was held', () => {
    const change = granted(cancelJob(aJob(), byCai))
    expect(change.job.state).toBe('cancelled')
    expect(happened(change)).toEqual([])
  })

  it('of an empty open job still gives the funds back', () => {
    expect(happened(granted(cancelJob(anOpenJob(), byCai)))).toEqual(['jobCancelled'])
  })

  it('is the employer’s own word', () => {
    expect(refusalOf(cancelJob(anOpenJob(), { employer: LIAO, rule: LATE_RULE, now: NOW }))).toBe('not-your-job')
  })

  const { startsAt } = anOpenJob().terms
  const aMomentBefore = startsAt.subtract({ milliseconds: 1 })
  it.each([
    ['a moment before it starts, seats held', anOpenJob({ takes: [aTake()] }), aMomentBefore, undefined],
    ['when it starts, seats held', anOpenJob({ takes: [aTake()] }), startsAt, 'cancel-too-late'],
    ['when it starts, all seats held', anOpenJob({ state: 'filled', takes: [aTake(), chens] }), startsAt, 'cancel-too-late'],
    ['long after it ended, seats held', anOpenJob({ takes: [aTake()] }), startsAt.add({ hours: 48 }), 'cancel-too-late'],
    ['when it starts, no seat held', anOpenJob(), startsAt, undefined],
    ['when it starts, the seat given up', anOpenJob({ takes: [aTake({ state: 'cancelled' })] }), startsAt, undefined],
    ['of a draft whose start has passed', aJob(), startsAt.add({ hours: 48 }), undefined],
  ])('is not for whoever came to find no work: %s', (_when, job, now, refusal) => {
    expect(refusalOf(cancelJob(job, { employer: CAI, rule: LATE_RULE, now }))).toBe(refusal)
  })

  it.each<[JobState, string]>([
    ['working', 'cancel-too-late'],
    ['done', 'job-over'],
    ['settled', 'job-over'],
    ['cancelled', 'job-over'],
    ['expired', 'job-over'],
  ])('is refused when the job is %s', (state, refusal) => {
    expect(refusalOf(cancelJob(anOpenJob({ state }), byCai))).toBe(refusal)
  })
})
