import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from '@jest/globals'
import { fen } from '../core/money.ts'
import { StoreUnavailable } from '../store/port.ts'
import { createCallbackMount } from './callback.routes.ts'
import { notifications } from './notification.collection.ts'
import { payOut } from './pay-out.ts'
import { refundPayment } from './refund-payment.ts'
import { type Forged, type Forgery, forge, paidContent, payoutContent, refundContent } from './testing/forged-callback.ts'
import { aPayment, aPayout, COUNTY, KEYS, PREFIX } from './testing/payment-room.ts'
import { useRoom } from './testing/use-room.ts'

const { town, sandbox, store, room, key, opened, paid, payment, payout, types, minutesPass } = useRoom()
const now = () => town().clock.now()
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey

async function deliver({ headers, body }: Forged, init: RequestInit = {}): Promise<number> {
  const response = await fetch(town().url, { method: 'POST', headers, body, ...init })
  await response.arrayBuffer()
  return response.status
}
const told = async (change: Partial<Forgery> = {}) =>
  deliver(forge({ at: now(), content: paidContent((await payment())?.id ?? ''), ...change }))
const notices = () => store().get(notifications, COUNTY, 'EV-1')

describe('a callback that lies', () => {
  const old = (seconds: number) => ({ at: now().subtract({ seconds }) })
  const rows: readonly (readonly [string, () => Partial<Forgery>, number, string])[] = [
    ['is signed by a stranger', () => ({ signedWith: stranger }), 401, 'signature-wrong'],
    ['is the probe', () => ({ headers: { 'wechatpay-signature': 'WECHATPAY/SIGNTEST/abc' } }), 401, 'signature-wrong'],
    ['names an unknown serial', () => ({ serial: 'PUB_KEY_ID_9999' }), 401, 'serial-unknown'],
    ["names the merchant's serial", () => ({ serial: KEYS.merchantSerial, signedWith: KEYS.merchantKey }), 401, 'serial-unknown'],
    ['names no serial', () => ({ headers: { 'wechatpay-serial': '' } }), 401, 'serial-unknown'],
    ['names a serial of every object', () => ({ serial: '__proto__' }), 401, 'serial-unknown'],
    ['is 301 seconds old', () => old(301), 401, 'too-old'],
    ['is of 301 seconds from now', () => old(-301), 401, 'too-old'],
    ['is 24 hours late', () => old(86_400), 401, 'too-old'],
    ['has another time than was signed', () => ({ headers: { 'wechatpay-timestamp': String(now().epochMilliseconds) } }), 401, 'too-old'],
    ['has no time', () => ({ headers: { 'wechatpay-timestamp': 'NaN' } }), 401, 'too-old'],
    ['has another nonce than was signed', () => ({ headers: { 'wechatpay-nonce': 'x' } }), 401, 'signature-wrong'],
    ['is sealed with another key', () => ({ sealedWith: Buffer.alloc(32) }), 400, 'not-decryptable'],
    ['has a nonce of 13 bytes', () => ({ nonce: 'abcdefghijklm' }), 400, 'unreadable'],
    ['is sealed otherwise', () => ({ algorithm: 'none' }), 400, 'unreadable'],
    ['is no JSON', () => ({ body: '{' }), 400, 'unreadable'],
    ['is empty', () => ({ body: '' }), 400, 'unreadable'],
    ['is about something else', () => ({ event: 'COUPON.USE' }), 400, 'unreadable'],
    ['has an id that is none', () => ({ id: '../../etc' }), 400, 'unreadable'],
  ]

  it.each(rows)('because it %s is refused', async (_what, change, status, code) => {
    const { id } = await opened()
    const before = await payment()
    expect(await told({ content: paidContent(id), ...change() })).toBe(status)
    expect([await payment(), await notices(), await types()]).toEqual([before, undefined, []])
    expect(room().tasks).toEqual(new Map())
    expect(room().logged()).toContain(`"code":"${code}"`)
    expect(room().logged()).not.toMatch(new RegExp(`${id}|ciphertext|4200`))
  })

  const contents: readonly (readonly [string, object, number, string])[] = [
    ['for another merchant', { mchid: '1900000002' }, 403, 'other-merchant'],
    ['for another app', { appid: 'wx0000000000000000' }, 403, 'other-app'],
    ['of another amount', { amount: { total: 1, currency: 'CNY' } }, 409, 'other-amount'],
    ['of a fen more', { amount: { total: 30_001, currency: 'CNY' } }, 409, 'other-amount'],
    ['of half a fen', { amount: { total: 30_000.5, currency: 'CNY' } }, 400, 'unreadable'],
    ['of a text for an amount', { amount: { total: '30000', currency: 'CNY' } }, 400, 'unreadable'],
    ['of another currency', { amount: { total: 30_000, currency: 'USD' } }, 409, 'other-currency'],
    ['without an amount', { amount: undefined }, 400, 'unreadable'],
    ['of another number', { out_trade_no: 'N0SUCHNUMBER' }, 404, 'number-unknown'],
    ['of a number that is an operator', { out_trade_no: { $gt: '' } }, 400, 'unreadable'],
    ['of a state that is none', { trade_state: 'MAYBE' }, 400, 'unreadable'],
    ['of a day that is none', { success_time: '2026-02-30T00:00:00+08:00' }, 400, 'unreadable'],
  ]

  it.each(contents)('%s is refused', async (_what, change, status, code) => {
    const { id } = await opened()
    const before = await payment()
    expect(await told({ content: paidContent(id, change) })).toBe(status)
    expect([await payment(), await notices(), await types()]).toEqual([before, undefined, []])
    expect([...room().tasks.keys()]).toEqual(code === 'other-amount' ? [`provider-contradicts:payments:${id}:other-amount`] : [])
    expect(room().logged()).toContain(`"code":"${code}"`)
  })

  it.each([
    ['a header is missing', { headers: { 'content-type': 'application/json' }, body: '{}' }, {}, 401],
    ['it is a GET', { headers: {}, body: '' }, { method: 'GET', body: null }, 405],
    ['it is compressed', { headers: { 'content-encoding': 'gzip' }, body: '{}' }, {}, 415],
    ['it is large', { headers: {}, body: 'x'.repeat(200_000) }, {}, 413],
  ] as const)('is refused when %s', async (_what, forged, init, status) => {
    expect(await deliver(forged, init)).toBe(status)
  })

  it('of the same payment under another transaction is refused once it is paid', async () => {
    const id = await paid()
    const lie = { content: paidContent(id, { transaction_id: '4299' }) }
    expect([await told(lie), await told({ ...lie, id: 'EV-2' })]).toEqual([409, 409])
    expect(await types()).toEqual(['paymentReceived'])
    expect([...room().tasks.values()]).toEqual([
      {
        key: `provider-contradicts:payments:${id}:other-transaction`,
        kind: 'provider-contradicts',
        subject: id,
        facts: { of: 'payments', number: id, why: 'other-transaction' },
      },
    ])
  })

  it('with the transaction of another payment is refused', async () => {
    await paid()
    const other = await opened({ key: 'hold:other' })
    const first = await payment()
    const stolen = first?.state === 'paid' ? first.transaction : ''
    expect(await told({ content: paidContent(other.id, { transaction_id: stolen }) })).toBe(409)
    expect(await types()).toEqual(['paymentReceived'])
  })
})

