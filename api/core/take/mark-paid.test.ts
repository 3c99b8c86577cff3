import { describe, expect, it } from '@jest/globals'
import { asId } from '../id.ts'
import { closeJob, closesAt } from '../job/close-job.ts'
import type { JobState } from '../job/job.ts'
import { fen } from '../money.ts'
import { anOpenJob, aTake, NOW } from '../testing/builders.ts'
import { granted, happened, takeStates } from '../testing/outcome.ts'
import { markPaid } from './mark-paid.ts'
import type { TakeState } from './take.ts'

const first = { take: asId<'take'>('take-1'), now: NOW }
const jobOf = (state: JobState, ...states: readonly TakeState[]) =>
  anOpenJob({
    state,
    takes: states.map((take, n) => aTake({ id: asId<'take'>(`take-${n + 1}`), worker: asId<'person'>(`worker-${n + 1}`), state: take })),
  })

describe('paying', () => {
  it.each<[string, JobState, readonly TakeState[], JobState, readonly string[]]>([
    ['the only one settles the job', 'done', ['confirmed'], 'settled', ['takePaid', 'jobSettled']],
    ['the last one settles the job', 'done', ['confirmed', 'paid'], 'settled', ['takePaid', 'jobSettled']],
    ['one of two does not', 'done', ['confirmed', 'confirmed'], 'done', ['takePaid']],
    ['one while another works does not', 'working', ['confirmed', 'started'], 'working', ['takePaid']],
    ['one while another is to come does not', 'working', ['confirmed', 'taken'], 'working', ['takePaid']],
    ['the last beside one who gave up does', 'done', ['confirmed', 'cancelled'], 'settled', ['takePaid', 'jobSettled']],
  ])('%s', (_what, state, takes, after, events) => {
    const change = granted(markPaid(jobOf(state, ...takes), first))
    expect(takeStates(change)[0]).toBe('paid')
    expect(change.job.state).toBe(after)
    expect(happened(change)).toEqual(events)
  })

  it('says how much', () => {
    expect(granted(markPaid(jobOf('done', 'confirmed'), first)).events[0]).toMatchObject({
      id: 'takePaid:take-1',
      facts: { payFen: 10_000, taxFen: 0 },
    })
    expect(granted(markPaid(jobOf('done', 'confirmed'), { ...first, taxFen: fen(300) })).events[0]).toMatchObject({
      facts: { payFen: 10_000, taxFen: 300 },
    })
  })

  it('twice is once', () => {
    const once = granted(markPaid(jobOf('done', 'confirmed'), first)).job
    const twice = granted(markPaid(once, first))
    expect(twice.job).toBe(once)
    expect(twice.events).toEqual([])
  })

  it.each<[string, readonly TakeState[]]>([
    ['a take nobody knows', []],
    ['one that is not confirmed', ['finished']],
    ['one given up', ['cancelled']],
  ])('changes nothing for %s', (_what, states) => {
    const job = jobOf('working', ...states)
    expect(granted(markPaid(job, first)).job).toBe(job)
  })

  it('before the job is closed settles it at the close', () => {
    const paid = granted(markPaid(jobOf('working', 'confirmed', 'taken'), first)).job
    const closed = granted(closeJob(paid, { now: closesAt(paid) }))
    expect(closed.job.state).toBe('settled')
    expect(happened(closed)).toEqual(['takeMissed', 'jobDone', 'jobSettled'])
  })
})
