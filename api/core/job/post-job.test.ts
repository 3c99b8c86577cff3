import { describe, expect, it } from '@jest/globals'
import { chatNumber } from '../chat-number.ts'
import { asId } from '../id.ts'
import { LIMIT } from '../limit.ts'
import { fen } from '../money.ts'
import { refuse } from '../result.ts'
import { aJob, CAI, NOW, someTerms } from '../testing/builders.ts'
import { granted, refusalOf } from '../testing/outcome.ts'
import { type Posting, postJob } from './post-job.ts'

const { payPerTakeFen: _pay, endsAt: _ends, ...plain } = someTerms()
const offered = { ...plain, hoursPerDay: null }
const posting: Posting = {
  id: asId<'job'>('job-1'),
  number: chatNumber(1024),
  county: '350428',
  demo: false,
  employer: CAI,
  startCode: '4821',
  now: NOW,
  floorFenPerHour: fen(1950),
  openJobs: 0,
}

describe('posting a job', () => {
  it('files a draft with the terms worked out, no takes and no publication', () => {
    expect(granted(postJob(offered, posting))).toEqual(aJob())
  })

  it.each([
    [0, undefined],
    [LIMIT.openJobsPerEmployer - 1, undefined],
    [LIMIT.openJobsPerEmployer, 'too-many-open-jobs'],
  ])('with %p open jobs', (openJobs, refusal) => {
    expect(refusalOf(postJob(offered, { ...posting, openJobs }))).toBe(refusal)
  })

  it('names the limit', () => {
    const asked = postJob(offered, { ...posting, openJobs: LIMIT.openJobsPerEmployer })
    expect(asked).toEqual(refuse('too-many-open-jobs', { limit: LIMIT.openJobsPerEmployer }))
  })

  it('refuses terms that may not be published', () => {
    expect(refusalOf(postJob({ ...offered, startsAt: NOW }, posting))).toBe('start-in-past')
  })
})
