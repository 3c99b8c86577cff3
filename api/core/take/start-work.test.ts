import { describe, expect, it } from '@jest/globals'
import { asId } from '../id.ts'
import type { JobChange } from '../job/change.ts'
import type { Job } from '../job/job.ts'
import { refuse } from '../result.ts'
import { anOpenJob, aTake, at, CHEN, LIAO } from '../testing/builders.ts'
import { granted, refusalOf } from '../testing/outcome.ts'
import { earliestStart, lastWorkDay, startWork } from './start-work.ts'
import type { TakeState } from './take.ts'

const NINE = at('2026-11-23T09:00:00+08:00')
const byLiao = { worker: LIAO, code: '4821', now: NINE }
const filled = (about: Parameters<typeof aTake>[0] = {}) => anOpenJob({ state: 'filled', terms: { seats: 1 }, takes: [aTake(about)] })

describe('starting work', () => {
  it('with the right code puts take and job to work', () => {
    const { job, events, butRefused } = granted(startWork(filled(), byLiao))
    expect(job).toEqual({ ...filled({ state: 'started', startedAt: NINE }), state: 'working' })
    expect(events).toMatchObject([{ id: 'takeStarted:take-1', facts: { worker: LIAO, covered: false } }])
    expect(butRefused).toBeUndefined()
  })

  it('is possible while seats are free and when others have begun', () => {
    const started = aTake({ id: asId<'take'>('take-2'), worker: CHEN, state: 'started' })
    expect(granted(startWork(anOpenJob({ takes: [aTake()] }), byLiao)).job.state).toBe('working')
    expect(granted(startWork(anOpenJob({ state: 'working', takes: [started, aTake()] }), byLiao)).job.state).toBe('working')
  })

  it.each([
    ['cover since yesterday', NINE.subtract({ hours: 24 }), true],
    ['cover from this very moment', NINE, true],
    ['cover that begins later', NINE.add({ milliseconds: 1 }), false],
    ['no cover', null, false],
  ])('says whether it is covered: %s', (_what, coveredFrom, covered) => {
    expect(granted(startWork(filled({ coveredFrom }), byLiao)).events).toMatchObject([{ facts: { covered } }])
  })

  it.each([
    ['two hours and a moment before', '2026-11-23T06:59:59.999+08:00', 'too-early-to-start'],
    ['two hours before', '2026-11-23T07:00:00+08:00', undefined],
    ['a moment before the end', '2026-11-23T16:59:59.999+08:00', undefined],
    ['at the end', '2026-11-23T17:00:00+08:00', 'job-over'],
    ['the day after', '2026-11-24T09:00:00+08:00', 'job-over'],
  ])('%s', (_when, now, refusal) => {
    expect(refusalOf(startWork(filled(), { ...byLiao, now: at(now) }))).toBe(refusal)
  })

  it('too early is told from when on', () => {
    const asked = startWork(filled(), { ...byLiao, now: at('2026-11-22T09:00:00+08:00') })
    expect(asked).toEqual(refuse('too-early-to-start', { from: '2026-11-22T23:00:00.000Z' }))
    expect(earliestStart(filled())).toEqual(at('2026-11-23T07:00:00+08:00'))
  })

  it('too early costs no try', () => {
    expect(refusalOf(startWork(filled(), { ...byLiao, code: '0000', now: at('2026-11-22T09:00:00+08:00') }))).toBe('too-early-to-start')
  })

  it.each<[TakeState, string]>([
    ['started', 'already-started'],
    ['finished', 'already-started'],
    ['paid', 'already-started'],
    ['cancelled', 'no-take'],
    ['missed', 'no-take'],
  ])('is none for a take that is %s', (state, refusal) => {
    expect(refusalOf(startWork(filled({ state }), byLiao))).toBe(refusal)
  })

  it('is none without a seat', () => {
    expect(refusalOf(startWork(filled(), { ...byLiao, worker: CHEN }))).toBe('no-take')
  })
})

describe('a wrong start code', () => {
  const guess = (job: Job, code: string): JobChange => granted(startWork(job, { ...byLiao, code }))

  it.each(['4822', '', '482', '48210', ' 4821', '４８２１', '{"$gt":""}'])('%p is written down and refused', (code) => {
    const { job, events, butRefused } = guess(filled(), code)
    expect(job).toEqual(filled({ wrongCodes: 1 }))
    expect(events).toEqual([])
    expect(butRefused).toEqual(refuse('wrong-start-code', { triesLeft: 4 }))
  })

  it('five times locks the code, and then the right one is too late', () => {
    const answers: JobChange[] = []
    let job: Job = filled()
    for (const code of ['0000', '0001', '0002', '0003', '0004']) {
      const answer = guess(job, code)
      answers.push(answer)
      job = answer.job
    }
    expect(answers.map(({ butRefused }) => butRefused?.facts['triesLeft'])).toEqual([4, 3, 2, 1, undefined])
    expect(answers.at(-1)?.butRefused).toEqual(refuse('start-code-locked'))
    expect(startWork(job, byLiao)).toEqual(refuse('start-code-locked'))
  })

  it('four times leaves the fifth try', () => {
    expect(granted(startWork(filled({ wrongCodes: 4 }), byLiao)).job.state).toBe('working')
  })

  it('locks nobody else out', () => {
    const chens = aTake({ id: asId<'take'>('take-2'), worker: CHEN })
    const job = anOpenJob({ takes: [aTake({ wrongCodes: 5 }), chens] })
    expect(granted(startWork(job, { ...byLiao, worker: CHEN })).job.takes[1]?.state).toBe('started')
  })
})

it.each([
  ['one day', 1, '2026-11-23T09:00:00+08:00', '2026-11-23'],
  ['three days', 3, '2026-11-23T09:00:00+08:00', '2026-11-25'],
  ['a night', 1, '2026-11-23T22:00:00+08:00', '2026-11-23'],
  ['early in China, still yesterday in London', 2, '2026-11-23T07:00:00+08:00', '2026-11-24'],
])('the last day of %s', (_what, days, startsAt, last) => {
  expect(lastWorkDay(anOpenJob({ terms: { days, startsAt: at(startsAt) } })).toString()).toBe(last)
})
