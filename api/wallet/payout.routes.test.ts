import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { type PayoutView, payoutRoutes } from '../contract/payout.contract.ts'
import { asId } from '../core/id.ts'
import { dispatcherOf } from '../http/dispatch.ts'
import { startTown, type Town } from '../payment/testing/payment-room.ts'
import type { Store } from '../store/port.ts'
import { openSqlite } from '../store/sqlite/open-sqlite.ts'
import { createPayoutRoutes } from './payout.routes.ts'
import { type Purse, startPurse } from './testing/payout-room.ts'

const county = '350428'
let town: Town
let store: Store
let purse: Purse
beforeAll(async () => {
  town = await startTown()
  store = openSqlite({ file: ':memory:' })
  purse = startPurse({ store, county, town })
  town.use(purse)
  await purse.fill(50_000)
})
afterAll(async () => {
  await purse.stop()
  await town.stop()
  await store.close()
})

interface Asked {
  readonly id?: string
  readonly body?: unknown
  readonly contact?: string
  readonly key?: string
  readonly offline?: boolean
}

/** As a call comes in: parsed by its row, and its answer checked. */
async function ask(route: keyof typeof payoutRoutes, { id, body = {}, contact = 'wx/li', key = 'k1', offline = false }: Asked = {}) {
  const personOf = async (of: string) => (of === 'wx/nobody' ? undefined : { id: asId<'person'>(of.slice('wx/'.length)), demo: false })
  const handlers = createPayoutRoutes({ store, county, personOf, payouts: offline ? undefined : purse.ports })
  const caller = { role: 'contact', contact, key: `${contact}\n${key}`, county } as const
  const incoming = { params: id === undefined ? {} : { id }, query: {}, body, caller }
  const answer = await dispatcherOf(payoutRoutes, handlers).get(route)?.call(incoming)
  return answer?.ok ? (answer.value as PayoutView) : { refusal: answer?.refusal, facts: answer?.facts }
}
const request = (amountFen: unknown, about: Asked = {}) => ask('requestPayout', { body: { amountFen }, ...about })

describe('the routes of payouts', () => {
  it('send, show and take back what is the caller’s own', async () => {
    const sent = await request(10_000)
    expect(sent).toMatchObject({ amountFen: 10_000, state: 'waiting', failure: null })
    expect(await request(10_000)).toEqual(sent)
    const id = 'payout' in sent ? sent.payout : ''
    expect(await ask('seePayout', { id })).toEqual(sent)
    expect(await ask('cancelPayout', { id })).toMatchObject({ payout: id, state: 'failed', failure: 'taken-back' })
    expect(await ask('cancelPayout', { id })).toMatchObject({ payout: id, state: 'failed' })
    await purse.settle()
    expect(await purse.purse()).toEqual([50_000, 0])
  })

  it.each(['seePayout', 'cancelPayout'] as const)('%s: another’s payout is as good as none', async (route) => {
    const sent = await request(1_000, { key: route })
    const id = 'payout' in sent ? sent.payout : ''
    expect(await ask(route, { id, contact: 'wx/chen' })).toMatchObject({ refusal: 'payout-not-found' })
    expect(await ask(route, { id, contact: 'wx/nobody' })).toMatchObject({ refusal: 'not-registered' })
    expect(await ask(route, { id: 'none' })).toMatchObject({ refusal: 'payout-not-found' })
    expect(await ask('seePayout', { id })).toMatchObject({ state: 'waiting' })
  })

  it.each([0, -1, 0.001, 99, 2 ** 31, 2 ** 53, 1e21])('an amount of %d is refused by its name', async (amount) => {
    expect(await request(amount, { key: `amount-${amount}` })).toMatchObject({ refusal: 'payout-out-of-range' })
  })

  it.each(['300', '', null, undefined, Number.NaN, [300], { $gt: 0 }, true])('an amount of %j is no amount', async (amount) => {
    expect(await request(amount)).toMatchObject({ refusal: 'bad-request', facts: { field: 'body.amountFen' } })
  })

  it('an amount with something beside it is refused', async () => {
    expect(await request(0, { body: { amountFen: 100, worker: 'chen' } })).toMatchObject({ refusal: 'bad-request' })
  })

  it('the same key with another amount is refused', async () => {
    await request(1_000, { key: 'same' })
    expect(await request(2_000, { key: 'same' })).toMatchObject({ refusal: 'key-reused' })
  })

  it('a stranger has no wallet, and where pay changes hands outside nothing is sent', async () => {
    expect(await request(1_000, { contact: 'wx/nobody' })).toMatchObject({ refusal: 'not-registered' })
    expect(await request(1_000, { offline: true, key: 'offline' })).toMatchObject({ refusal: 'payouts-not-offered' })
  })
})
