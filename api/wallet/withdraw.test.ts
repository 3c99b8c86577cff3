import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { asId } from '../core/id.ts'
import type { UnknownOutcome } from '../core/payment/report.ts'
import { noMischief } from '../payment/sandbox/mischief.ts'
import { startTown, type Town } from '../payment/testing/payment-room.ts'
import type { Store } from '../store/port.ts'
import { openSqlite } from '../store/sqlite/open-sqlite.ts'
import { showPayout } from './show-payout.ts'
import { takeBack } from './take-back.ts'
import { type Purse, payeeAt, startPurse } from './testing/payout-room.ts'

let town: Town
let store: Store
let purse: Purse
let runs = 0
beforeAll(async () => {
  town = await startTown()
})
afterAll(() => town.stop())
beforeEach(async () => {
  runs += 1
  Object.assign(town.sandbox.mischief, noMischief())
  store = openSqlite({ file: ':memory:' })
  purse = startPurse({ store, county: `county-${runs}`, town })
  town.use(purse)
  await purse.fill(50_000)
})
afterEach(async () => {
  expect(await purse.verify()).toMatchObject({ trialBalanceFen: 0, faults: [] })
  await purse.stop()
  await store.close()
})

const shown = async () => (await purse.open()).map(showPayout)
const number = async () => (await purse.open())[0]?.id ?? ''
async function told(act: (id: string) => unknown): Promise<void> {
  await act(await number())
  await town.sandbox.notices.idle()
  await purse.settle()
}

describe('a worker’s money', () => {
  it('is on its way until he confirms it, and then it is his', async () => {
    expect(await purse.withdraw(30_000)).toMatchObject({ ok: true, value: { state: 'waiting', amountFen: 30_000, remark: '零工工钱提现' } })
    expect([await purse.purse(), await shown()]).toMatchObject([[20_000, 30_000], [{ state: 'waiting', amountFen: 30_000, failure: null }]])
    await told((id) => town.sandbox.confirm(id))
    expect([await purse.purse(), await shown()]).toEqual([[20_000, 0], []])
    expect((await purse.verify()).totalsFen).toMatchObject({ worker: 20_000, payouts: 0, provider: -20_000 })
  })

  it.each([
    ['PAYEE_ACCOUNT_ABNORMAL', 'account-limited'],
    ['NAME_NOT_CORRECT', 'name-differs'],
    ['DAY_RECEIVED_QUOTA_EXCEED', 'too-much'],
    ['PRODUCT_AUTH_CHECK_FAIL', 'failed'],
  ])('comes back when the provider says %s', async (reason, failure) => {
    await purse.withdraw(30_000)
    await told((id) => town.sandbox.failPayout(id, reason))
    expect(await purse.purse()).toEqual([50_000, 0])
    expect(await purse.withdraw(30_000)).toMatchObject({ ok: true, value: { state: 'failed', code: reason } })
    const again = await purse.withdraw(30_000)
    expect(again.ok && showPayout(again.value)).toMatchObject({ state: 'failed', failure })
  })

  it('of 2000 yuan and more goes with his name, which only the provider can read', async () => {
    await purse.fill(200_001)
    expect(await purse.withdraw(200_000)).toMatchObject({ ok: true, value: { state: 'waiting' } })
    await told((id) => town.sandbox.confirm(id))
    expect(await purse.purse()).toEqual([50_001, 0])
  })

  it('comes back after a day in which he did not confirm', async () => {
    await purse.withdraw(50_000)
    await purse.later({ hours: 24, minutes: 10 })
    expect([await purse.purse(), await shown()]).toEqual([[50_000, 0], []])
  })

  it('comes back when he takes it back, but not when he has confirmed', async () => {
    const sent = await purse.withdraw(30_000)
    if (!sent.ok) throw new Error(sent.refusal)
    expect(await takeBack(purse.ports.payment, sent.value)).toMatchObject({ ok: true, value: { state: 'cancelled' } })
    await told(() => undefined)
    expect(await purse.purse()).toEqual([50_000, 0])
    const other = await purse.withdraw(30_000, 'k2')
    if (!other.ok) throw new Error(other.refusal)
    await told((id) => town.sandbox.confirm(id))
    expect(await takeBack(purse.ports.payment, other.value)).toMatchObject({ ok: false, refusal: 'payout-over' })
    expect(await purse.purse()).toEqual([20_000, 0])
  })

  it('is never sent to an account that took the place of the one he had named', async () => {
    const deaf = startPurse({ store, county: `county-${runs}`, town, provider: { ...town.provider, payOut: async () => LOST } })
    await deaf.withdraw(30_000)
    deaf.payees.set('li', payeeAt(town, 'li', 'thief'))
    for (let turn = 0; turn < 3; turn += 1) await deaf.later({ minutes: 10 })
    expect(town.sandbox.transfers.values().some(({ openid }) => openid === 'o-thief')).toBe(false)
    expect(await deaf.purse()).toEqual([50_000, 0])
    await deaf.stop()
  })
})

const LOST: UnknownOutcome = { state: 'unknown', code: 'no-answer' }

describe('asking for money', () => {
  it.each([0, -1, 99, 0.001, 2 ** 53, 1e21, Number.NaN])('of %d fen moves none', async (amount) => {
    expect(await purse.withdraw(amount)).toMatchObject({ ok: false, refusal: 'payout-out-of-range' })
    expect([await purse.purse(), await shown()]).toEqual([[50_000, 0], []])
  })

  it('for more than there is, to nobody, or to an account that is too new, moves none', async () => {
    expect(await purse.withdraw(50_001)).toMatchObject({ refusal: 'balance-too-low', facts: { balanceFen: 50_000 } })
    purse.payees.delete('li')
    expect(await purse.withdraw(50_000)).toMatchObject({ refusal: 'payee-missing' })
    purse.payees.set('li', { ...payeeAt(town, 'li'), from: town.clock.now().add({ seconds: 1 }) })
    expect(await purse.withdraw(50_000)).toMatchObject({ refusal: 'payee-too-new' })
    expect(await purse.purse()).toEqual([50_000, 0])
  })

  it('twice under one key is one payout, and never another one', async () => {
    const first = await purse.withdraw(30_000)
    expect(await purse.withdraw(30_000)).toMatchObject({ ok: true, value: { id: first.ok && first.value.id, orders: 1 } })
    expect(await purse.withdraw(20_000)).toMatchObject({ refusal: 'key-reused' })
    expect(await purse.withdraw(30_000, 'k1', { id: asId('chen'), demo: false })).toMatchObject({ refusal: 'key-reused' })
    expect([await purse.purse(), (await shown()).length]).toEqual([[20_000, 30_000], 1])
  })

  it('while the provider gives no answer is asked again under the same number', async () => {
    const lost = startPurse({ store, county: `county-${runs}`, town, provider: { ...town.provider, payOut: async () => LOST } })
    const sent = await lost.withdraw(30_000)
    expect(sent.ok && showPayout(sent.value)).toMatchObject({ state: 'sending' })
    await lost.stop()
    await purse.later({ minutes: 10 })
    expect(await shown()).toMatchObject([{ state: 'waiting', payout: sent.ok && sent.value.id }])
  })
})
