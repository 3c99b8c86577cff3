import { describe, expect, it } from '@jest/globals'
import { refuse } from '../result.ts'
import { anOpenJob, aTake, at, CHEN, LIAO } from '../testing/builders.ts'
import { granted, refusalOf } from '../testing/outcome.ts'
import { finishWork } from './finish-work.ts'
import type { TakeState } from './take.ts'

const FIVE = at('2026-11-23T17:00:00+08:00')
const atWork = (state: TakeState = 'started', terms: Parameters<typeof anOpenJob>[0] = {}) =>
  anOpenJob({ state: 'working', takes: [aTake({ state })], ...terms })

describe('saying 收工', () => {
  it('finishes the take and leaves the job waiting for the employer', () => {
    const { job, events } = granted(finishWork(atWork(), { worker: LIAO, now: FIVE }))
    expect(job).toEqual(anOpenJob({ state: 'working', takes: [aTake({ state: 'finished', finishedAt: FIVE })] }))
    expect(events).toMatchObject([{ id: 'takeFinished:take-1', at: FIVE, facts: { worker: LIAO } }])
  })

  it.each([
    ['on the first evening', '2026-11-23T17:00:00+08:00', true],
    ['on the second', '2026-11-24T23:59:59.999+08:00', true],
    ['on the last day, early', '2026-11-25T00:00:00+08:00', false],
    ['on the last evening', '2026-11-25T17:00:00+08:00', false],
    ['days later', '2026-11-27T08:00:00+08:00', false],
  ])('of three days %s', (_when, now, goesOn) => {
    const asked = finishWork(atWork('started', { terms: { days: 3, endsAt: at('2026-11-25T17:00:00+08:00') } }), {
      worker: LIAO,
      now: at(now),
    })
    expect(asked).toMatchObject(goesOn ? refuse('work-goes-on', { lastDay: '2026-11-25' }) : { ok: true })
  })

  it('after one night is the next morning', () => {
    const night = { startsAt: at('2026-11-23T22:00:00+08:00'), endsAt: at('2026-11-24T06:00:00+08:00') }
    expect(finishWork(atWork('started', { terms: night }), { worker: LIAO, now: night.endsAt }).ok).toBe(true)
  })

  it.each<[TakeState, string]>([
    ['taken', 'not-started'],
    ['finished', 'already-finished'],
    ['confirmed', 'already-finished'],
    ['paid', 'already-finished'],
    ['cancelled', 'no-take'],
    ['missed', 'no-take'],
  ])('is none for a take that is %s', (state, refusal) => {
    expect(refusalOf(finishWork(atWork(state), { worker: LIAO, now: FIVE }))).toBe(refusal)
  })

  it('is none without a seat', () => {
    expect(refusalOf(finishWork(atWork(), { worker: CHEN, now: FIVE }))).toBe('no-take')
  })
})
