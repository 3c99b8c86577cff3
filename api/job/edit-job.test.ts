import { describe, expect, it } from '@jest/globals'
import { BrokenPromise } from '../core/assert.ts'
import { asId } from '../core/id.ts'
import { cancelJob } from '../core/job/cancel-job.ts'
import { expireJob } from '../core/job/expire-job.ts'
import { accept, refuse } from '../core/result.ts'
import { startWork } from '../core/take/start-work.ts'
import { takeJob } from '../core/take/take-job.ts'
import { anOpenJob, aTake, CAI, LATE_RULE, LIAO, NOW } from '../core/testing/builders.ts'
import type { DecideJob, EditJob } from './edit-job.ts'
import { aCall, openCounty, workerId } from './testing/open-county.ts'

const { number } = anOpenJob()
const grab =
  (worker = LIAO): DecideJob =>
  (job) =>
    takeJob(job, {
      take: asId<'take'>(`take-${worker}`),
      worker,
      now: NOW,
      birthDay: Temporal.PlainDate.from('1980-01-01'),
      licences: [],
      busy: [],
    })
const cancel: DecideJob = (job) => cancelJob(job, { employer: CAI, rule: LATE_RULE, now: NOW })
const start =
  (code: string): DecideJob =>
  (job) =>
    startWork(job, { worker: LIAO, code, now: job.terms.startsAt })

describe('an edit of a job', () => {
  it('writes the job, its events and the key of the call in one document', async () => {
    const { desk, file, store, stored } = openCounty()
    await file()
    const edited = await desk.editByNumber(number, grab(), { call: aCall('m1') })
    expect(await stored()).toEqual(edited.ok && edited.value)
    expect(await stored()).toMatchObject({
      version: 2,
      takes: [{ id: 'take-liao', worker: LIAO }],
      outbox: [{ id: 'jobTaken:take-liao', type: 'jobTaken' }],
      outboxSince: NOW,
      keys: [{ key: 'm1', digest: 'asked', refused: null }],
    })
    expect(store.counts().writes).toBe(1)
  })

  it('that decides on nothing writes nothing', async () => {
    const { desk, file, store, stored } = openCounty()
    await file()
    const edited = await desk.edit(asId<'job'>('job-1'), (job) => expireJob(job, { now: NOW }))
    expect(edited.ok).toBe(true)
    expect(store.counts().writes).toBe(0)
    expect(await stored()).toMatchObject({ version: 1, outbox: [] })
  })

  it('that is refused writes nothing', async () => {
    const { desk, file, store } = openCounty()
    await file(anOpenJob({ state: 'expired' }))
    expect(await desk.editByNumber(number, grab(), { call: aCall('m1') })).toEqual(refuse('job-not-open'))
    expect(store.counts().writes).toBe(0)
  })

  it.each(['10008', '10245', '', '{"$gt":""}', '\ud800'])('of number %p finds no job', async (unknown) => {
    const { desk, file } = openCounty()
    await file()
    expect(await desk.editByNumber(unknown, grab(), { call: aCall('m1') })).toEqual(refuse('job-not-found'))
  })

  it('of an id finds no job of another county', async () => {
    const { desk, file } = openCounty()
    await file({ ...anOpenJob(), county: '350429' })
    expect(await desk.edit(asId<'job'>('job-1'), grab(), { call: aCall('m1') })).toEqual(refuse('job-not-found'))
    expect(await desk.byNumber(number)).toBeUndefined()
  })
})

describe('the same call', () => {
  it('again has one effect and the same answer', async () => {
    const { desk, file, store } = openCounty()
    await file()
    const first = await desk.editByNumber(number, cancel, { call: aCall('m1') })
    expect(await desk.editByNumber(number, cancel, { call: aCall('m1') })).toEqual(first)
    expect(await desk.editByNumber(number, cancel, { call: aCall('m2') })).toEqual(refuse('job-over'))
    expect(store.counts().writes).toBe(1)
  })

  it('at two processes at once has one effect and the same answer', async () => {
    const { desk, elsewhere, file, stored } = openCounty()
    await file()
    const both = await Promise.all([desk, elsewhere.desk].map((each) => each.editByNumber(number, cancel, { call: aCall('m1') })))
    expect(both).toEqual([accept(await stored()), accept(await stored())])
    expect(await stored()).toMatchObject({ version: 2, outbox: [{ type: 'jobCancelled' }] })
  })

  it('asking something else is refused', async () => {
    const { desk, file } = openCounty()
    await file()
    await desk.editByNumber(number, grab(), { call: aCall('m1') })
    expect(await desk.editByNumber(number, cancel, { call: aCall('m1', 'cancel') })).toEqual(refuse('key-reused'))
  })
})

