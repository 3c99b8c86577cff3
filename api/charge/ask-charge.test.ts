import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { asId } from '../core/id.ts'
import { fen } from '../core/money.ts'
import { CAI } from '../core/testing/builders.ts'
import { openRoom, type Room, startTown, type Town } from '../payment/testing/payment-room.ts'
import { openSqlite } from '../store/sqlite/open-sqlite.ts'
import { askCharge, type ChargePorts, chargeOf } from './ask-charge.ts'
import { changeCharge, withdrawCharge } from './change-charge.ts'
import type { Wanted } from './charge.collection.ts'
import { createChargeSubscriber } from './charge.subscribers.ts'

/** The provider remembers, so each test is about a job of its own. */
const wantedFor = (job: string): Wanted => ({
  ...{ key: `hold:${job}`, purpose: 'hold', job: asId(job), jobNumber: '10240', employer: CAI },
  ...{ amountFen: fen(30_000), demo: false },
})

describe('asking an employer for money', () => {
  let town: Town
  let room: Room
  let ports: ChargePorts
  let store: ReturnType<typeof openSqlite>
  let jobs = 0
  let wanted: Wanted
  beforeAll(async () => {
    town = await startTown()
  })
  afterAll(() => town.stop())

  beforeEach(() => {
    store = openSqlite({ file: ':memory:' })
    jobs += 1
    wanted = wantedFor(`job-${jobs}`)
    room = openRoom(store, town.clock, town.provider)
    town.use(room)
    const { editor, county, clock } = room.ports
    ports = { store, editor, county, clock, payment: room.ports, newCode: () => crypto.randomUUID() }
  })
  afterEach(async () => {
    Object.assign(town.sandbox.mischief, { breakAnswers: 0, drop: false })
    await town.sandbox.notices.idle()
    await store.close()
  })

  /** What the relay does: whatever the payment room has told since, to the charge. */
  async function relay(): Promise<readonly string[]> {
    await town.sandbox.notices.idle()
    const subscriber = createChargeSubscriber(ports)
    for (const event of await room.events()) if (subscriber.on.includes(event.type)) await subscriber.run(event)
    return (await chargeOf(ports, wanted.key))?.outbox.map(({ type }) => type) ?? []
  }

  it('asks once, however often and by however many, with one code', async () => {
    const asked = await Promise.all([askCharge(ports, wanted), askCharge(ports, wanted), askCharge(ports, wanted)])
    expect(new Set(asked.map(({ charge }) => charge.code)).size).toBe(1)
    expect(new Set(asked.map(({ payment }) => payment.id)).size).toBe(1)
    expect((await askCharge(ports, wanted)).payment).toMatchObject({ state: 'asked', amountFen: 30_000, key: `${wanted.key}#1` })
  })

  it('never asks for other money under the same key', async () => {
    await askCharge(ports, wanted)
    await expect(askCharge(ports, { ...wanted, amountFen: fen(1) })).rejects.toThrow('same money')
  })

  it('is paid by what comes in, once', async () => {
    const { payment } = await askCharge(ports, wanted)
    town.sandbox.pay(payment.id)
    expect(await relay()).toEqual(['chargePaid'])
    expect(await relay()).toEqual(['chargePaid'])
    expect(await chargeOf(ports, wanted.key)).toMatchObject({ state: 'paid', paidBy: `${wanted.key}#1` })
  })

  it('gives another code when the last was not used in time, and takes the money of only one', async () => {
    const first = await askCharge(ports, wanted)
    town.clock.forward({ minutes: 122 })
    await room.runDue()
    expect(await relay()).toEqual(['chargeExpired'])
    const second = await askCharge(ports, wanted, { isAgain: true })
    expect([second.charge.attempt, second.payment.key, second.payment.state]).toEqual([2, `${wanted.key}#2`, 'asked'])
    town.sandbox.pay(second.payment.id)
    await relay()
    expect(await chargeOf(ports, wanted.key)).toMatchObject({ state: 'paid', paidBy: `${wanted.key}#2` })
    expect(first.charge.code).toBe(second.charge.code)
  })

  it('gives back what comes in for a charge that nobody wants any more', async () => {
    const { payment } = await askCharge(ports, wanted)
    await withdrawCharge(ports, wanted.key)
    town.sandbox.pay(payment.id)
    expect(await relay()).toEqual(['chargeSurplus'])
  })

  it('finds out by asking what no callback told, when the employer comes back to pay', async () => {
    const { payment } = await askCharge(ports, wanted)
    town.sandbox.mischief.drop = true
    town.sandbox.pay(payment.id)
    expect((await askCharge(ports, wanted)).payment.state).toBe('asked')
    expect((await askCharge(ports, wanted, { isAgain: true })).payment.state).toBe('paid')
  })

  it('opens again under the same number what the provider has forgotten', async () => {
    const { payment } = await askCharge(ports, wanted)
    const restarted = await startTown()
    const after = { ...ports, payment: { ...room.ports, provider: restarted.provider } }
    const again = await askCharge(after, wanted, { isAgain: true })
    expect([again.payment.id, again.payment.state]).toEqual([payment.id, 'asked'])
    expect(restarted.sandbox.pay(payment.id)).toBe(true)
    await restarted.stop()
  })

  it('changes no charge that nobody ever asked for', async () => {
    expect(await changeCharge(ports, 'hold:job-9', (charge) => charge)).toBeUndefined()
    expect(await withdrawCharge(ports, 'hold:job-9')).toBeUndefined()
  })
})
