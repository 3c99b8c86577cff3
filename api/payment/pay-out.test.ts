import { describe, expect, it } from '@jest/globals'
import { fen } from '../core/money.ts'
import type { UnknownOutcome } from '../core/payment/report.ts'
import { type AskedPayout, payOut } from './pay-out.ts'
import { cancelPayout, pursuePayout } from './pursue-payout.ts'
import { aPayout, openRoom } from './testing/payment-room.ts'
import { useRoom } from './testing/use-room.ts'

const { town, sandbox, store, room, key, payout, types, minutesPass } = useRoom()
const out = (change: Partial<AskedPayout> = {}, where = room()) => payOut(where.ports, { ...aPayout, key: key(aPayout.key), ...change })
const number = async () => (await payout())?.id ?? ''

/** A room whose orders never arrive. */
const deaf = (code: string) =>
  openRoom(store(), town().clock, { ...town().provider, payOut: () => Promise.resolve<UnknownOutcome>({ state: 'unknown', code }) })

describe('a payout', () => {
  it('waits for the payee, who confirms it on a page', async () => {
    expect(await out()).toMatchObject({ ok: true, value: { state: 'waiting', packageInfo: expect.stringContaining('/sandbox/payout/') } })
    const id = await number()
    sandbox().confirm(id)
    await sandbox().notices.idle()
    expect(await payout()).toMatchObject({ state: 'done' })
    expect(await room().events()).toMatchObject([{ id: `payoutDone:${id}`, facts: { worker: 'li', amountFen: 10_000 } }])
    expect(JSON.stringify(await payout())).not.toMatch(/o-li|李小明/)
  })

  it('of 2000 yuan and more carries the name, encrypted', async () => {
    const large = { amountFen: fen(200_000) }
    expect(await out(large)).toMatchObject({ ok: true, value: { state: 'waiting' } })
    room().payees.set('nameless', { openid: 'o-x', name: undefined, mark: 'x' })
    expect(await out({ ...large, key: key('k2'), worker: 'nameless' })).toMatchObject({ ok: false, refusal: 'name-invalid' })
    expect(await out({ ...large, key: key('k2'), worker: 'nobody' })).toMatchObject({ ok: false, refusal: 'not-registered' })
  })

  it.each([0, -1, 2 ** 53, 0.001, Number.NaN])('refuses %p fen', async (amount) => {
    const amountFen = amount as typeof aPayout.amountFen // what a caller without a compiler may send
    expect(await out({ amountFen })).toMatchObject({ ok: false, refusal: 'pay-out-of-range' })
  })

  it('of another amount or to another person is not the same', async () => {
    await out()
    expect(await out({ amountFen: fen(1) })).toMatchObject({ ok: false, refusal: 'key-reused' })
    room().payees.set('chen', { openid: 'o-chen', name: undefined, mark: 'c' })
    expect(await out({ worker: 'chen' })).toMatchObject({ ok: false, refusal: 'key-reused' })
  })

  it('whose answer is lost keeps its number and is asked for', async () => {
    const before = sandbox().transfers.values().length
    sandbox().mischief.breakAnswers = 1
    expect(await out()).toMatchObject({ ok: true, value: { state: 'waiting', packageInfo: null, orders: 1 } })
    expect(await out()).toMatchObject({ ok: true, value: { state: 'waiting', packageInfo: expect.any(String), orders: 2 } })
    expect(sandbox().transfers.values().length).toBe(before + 1)
  })

  it('that nobody confirms comes back after a day', async () => {
    await out()
    town().clock.forward({ hours: 24, minutes: 1 })
    await room().runDue()
    expect(await payout()).toMatchObject({ state: 'failed', code: 'OVERDUE_CLOSE' })
    expect(await types()).toEqual(['payoutFailed'])
  })

  it('can be taken back before it is confirmed, and not after', async () => {
    await out()
    const id = await number()
    expect(await cancelPayout(room().ports, id)).toMatchObject({ state: 'cancelling' })
    await pursuePayout(room().ports, id)
    await sandbox().notices.idle()
    expect(await payout()).toMatchObject({ state: 'cancelled' })
    expect(sandbox().confirm(id)).toBe(false)
    expect(await types()).toEqual(['payoutFailed'])
  })

  it('is not ordered for somebody else who took the account over', async () => {
    const lost = deaf('no-answer')
    await out({}, lost)
    lost.payees.set('li', { openid: 'o-thief', name: '李小明', mark: 'mark-thief' })
    town().clock.forward({ minutes: 9 })
    await lost.runDue()
    expect(await payout()).toMatchObject({ state: 'unknown', orders: 1 })
    town().clock.forward({ minutes: 9 })
    await lost.runDue()
    expect(await payout()).toMatchObject({ state: 'failed', code: 'payee-changed', orders: 1 })
  })

  it('that never arrives is ordered under its number a few times, then given up', async () => {
    const lost = deaf('NOT_ENOUGH')
    await out({}, lost)
    for (let turn = 0; turn < 10; turn += 1) {
      town().clock.forward({ minutes: 9 })
      await lost.runDue()
    }
    expect(await payout()).toMatchObject({ state: 'failed', code: 'NOT_ENOUGH', orders: 5 })
    expect(await types()).toEqual(['payoutFailed'])
  })

  it('confirmed while nobody told us is found within ten minutes', async () => {
    await out()
    sandbox().mischief.drop = true
    sandbox().confirm(await number())
    await minutesPass(10)
    expect(await payout()).toMatchObject({ state: 'done' })
  })

  it('that comes to no end in two days is told to staff, once, and asked for on', async () => {
    await out()
    const silent = { ...town().provider, askPayout: () => Promise.resolve<UnknownOutcome>({ state: 'unknown', code: 'no-answer' }) }
    const kept = openRoom(store(), town().clock, silent)
    const id = await number()
    for (const [hours, told] of [
      [47, []],
      [1, ['payout-stuck']],
      [24, ['payout-stuck']],
    ] as const) {
      town().clock.forward({ hours })
      await pursuePayout(kept.ports, id)
      expect([...kept.tasks.values()].map(({ kind }) => kind)).toEqual(told)
    }
    expect(kept.tasks.get(`payout-stuck:${id}`)).toMatchObject({ subject: id, facts: { payout: id, amountFen: 10_000, code: 'waiting' } })
    expect(kept.timers.has(`ask-payout:${id}`)).toBe(true)
  })
})