describe('a wrong start code', () => {
  const withTake = () => anOpenJob({ takes: [aTake()] })

  it('is refused, and remembered in the job', async () => {
    const { desk, file, stored } = openCounty()
    await file(withTake())
    expect(await desk.editByNumber(number, start('0000'), { call: aCall('m1') })).toEqual(refuse('wrong-start-code', { triesLeft: 4 }))
    expect(await stored()).toMatchObject({ version: 2, takes: [{ state: 'taken', wrongCodes: 1 }], outbox: [] })
  })

  it('said twice by the same message costs one try and gets the same answer', async () => {
    const { desk, elsewhere, file, stored } = openCounty()
    await file(withTake())
    const wrong = (at: typeof desk) => at.editByNumber(number, start('0000'), { call: aCall('m1') })
    const answers = [...(await Promise.all([wrong(desk), wrong(elsewhere.desk)])), await wrong(desk)]
    expect(answers).toEqual(answers.map(() => refuse('wrong-start-code', { triesLeft: 4 })))
    expect(await stored()).toMatchObject({ version: 2, takes: [{ wrongCodes: 1 }] })
  })

  it('five times locks, whoever asks at whichever process', async () => {
    const { desk, elsewhere, file } = openCounty()
    await file(withTake())
    for (const [n, each] of [desk, elsewhere.desk, desk, elsewhere.desk, desk].entries())
      await each.editByNumber(number, start('0000'), { call: aCall(`m${n}`) })
    expect(await elsewhere.desk.editByNumber(number, start('4821'), { call: aCall('right') })).toEqual(refuse('start-code-locked'))
  })

  it('belongs to a numbered call: without a key nothing could remember it', async () => {
    const { desk, file } = openCounty()
    await file(withTake())
    await expect(desk.editByNumber(number, start('0000'))).rejects.toThrow(BrokenPromise)
  })
})

describe('a crowd in front of a full job', () => {
  const full = () => anOpenJob({ state: 'filled', terms: { seats: 1 }, takes: [aTake({ worker: workerId(0) })] })
  const knock = (desk: ReturnType<typeof openCounty>['desk'], how: EditJob = {}) =>
    Array.from({ length: 200 }, (_, n) => desk.editByNumber(number, grab(workerId(n + 1)), { call: aCall(`m${n}`), ...how }))

  /** Somebody was here a moment ago, so number and job are known. */
  async function aKnownFullJob() {
    const county = openCounty()
    await county.file(full())
    await county.desk.editByNumber(number, grab(workerId(999)), { call: aCall('before') })
    county.store.reset()
    return county
  }

  it('is sent away from memory', async () => {
    const { desk, store } = await aKnownFullJob()
    const answers = await Promise.all(knock(desk, { crowded: true }))
    expect(answers).toEqual(answers.map(() => refuse('job-full')))
    expect(store.counts()).toEqual({ reads: 0, writes: 0 })
  })

  it('that nobody came before looks the number and the job up once', async () => {
    const { desk, file, store } = openCounty()
    await file(full())
    await Promise.all(knock(desk, { crowded: true }))
    expect(store.counts()).toEqual({ reads: 2, writes: 0 })
  })

  it('at a number that is no job’s finds it when there is one', async () => {
    const { desk, file } = openCounty()
    expect(await desk.editByNumber(number, grab(), { call: aCall('m1') })).toEqual(refuse('job-not-found'))
    await file()
    expect((await desk.editByNumber(number, grab(), { call: aCall('m1') })).ok).toBe(true)
  })

  it('is looked up one by one when memory is not to be trusted', async () => {
    const { desk, store } = await aKnownFullJob()
    await Promise.all(knock(desk))
    expect(store.counts()).toEqual({ reads: 200, writes: 0 })
  })
})
