import { describe, expect, it } from '@jest/globals'
import { asId } from '../id.ts'
import type { Take, TakeState } from '../take/take.ts'
import { anOpenJob, aTake, CHEN, NOW } from '../testing/builders.ts'
import { granted, happened, takeStates } from '../testing/outcome.ts'
import { closeJob, closesAt } from './close-job.ts'
import { JOB_STATES, type JobState } from './job.ts'

const due = closesAt(anOpenJob())
const chens = (state: TakeState) => aTake({ id: asId<'take'>('take-2'), worker: CHEN, state })
const jobOf = (state: JobState, ...takes: Take[]) => anOpenJob({ state, takes })
const close = (job = anOpenJob(), now = due) => granted(closeJob(job, { now }))

describe('closing a job well after its end', () => {
  it('is due twelve hours after the last moment of work', () => {
    expect(due).toEqual(anOpenJob().terms.endsAt.add({ hours: 12 }))
  })

  it.each<[string, JobState, TakeState[], JobState, TakeState[], string[]]>([
    ['nobody ever came', 'open', [], 'expired', [], ['jobExpired']],
    ['who took a seat stayed away', 'open', ['taken'], 'expired', ['missed'], ['takeMissed', 'jobExpired']],
    ['all stayed away', 'filled', ['taken', 'taken'], 'expired', ['missed', 'missed'], ['takeMissed', 'takeMissed', 'jobExpired']],
    ['all gave up before', 'open', ['cancelled', 'cancelled'], 'expired', ['cancelled', 'cancelled'], ['jobExpired']],
    ['one forgot 收工', 'working', ['started'], 'working', ['finished'], ['takeFinished']],
    ['one forgot, one stayed away', 'working', ['started', 'taken'], 'working', ['finished', 'missed'], ['takeFinished', 'takeMissed']],
    ['one is confirmed, one stayed away', 'working', ['confirmed', 'taken'], 'done', ['confirmed', 'missed'], ['takeMissed', 'jobDone']],
    ['one is paid, one stayed away', 'working', ['paid', 'taken'], 'settled', ['paid', 'missed'], ['takeMissed', 'jobDone', 'jobSettled']],
    ['one is paid, one forgot', 'working', ['paid', 'started'], 'working', ['paid', 'finished'], ['takeFinished']],
  ])('when %s', (_what, state, takes, after, takesAfter, events) => {
    const [first, second] = takes
    const change = close(jobOf(state, ...(first ? [aTake({ state: first })] : []), ...(second ? [chens(second)] : [])))
    expect(change.job.state).toBe(after)
    expect(takeStates(change)).toEqual(takesAfter)
    expect(happened(change)).toEqual(events)
  })

  it('finishes forgotten work at the agreed end, not when it was noticed', () => {
    const { job } = close(jobOf('working', aTake({ state: 'started', startedAt: NOW })))
    expect(job.takes[0]?.finishedAt).toEqual(job.terms.endsAt)
  })

  it('keeps the word of who said 收工', () => {
    const finished = aTake({ state: 'finished', startedAt: NOW, finishedAt: NOW })
    expect(close(jobOf('working', finished, chens('taken'))).job.takes[0]).toEqual(finished)
  })

  it.each([
    ['a moment too early', jobOf('filled', aTake()), due.subtract({ milliseconds: 1 })],
    ['closed before', jobOf('working', aTake({ state: 'finished' }), chens('missed')), due],
    ...JOB_STATES.filter((state) => !['open', 'filled', 'working'].includes(state)).map((state) => [state, jobOf(state), due] as const),
  ])('writes nothing when there is nothing to close: %s', (_what, job, now) => {
    const change = close(job, now)
    expect(change.events).toEqual([])
    expect(change.job).toBe(job)
  })
})
