import { describe, expect, it } from '@jest/globals'
import { chatNumber } from '../core/chat-number.ts'
import { asId } from '../core/id.ts'
import type { Job } from '../core/job/job.ts'
import { NO_AGE_LIMITS } from '../core/person/age-limits.ts'
import type { Person } from '../core/person/person.ts'
import { refuse } from '../core/result.ts'
import { undoTake } from '../core/take/give-up.ts'
import { holdsSeat } from '../core/take/take.ts'
import { anOpenJob, at, NOW } from '../core/testing/builders.ts'
import { granted, refusalOf } from '../core/testing/outcome.ts'
import { aCall, openCounty, workerId } from '../job/testing/open-county.ts'
import { NO_STRANGERS } from '../tie/strangers.ts'
import { createTakeJob, type TakeJob } from './take-job.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const { number } = anOpenJob()

const aWorker = (n: number, about: Partial<Person> = {}): Person => ({
  id: workerId(n),
  roles: ['worker'],
  maskedName: '廖*山',
  birthDay: day('1980-01-01'),
  licences: [],
  township: '',
  verified: true,
  demo: false,
  contacts: [],
  postsAs: null,
  ...about,
})

function aMarket() {
  const county = openCounty()
  const ageLimits = NO_AGE_LIMITS
  const [here, there] = [
    createTakeJob({ ...county, ageLimits, licenceRules: [], strangers: NO_STRANGERS, whyPaused: async () => undefined }),
    createTakeJob({ ...county.elsewhere, ageLimits, licenceRules: [], strangers: NO_STRANGERS, whyPaused: async () => undefined }),
  ]
  const grab = (n: number, about: { worker?: Person; number?: string; key?: string; at?: TakeJob } = {}) =>
    (about.at ?? here)({
      worker: about.worker ?? aWorker(n),
      number: about.number ?? number,
      call: aCall(about.key ?? `m${n}`, about.number ?? number),
      now: NOW,
    })
  return { ...county, there, grab }
}

const winners = (answers: readonly { readonly ok: boolean }[]) => answers.filter(({ ok }) => ok).length
const holders = (job: Job | undefined) => new Set(job?.takes.filter(holdsSeat).map(({ worker }) => worker)).size

describe('a thousand workers at five seats', () => {
  it('get exactly five, by five writes and a few reads', async () => {
    const { file, grab, store, stored } = aMarket()
    await file(anOpenJob({ terms: { seats: 5 } }))
    const answers = await Promise.all(Array.from({ length: 1000 }, (_, n) => grab(n)))
    expect(winners(answers)).toBe(5)
    expect(new Set(answers.map(refusalOf))).toEqual(new Set([undefined, 'job-full']))
    expect(store.counts().writes).toBe(5)
    expect(store.counts().reads).toBeLessThan(20)
    const job = await stored()
    expect([job?.state, holders(job), job?.takes.length]).toEqual(['filled', 5, 5])
    expect(job?.outbox.map(({ type }) => type)).toEqual([...Array.from({ length: 5 }, () => 'jobTaken'), 'jobFilled'])
  })

  it('get exactly five at two processes, each told only what is so', async () => {
    const { file, grab, stored, there } = aMarket()
    await file(anOpenJob({ terms: { seats: 5 } }))
    const answers = await Promise.all(Array.from({ length: 1000 }, (_, n) => grab(n, n % 2 ? { at: there } : {})))
    expect(winners(answers)).toBe(5)
    const job = await stored()
    const won = answers.flatMap((answer, n) => (answer.ok ? [workerId(n)] : []))
    expect(job?.takes.map(({ worker }) => worker).sort()).toEqual(won.sort())
  })

  it('all of whom come late cost the database nothing', async () => {
    const { file, grab, store } = aMarket()
    await file(anOpenJob({ terms: { seats: 1 } }))
    await grab(0)
    store.reset()
    const answers = await Promise.all(Array.from({ length: 1000 }, (_, n) => grab(n + 1)))
    expect(winners(answers)).toBe(0)
    expect(store.counts()).toEqual({ reads: 0, writes: 0 })
  })

  it('each say it five times and still get exactly five', async () => {
    const { file, grab, stored } = aMarket()
    await file(anOpenJob({ terms: { seats: 5 } }))
    const answers = await Promise.all(Array.from({ length: 250 }, (_, n) => grab(n % 50)))
    const job = await stored()
    expect([holders(job), job?.version]).toEqual([5, 6])
    expect(winners(answers)).toBe(25)
  })
})