describe('a callback', () => {
  it('is heard once, and a replay of it is answered with a yes', async () => {
    await opened()
    expect([await told(), await told(), await told({ at: now().subtract({ seconds: 300 }) })]).toEqual([200, 200, 200])
    expect(await types()).toEqual(['paymentReceived'])
    expect(await notices()).toMatchObject({ about: (await payment())?.id })
  })

  it('of the same thing under other ids has one effect', async () => {
    await opened()
    const statuses = await Promise.all(
      Array.from({ length: 16 }, (_, copy) => told({ id: `EV-${copy % 8}`, associatedData: 'transaction' })),
    )
    expect([new Set(statuses), await types()]).toEqual([new Set([200]), ['paymentReceived']])
  })

  it('that comes a day late, signed anew, is heard', async () => {
    const { id } = await opened()
    sandbox().mischief.hold = true
    sandbox().pay(id)
    town().clock.forward({ hours: 24 })
    expect(
      await Promise.all(
        sandbox()
          .notices.takeHeld()
          .map((notice) => sandbox().notices.send(notice)),
      ),
    ).toEqual([200])
    expect(await payment()).toMatchObject({ state: 'paid' })
  })

  it('of a payment that we closed is heard: the money is there', async () => {
    const { id } = await opened()
    town().clock.forward({ minutes: 122 })
    await room().runDue()
    expect(await told({ content: paidContent(id) })).toBe(200)
    expect(await types()).toEqual(['paymentClosed', 'paymentReceived'])
  })

  it('of a refund before its payment is refused, and the payment asked for', async () => {
    const { id } = await opened()
    sandbox().mischief.drop = true
    sandbox().pay(id)
    expect(await told({ id: 'EV-R', event: 'REFUND.SUCCESS', content: refundContent(id, 'R1') })).toBe(409)
    expect(await payment()).toMatchObject({ state: 'asked', refunds: [] })
    await room().runDue()
    expect(await payment()).toMatchObject({ state: 'paid', refunds: [] })
  })

  it('of a refund must fit in number, payment and amount', async () => {
    const id = await paid()
    sandbox().mischief.refundsWait = true
    await refundPayment(room().ports, { key: key('r'), of: key(aPayment.key), amountFen: fen(5_000) })
    const [{ number } = { number: '' }] = (await payment())?.refunds ?? []
    const say = (content: object) => told({ id: 'EV-R', event: 'REFUND.SUCCESS', content })
    expect(await say(refundContent(id, number, { mchid: '1900000002' }))).toBe(403)
    expect(await say(refundContent(id, number, { amount: { total: 30_000, refund: 5_001 } }))).toBe(409)
    expect(await say(refundContent(id, 'R2'))).toBe(404)
    expect(await say(refundContent('N0SUCHNUMBER', number))).toBe(404)
    expect((await payment())?.refunds).toMatchObject([{ state: 'asked' }])
    expect(await say(refundContent(id, number))).toBe(200)
    expect(await types()).toEqual(['paymentReceived', 'refundDone'])
  })

  it('of a payout must fit in number, bill and amount, and an end is an end', async () => {
    await payOut(room().ports, { ...aPayout, key: key(aPayout.key) })
    const { id, bill } = (await payout()) ?? { id: '', bill: '' }
    const say = (change: object, id2 = 'EV-P') =>
      told({ id: id2, event: 'MCHTRANSFER.BILL.FINISHED', content: payoutContent(id, bill ?? '', change) })
    expect(await say({ mch_id: '1900000002' })).toBe(403)
    expect(await say({ transfer_amount: 1 })).toBe(409)
    expect(await say({ transfer_bill_no: '1399' })).toBe(409)
    expect(await say({ out_bill_no: 'N0SUCHNUMBER' })).toBe(404)
    expect(await payout()).toMatchObject({ state: 'waiting' })
    expect(await say({})).toBe(200)
    expect(await say({ state: 'FAIL' }, 'EV-P2')).toBe(409)
    expect(await say({ state: 'PROCESSING' }, 'EV-P3')).toBe(200)
    expect([(await payout())?.state, await types()]).toEqual(['done', ['payoutDone']])
  })

  it('is asked for again when the database is away, and refused when it takes too long', async () => {
    const { log } = room().ports
    const away = () => Promise.reject(new StoreUnavailable('the database is away'))
    town().use({ mount: createCallbackMount({ prefix: PREFIX, receive: away, log }) })
    expect(await told()).toBe(503)
    const slow = () => new Promise<never>(() => undefined)
    town().use({ mount: createCallbackMount({ prefix: PREFIX, receive: slow, log, answerWithinMs: 20 }) })
    expect(await told()).toBe(503)
    expect(room().logged()).toContain('too-slow')
  })

  it('that lies about the amount leaves the payment to be found by asking', async () => {
    sandbox().mischief.lieFen = 1
    await paid()
    expect(await payment()).toMatchObject({ state: 'asked' })
    await minutesPass(10)
    expect(await payment()).toMatchObject({ state: 'paid' })
  })
})
