import { describe, expect, it } from '@jest/globals'
import { jobView } from '../contract/job.contract.ts'
import { asId } from '../core/id.ts'
import { JOB_STATES } from '../core/job/job.ts'
import { aJob, anOpenJob, aTake, CAI, CHEN, LIAO, NOW } from '../core/testing/builders.ts'
import { NOTHING_KNOWN } from '../repute/testing/nothing-known.ts'
import { isOffered, showJob } from './show-job.ts'

const chens = aTake({ id: asId<'take'>('take-2'), worker: CHEN, coveredFrom: NOW })
const job = anOpenJob({ takes: [aTake(), chens] })

describe('a job as somebody sees it', () => {
  it('fits the contract, whoever looks', async () => {
    for (const viewer of [CAI, LIAO, undefined]) expect(jobView.parse(await showJob(job, viewer, NOTHING_KNOWN))).toBeDefined()
  })

  it('tells its employer who comes, by masked names, and the start code', async () => {
    expect(await showJob(job, CAI, NOTHING_KNOWN)).toMatchObject({
      isEmployer: true,
      startCode: '4821',
      mine: null,
      seatsLeft: 1,
      totalFen: 30_000,
      takes: [
        { take: 'take-1', workerName: 'liao*', state: 'taken', insured: false },
        { take: 'take-2', workerName: 'chen*', state: 'taken', insured: true },
      ],
    })
  })

  it('tells a worker of the own seat only', async () => {
    const mine = { take: 'take-1', workerName: 'liao*', state: 'taken', insured: false }
    expect(await showJob(job, LIAO, NOTHING_KNOWN)).toMatchObject({ isEmployer: false, startCode: null, mine, takes: [] })
  })

  it.each([
    ['a stranger', asId<'person'>('stranger')],
    ['nobody known', undefined],
  ])('tells %s neither code nor takes', async (_who, viewer) => {
    const seen = await showJob(job, viewer, NOTHING_KNOWN)
    expect(seen).toMatchObject({ isEmployer: false, startCode: null, mine: null, takes: [], employerName: 'cai*' })
    expect(JSON.stringify(seen)).not.toMatch(/4821|liao|chen/)
  })

  it.each([
    ['insured', NOW, true],
    ['not insured', null, false],
  ])('tells everybody whether it is insured: %s', async (_what, insuredAt, insured) => {
    expect((await showJob(anOpenJob({ insuredAt }), undefined, NOTHING_KNOWN)).insured).toBe(insured)
  })

  it('tells no code of a draft', async () => {
    expect((await showJob(aJob(), CAI, NOTHING_KNOWN)).startCode).toBeNull()
  })

  it('tells a worker of the seat held now rather than of one given up, else of the newest given up', async () => {
    const given = aTake({ id: asId<'take'>('old'), state: 'cancelled' })
    const newer = aTake({ id: asId<'take'>('newer'), state: 'missed' })
    expect((await showJob(anOpenJob({ takes: [aTake(), given] }), LIAO, NOTHING_KNOWN)).mine).toMatchObject({ take: 'take-1' })
    expect((await showJob(anOpenJob({ takes: [given, newer] }), LIAO, NOTHING_KNOWN)).mine).toMatchObject({
      take: 'newer',
      state: 'missed',
    })
  })
})

it.each(JOB_STATES)('a job that is %s is offered only when it is open', (state) => {
  expect(isOffered(anOpenJob({ state }), NOW)).toBe(state === 'open')
})

it.each([1, 3])('a job of %p days is offered until its first work day is over', (days) => {
  const firstEnd = job.terms.endsAt
  const long = anOpenJob({ terms: { days, endsAt: firstEnd.add({ hours: (days - 1) * 24 }) } })
  expect([isOffered(long, firstEnd.subtract({ milliseconds: 1 })), isOffered(long, firstEnd)]).toEqual([true, false])
})
