import { describe, expect, it } from '@jest/globals'
import { aJob, anOpenJob, aTake } from '../testing/builders.ts'
import { granted, happened } from '../testing/outcome.ts'
import { expireJob, expiresAt } from './expire-job.ts'
import { JOB_STATES } from './job.ts'

const due = expiresAt(aJob())

describe('a job nobody wanted', () => {
  it('is due two hours after it should have begun', () => {
    expect(due).toEqual(aJob().terms.startsAt.add({ hours: 2 }))
  })

  it.each([
    ['an open one', anOpenJob(), ['jobExpired']],
    ['one whose only taker left', anOpenJob({ takes: [aTake({ state: 'cancelled' })] }), ['jobExpired']],
    ['a draft, in silence', aJob(), []],
    ['one that nobody paid for', aJob({ state: 'unpaid' }), ['jobExpired']],
  ])('expires: %s', (_what, job, events) => {
    const change = granted(expireJob(job, { now: due }))
    expect(change.job.state).toBe('expired')
    expect(happened(change)).toEqual(events)
  })

  it('is left alone a moment before', () => {
    const job = anOpenJob()
    expect(granted(expireJob(job, { now: due.subtract({ milliseconds: 1 }) }))).toEqual({ job, events: [] })
  })

  it('is none when somebody holds a seat', () => {
    const job = anOpenJob({ takes: [aTake()] })
    expect(granted(expireJob(job, { now: due })).job).toBe(job)
  })

  it.each(JOB_STATES.filter((state) => !['draft', 'unpaid', 'open'].includes(state)))('is none when it is %s', (state) => {
    const job = aJob({ state })
    expect(granted(expireJob(job, { now: due })).job).toBe(job)
  })
})
