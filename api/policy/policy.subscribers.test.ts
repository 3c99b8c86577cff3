import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { DomainEvent } from '../core/event.ts'
import { asId } from '../core/id.ts'
import { takeEvent } from '../core/job/change.ts'
import type { Job } from '../core/job/job.ts'
import { insurePaid } from '../core/job/publish-paid.ts'
import type { Entry } from '../core/ledger/entry.ts'
import { undoTake } from '../core/take/give-up.ts'
import type { Take } from '../core/take/take.ts'
import { anOpenJob, aTake, CAI, CHEN, LIAO, NOW } from '../core/testing/builders.ts'
import { createEditor } from '../store/editor.ts'
import type { Store } from '../store/port.ts'
import { openSqlite } from '../store/sqlite/open-sqlite.ts'
import { policies, policyId } from './policy.collection.ts'
import { createPolicySubscriber } from './policy.subscribers.ts'

const county = '350428'
const SOON = NOW.add({ seconds: 30 })
const LATER = NOW.add({ minutes: 10 })
const liao = aTake({ worker: LIAO })
const chen = aTake({ id: asId('take-2'), worker: CHEN, state: 'cancelled' })

describe('policies follow the job', () => {
  let store: Store
  let job: Job
  let moved: string[]
  beforeEach(() => {
    store = openSqlite({ file: ':memory:' })
    moved = []
  })
  afterEach(() => store.close())

  const moveMoney = async ({ key, at }: Entry) => {
    const said = `${key} ${at}`
    if (!moved.includes(said)) moved.push(said)
  }
  const subscriberOn = (on: Store) =>
    createPolicySubscriber({
      store: on,
      editor: createEditor({ store: on, monotonicMs: () => 0 }),
      county,
      jobByNumber: (number) => Promise.resolve(number === job.number ? job : undefined),
      moveMoney,
    })
  const tell = (...events: readonly DomainEvent[]) =>
    events.reduce((before, event) => before.then(() => subscriberOn(store).run(event)), Promise.resolve())
  const policyOf = (take: Take) => store.get(policies, county, policyId(take.id))

  function insured(about: Job = anOpenJob({ takes: [liao, chen] })): readonly DomainEvent[] {
    const decision = insurePaid(about, { employer: CAI, now: NOW })
    if (!decision.ok) throw new Error(decision.refusal)
    job = decision.value.job
    return decision.value.events
  }
  function undone(): readonly DomainEvent[] {
    const decision = undoTake(job, { worker: LIAO, now: SOON })
    if (!decision.ok) throw new Error(decision.refusal)
    job = decision.value.job
    return decision.value.events
  }
  const jobTaken = (take: Take, isInsured = true) =>
    takeEvent('jobTaken', { job, take, at: NOW }, { insured: isInsured, publishedAt: '', first: true })
  const withTake = (take: Take) => {
    job = { ...job, takes: [...job.takes.filter(({ id }) => id !== take.id), take] }
    return take
  }

  it('insures the seats that are held, each once however often it is told', async () => {
    const events = insured()
    await tell(...events, ...events)
    expect(await policyOf(liao)).toMatchObject({ state: 'booked', worker: 'liao', effectiveFrom: NOW, premiumFen: 500, version: 1 })
    expect(await policyOf(chen)).toBeUndefined()
    expect(moved).toEqual([`premium:take-1 ${NOW}`])
  })

  it('insures who takes a seat later, from then on', async () => {
    insured(anOpenJob())
    await tell(jobTaken(withTake(aTake({ coveredFrom: LATER }))))
    expect(await policyOf(liao)).toMatchObject({ state: 'booked', effectiveFrom: LATER })
  })

  it('insures nobody on a job without cover', async () => {
    job = anOpenJob({ takes: [liao] })
    await tell(jobTaken(liao, false))
    expect([await policyOf(liao), moved]).toEqual([undefined, []])
  })

  it('voids what is given up and returns its premium, each once', async () => {
    const before = insured()
    await tell(...before)
    const after = undone()
    await tell(...after, ...before, ...after)
    expect(await policyOf(liao)).toMatchObject({ state: 'void', voidedAt: SOON, version: 2 })
    expect(moved).toEqual([`premium:take-1 ${NOW}`, `premium-return:take-1 ${SOON}`])
  })

  it.each(['takeHandedBack', 'takeCancelled', 'takeMissed'] as const)('voids at %s', async (type) => {
    await tell(...insured())
    const gone = withTake({ ...liao, coveredFrom: NOW, state: type === 'takeMissed' ? 'missed' : 'cancelled' })
    await tell(takeEvent(type, { job, take: gone, at: LATER }, {}))
    expect(await policyOf(liao)).toMatchObject({ state: 'void', voidedAt: LATER })
  })

  it('keeps the policy of who has started, whatever is told late', async () => {
    const events = insured()
    await tell(...events)
    withTake({ ...liao, coveredFrom: NOW, state: 'started', startedAt: LATER })
    await tell(...events, jobTaken(liao))
    expect(await policyOf(liao)).toMatchObject({ state: 'booked' })
  })

  it('books nothing for a take that was undone before anyone heard of it', async () => {
    await tell(...insured(), ...undone())
    expect([await policyOf(liao), moved]).toEqual([undefined, []])
  })

  it('does not leave a take insured that was given up elsewhere while the booking stalled', async () => {
    const events = insured()
    const [reached, stalled] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const stalling: Store['insert'] = async (into, doc) => {
      reached.resolve()
      await stalled.promise
      return store.insert(into, doc)
    }
    const booking = events.map((event) => subscriberOn({ ...store, insert: stalling }).run(event))
    await reached.promise
    await tell(...undone())
    expect(await policyOf(liao)).toBeUndefined()
    stalled.resolve()
    await Promise.all(booking)
    expect(await policyOf(liao)).toMatchObject({ state: 'void' })
    expect(moved.map((said) => said.split(' ')[0])).toEqual(['premium:take-1', 'premium-return:take-1'])
  })

  it('insures who took over a seat with the premium that its last worker gave back', async () => {
    const events = insured(anOpenJob({ takes: [liao], terms: { seats: 1 } }))
    await tell(...events)
    withTake({ ...liao, coveredFrom: NOW, state: 'cancelled' })
    withTake({ ...chen, state: 'taken', coveredFrom: LATER })
    await tell(...events)
    expect(moved.map((said) => said.split(' ')[0])).toEqual(['premium:take-1', 'premium-return:take-1', 'premium:take-2'])
  })

  it('finds what a process that died in such a stall has left insured', async () => {
    const events = insured()
    await tell(...events)
    undone()
    await tell(...events)
    expect(await policyOf(liao)).toMatchObject({ state: 'void' })
  })
})
