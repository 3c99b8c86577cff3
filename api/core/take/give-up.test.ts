import { describe, expect, it } from '@jest/globals'
import { asId } from '../id.ts'
import { anOpenJob, aTake, CHEN, LIAO, NOW } from '../testing/builders.ts'
import { granted, happened, refusalOf, takeStates } from '../testing/outcome.ts'
import { handBack, undoTake } from './give-up.ts'
import type { TakeState } from './take.ts'

const later = (seconds: number) => NOW.add({ milliseconds: Math.round(seconds * 1000) })
const byLiao = { worker: LIAO, now: later(30) }
const chens = (state: TakeState) => aTake({ id: asId<'take'>('take-2'), worker: CHEN, state })

describe('taking a grab back', () => {
  it('within the minute leaves the job as if it had not been', () => {
    const change = granted(undoTake(anOpenJob({ takes: [chens('taken'), aTake()] }), byLiao))
    expect(change.job).toEqual(anOpenJob({ takes: [chens('taken')] }))
    expect(change.events.map(({ id }) => id)).toEqual(['takeUndone:take-1'])
  })

  it.each([
    [0, undefined],
    [59.999, undefined],
    [60, undefined],
    [60.001, 'undo-too-late'],
    [61, 'undo-too-late'],
    [3600, 'undo-too-late'],
  ])('after %p seconds', (seconds, refusal) => {
    expect(refusalOf(undoTake(anOpenJob({ takes: [aTake()] }), { worker: LIAO, now: later(seconds) }))).toBe(refusal)
  })

  it('after a wrong start code stays on record, so that it is no new try', () => {
    const change = granted(undoTake(anOpenJob({ takes: [aTake({ wrongCodes: 1 })] }), byLiao))
    expect(change.job.takes).toEqual([aTake({ wrongCodes: 1, state: 'cancelled', freedBy: 'undone', freedAt: byLiao.now })])
  })
})

it('handing a seat back stays on record', () => {
  const change = granted(handBack(anOpenJob({ takes: [aTake()] }), { worker: LIAO, now: later(3600) }))
  expect(change.job).toEqual(anOpenJob({ takes: [aTake({ state: 'cancelled', freedBy: 'worker', freedAt: later(3600) })] }))
  expect(change.events.map(({ id }) => id)).toEqual(['takeHandedBack:take-1'])
})

describe.each([
  ['undone', undoTake, 'takeUndone'],
  ['handed back', handBack, 'takeHandedBack'],
])('a seat %s', (_how, giveUp, event) => {
  it('opens a full job again and says how many seats there are', () => {
    const change = granted(giveUp(anOpenJob({ state: 'filled', terms: { seats: 2 }, takes: [aTake(), chens('taken')] }), byLiao))
    expect(change.job.state).toBe('open')
    expect(change.events.map(({ id }) => id)).toEqual([`${event}:take-1`, 'jobReopened:job-1:take-1'])
    expect(change.events[1]?.facts).toMatchObject({ seatsLeft: 1 })
  })

  it.each<[TakeState, string, string[]]>([
    ['started', 'working', []],
    ['finished', 'working', []],
    ['confirmed', 'done', ['jobDone']],
    ['paid', 'settled', ['jobDone', 'jobSettled']],
  ])('beside work that is %s leaves nothing waiting for it', (state, after, events) => {
    const change = granted(giveUp(anOpenJob({ state: 'working', takes: [chens(state), aTake()] }), byLiao))
    expect(change.job.state).toBe(after)
    expect(happened(change)).toEqual([event, ...events])
  })

  it.each<[string, readonly TakeState[], string]>([
    ['never had', [], 'no-take'],
    ['given up before', ['cancelled'], 'no-take'],
    ['missed', ['missed'], 'no-take'],
    ['at work', ['started'], 'already-started'],
    ['finished', ['finished'], 'already-started'],
    ['paid', ['paid'], 'already-started'],
  ])('is none that was %s', (_what, states, refusal) => {
    const takes = states.map((state) => aTake({ state }))
    expect(refusalOf(giveUp(anOpenJob({ state: 'working', takes }), byLiao))).toBe(refusal)
  })

  it('is none of somebody else', () => {
    expect(refusalOf(giveUp(anOpenJob({ takes: [chens('taken')] }), byLiao))).toBe('no-take')
  })

  it.each([
    ['when the work is over', 0, 'job-over'],
    ['a moment before', -1, undefined],
  ])('is none any more %s: who did not come has missed it', (_when, milliseconds, refusal) => {
    const now = NOW.add({ seconds: 30 })
    const job = anOpenJob({ terms: { endsAt: now.subtract({ milliseconds }) }, takes: [aTake()] })
    expect(refusalOf(giveUp(job, { worker: LIAO, now }))).toBe(refusal)
  })

  it('keeps who is left', () => {
    expect(takeStates(granted(giveUp(anOpenJob({ takes: [chens('taken'), aTake()] }), byLiao)))[0]).toBe('taken')
  })
})
