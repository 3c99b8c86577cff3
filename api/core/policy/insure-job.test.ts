import { describe, expect, it } from '@jest/globals'
import { asId } from '../id.ts'
import { JOB_STATES } from '../job/job.ts'
import { aJob, anOpenJob, aTake, CAI, CHEN, LIAO, NOW } from '../testing/builders.ts'
import { coverPaid, insureJob } from './insure-job.ts'

const EARLIER = NOW.subtract({ hours: 1 })
const insured = (job = anOpenJob(), employer = CAI) => insureJob(job, { employer, now: NOW })

describe('insuring a job', () => {
  it('asks for the premium, once', () => {
    const decision = insured(anOpenJob({ terms: { seats: 3, days: 2, riskClass: 3 } }))
    expect(decision).toMatchObject({
      ok: true,
      value: { job: { insuredAt: null, coverAskedAt: NOW }, events: [{ id: 'coverAsked:job-1', facts: { premiumFen: 3000 } }] },
    })
    const again = anOpenJob({ coverAskedAt: EARLIER })
    expect(insured(again)).toEqual({ ok: true, value: { job: again, events: [] } })
  })

  it('of a draft only remembers that cover is wanted', () => {
    expect(insured(aJob())).toMatchObject({ ok: true, value: { job: { coverAskedAt: NOW }, events: [] } })
  })

  it('covers the seats that are held from the premium on, and says once what happened', () => {
    const gone = aTake({ id: asId('take-2'), worker: CHEN, state: 'cancelled' })
    const paid = coverPaid(anOpenJob({ coverAskedAt: EARLIER, takes: [aTake(), gone], terms: { seats: 3, days: 2, riskClass: 3 } }), {
      now: NOW,
    })
    expect(paid).toMatchObject({
      job: { insuredAt: NOW, coverAskedAt: null, takes: [{ coveredFrom: NOW }, { coveredFrom: null }] },
      events: [{ id: 'jobInsured:job-1', type: 'jobInsured', at: NOW, facts: { job: 'job-1', number: '10244', premiumFen: 3000 } }],
    })
    expect(coverPaid(paid.job, { now: NOW })).toEqual({ job: paid.job, events: [] })
  })

  it('never covers work that has begun, however early it was asked for', () => {
    const begun = anOpenJob({ state: 'working', coverAskedAt: EARLIER, takes: [aTake({ state: 'started', startedAt: NOW })] })
    expect(coverPaid(begun, { now: NOW })).toEqual({ job: begun, events: [] })
  })

  it.each([
    ["another's job", anOpenJob(), LIAO, 'not-your-job'],
    ['a second time', anOpenJob({ insuredAt: EARLIER }), CAI, 'already-insured'],
    ['a trade of class 6', anOpenJob({ terms: { riskClass: 6 } }), CAI, 'trade-uninsurable'],
    [
      'when one has started',
      anOpenJob({ state: 'working', takes: [aTake({ state: 'started', startedAt: NOW })] }),
      CAI,
      'too-late-to-insure',
    ],
    [
      'when one has finished',
      anOpenJob({ state: 'working', takes: [aTake({ state: 'paid', startedAt: NOW })] }),
      CAI,
      'too-late-to-insure',
    ],
  ])('refuses %s', (_what, job, employer, refusal) => {
    expect(insured(job, employer)).toMatchObject({ ok: false, refusal })
  })

  it.each(JOB_STATES)('of a job that is %s', (state) => {
    const isOver = ['done', 'settled', 'cancelled', 'expired'].includes(state)
    const refusal = isOver ? 'job-over' : 'pay-first'
    expect(insured(aJob({ state }))).toMatchObject(isOver || state === 'unpaid' ? { ok: false, refusal } : { ok: true })
  })
})
