import { describe, expect, it } from '@jest/globals'
import { jobView } from '../contract/job.contract.ts'
import { asId } from '../core/id.ts'
import { JOB_STATES } from '../core/job/job.ts'
import { aJob, aLicenceRule, anOpenJob, aTake, at, CAI, CHEN, LIAO, NOW } from '../core/testing/builders.ts'
import { NOTHING_KNOWN } from '../repute/testing/nothing-known.ts'
import { isOffered, showJob, showOffer } from './show-job.ts'

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

  it('tells how long a seat was worked, once its worker has said that he is done', async () => {
    const [startedAt, finishedAt] = [at('2026-11-23T09:00:00+08:00'), at('2026-11-23T12:34:00+08:00')]
    const working = aTake({ state: 'started', startedAt })
    const done = aTake({ id: asId<'take'>('take-2'), worker: CHEN, state: 'finished', startedAt, finishedAt })
    const { takes } = await showJob(anOpenJob({ takes: [working, done] }), CAI, NOTHING_KNOWN)
    expect(takes.map(({ workedMinutes }) => workedMinutes)).toEqual([0, 214])
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

describe('what a job asks of whoever looks for work', () => {
  const welding = anOpenJob({ terms: { trade: '电焊', licences: ['高处作业证'] } })
  const offering = { ...NOTHING_KNOWN, licenceRules: [aLicenceRule()] }
  const holder = (id: typeof LIAO, ...held: readonly (readonly [cert: string, until: string])[]) => ({
    id,
    licences: held.map(([cert, until]) => ({ cert, validUntil: Temporal.PlainDate.from(until) })),
  })

  it.each([
    ['nobody known', undefined, '焊工证'],
    ['nothing to show', holder(LIAO), '焊工证'],
    ['what the law asks', holder(LIAO, ['焊工证', '2026-11-23']), '高处作业证'],
    ['what the employer asks', holder(LIAO, ['高处作业证', '2026-11-23']), '焊工证'],
    ['one that ends the day before', holder(LIAO, ['焊工证', '2026-11-22'], ['高处作业证', '2026-11-23']), '焊工证'],
    ['all of it', holder(LIAO, ['焊工证', '2026-11-23'], ['高处作业证', '2026-11-23']), null],
    ['whoever gives the work', holder(CAI), null],
  ])('%s', async (_who, viewer, lacked) => {
    expect((await showOffer(welding, viewer, offering)).lackedLicence).toBe(lacked)
  })

  it('nothing of whoever has the seat', async () => {
    const taken = anOpenJob({ terms: { trade: '电焊' }, takes: [aTake()] })
    expect((await showOffer(taken, holder(LIAO), offering)).lackedLicence).toBeNull()
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