describe('the same message', () => {
  it('is one take, answered the same, at whichever process', async () => {
    const { file, grab, stored, there } = aMarket()
    await file()
    const [first, ...rest] = [...(await Promise.all([grab(1), grab(1, { at: there })])), await grab(1)]
    expect(rest).toEqual(rest.map(() => first))
    expect(await stored()).toMatchObject({ version: 2, takes: [{ worker: workerId(1) }] })
  })

  it('is no second take after the first was undone', async () => {
    const { desk, file, grab, stored } = aMarket()
    await file()
    await grab(1)
    await desk.editByNumber(number, (job) => undoTake(job, { worker: workerId(1), now: NOW }), { call: aCall('undo') })
    expect(granted(await grab(1)).takes).toEqual([])
    expect(granted(await grab(1, { key: 'new' })).takes).toHaveLength(1)
    expect(holders(await stored())).toBe(1)
  })

  it('names a take of its own at each job, whatever a client makes of its keys', async () => {
    const { file, grab } = aMarket()
    const tomorrow = { startsAt: at('2026-11-24T09:00:00+08:00'), endsAt: at('2026-11-24T17:00:00+08:00') }
    await file()
    const other = await file(anOpenJob({ id: asId<'job'>('job-2'), number: chatNumber(1025), terms: tomorrow }))
    const [one] = granted(await grab(1, { key: 'same' })).takes
    const [two] = granted(await grab(1, { key: 'same', number: other.number })).takes
    expect(one?.id).not.toBe(two?.id)
  })
})

describe('a grab looks', () => {
  it('at what else the worker has promised', async () => {
    const { file, grab, stored } = aMarket()
    const first = await file()
    const next = { startsAt: first.terms.startsAt.add({ hours: 7 }), endsAt: first.terms.endsAt.add({ hours: 7 }) }
    const clash = await file(anOpenJob({ id: asId<'job'>('job-2'), number: chatNumber(1025), terms: next }))
    await grab(1)
    expect(await grab(1, { number: clash.number, key: 'other' })).toEqual(refuse('time-clash', { number: first.number }))
    expect(holders(await stored('job-2'))).toBe(0)
    expect((await grab(2, { number: clash.number })).ok).toBe(true)
  })

  it('at what the worker promises at the same moment', async () => {
    const { file, grab } = aMarket()
    await file()
    const clash = await file(anOpenJob({ id: asId<'job'>('job-2'), number: chatNumber(1025) }))
    const both = await Promise.all([grab(1), grab(1, { number: clash.number, key: 'other' })])
    expect(both.map(refusalOf)).toEqual([undefined, 'time-clash'])
  })

  it('at the licence and its last day', async () => {
    const { file, grab } = aMarket()
    await file(anOpenJob({ terms: { licences: ['焊工'] } }))
    const welder = (validUntil: string) => aWorker(1, { licences: [{ cert: '焊工', validUntil: day(validUntil) }] })
    expect(await grab(1)).toEqual(refuse('licence-missing', { licence: '焊工' }))
    expect(refusalOf(await grab(1, { worker: welder('2026-11-22') }))).toBe('licence-missing')
    expect((await grab(1, { worker: welder('2026-11-23') })).ok).toBe(true)
  })

  it.each([
    ['17', '2009-01-01', 'guardian-needed'],
    ['18', '2008-11-23', undefined],
    ['46', '1980-01-01', undefined],
  ])('at the age where the trade is risky: %s', async (_years, birthDay, refusal) => {
    const { file, grab } = aMarket()
    await file(anOpenJob({ terms: { riskClass: 5 } }))
    expect(refusalOf(await grab(1, { worker: aWorker(1, { birthDay: day(birthDay) }) }))).toBe(refusal)
  })

  it('for a job that is there', async () => {
    const { grab } = aMarket()
    expect(await grab(1)).toEqual(refuse('job-not-found'))
  })
})
