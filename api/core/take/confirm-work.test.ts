import { describe, expect, it } from '@jest/globals'
import { asId } from '../id.ts'
import type { JobState } from '../job/job.ts'
import { anOpenJob, aTake, CAI, LIAO, NOW } from '../testing/builders.ts'
import { granted, happened, refusalOf, takeStates } from '../testing/outcome.ts'
import { confirmByClock, confirmWork } from './confirm-work.ts'
import type { TakeState } from './take.ts'

const byCai = { employer: CAI, now: NOW }
const working = (...states: readonly TakeState[]) =>
  anOpenJob({
    state: 'working',
    takes: states.map((state, n) => aTake({ id: asId<'take'>(`take-${n + 1}`), worker: asId<'person'>(`worker-${n + 1}`), state })),
  })

describe('confirming', () => {
  it.each<[string, readonly TakeState[], readonly TakeState[], JobState, readonly string[]]>([
    ['the only one', ['finished'], ['confirmed'], 'done', ['takeConfirmed', 'jobDone']],
    ['all at once', ['finished', 'finished'], ['confirmed', 'confirmed'], 'done', ['takeConfirmed', 'takeConfirmed', 'jobDone']],
    ['part of them: one still works', ['finished', 'started'], ['confirmed', 'started'], 'working', ['takeConfirmed']],
    ['part of them: one is still to come', ['finished', 'taken'], ['confirmed', 'taken'], 'working', ['takeConfirmed']],
    ['the last one', ['confirmed', 'finished'], ['confirmed', 'confirmed'], 'done', ['takeConfirmed', 'jobDone']],
    ['the last one, when others are paid', ['paid', 'finished'], ['paid', 'confirmed'], 'done', ['takeConfirmed', 'jobDone']],
    ['beside one who gave up', ['cancelled', 'finished'], ['cancelled', 'confirmed'], 'done', ['takeConfirmed', 'jobDone']],
    ['beside one who stayed away', ['missed', 'finished'], ['missed', 'confirmed'], 'done', ['takeConfirmed', 'jobDone']],
  ])('%s', (_what, before, after, state, events) => {
    const change = granted(confirmWork(working(...before), byCai))
    expect(takeStates(change)).toEqual(after)
    expect(change.job.state).toBe(state)
    expect(happened(change)).toEqual(events)
  })

  it('releases the agreed pay, by the employer’s word', () => {
    expect(granted(confirmWork(working('finished'), byCai)).events[0]).toMatchObject({
      id: 'takeConfirmed:take-1',
      facts: { worker: 'worker-1', payFen: 10_000, automatic: false },
    })
  })

  it.each<[string, readonly TakeState[]]>([
    ['nobody came', []],
    ['nobody is finished', ['started', 'taken']],
    ['everything is confirmed', ['confirmed', 'paid']],
  ])('is none when %s', (_what, states) => {
    expect(refusalOf(confirmWork(working(...states), byCai))).toBe('not-finished')
  })

  it('is nobody else’s word', () => {
    expect(refusalOf(confirmWork(working('finished'), { employer: LIAO, now: NOW }))).toBe('not-your-job')
  })
})

describe('an employer who says nothing', () => {
  const first = asId<'take'>('take-1')

  it('confirms by the clock that one take, and it is told so', () => {
    const change = granted(confirmByClock(working('finished', 'finished'), { take: first, now: NOW }))
    expect(takeStates(change)).toEqual(['confirmed', 'finished'])
    expect(change.events).toMatchObject([{ id: 'takeConfirmed:take-1', facts: { payFen: 10_000, automatic: true } }])
  })

  it('has the job done with the last one', () => {
    expect(happened(granted(confirmByClock(working('finished', 'paid'), { take: first, now: NOW })))).toEqual(['takeConfirmed', 'jobDone'])
  })

  it.each<TakeState>(['taken', 'started', 'confirmed', 'paid', 'cancelled', 'missed'])('confirms none that is %s', (state) => {
    const job = working(state)
    const change = granted(confirmByClock(job, { take: first, now: NOW }))
    expect(change.job).toBe(job)
    expect(change.events).toEqual([])
  })
})
