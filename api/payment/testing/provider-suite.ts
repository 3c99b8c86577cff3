import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { countyDay } from '../../core/clock.ts'
import { fen } from '../../core/money.ts'
import type { MovableClock } from '../../schedule/testing/movable-clock.ts'
import type { PaymentProvider } from '../port.ts'
import { type Mischief, noMischief } from '../sandbox/mischief.ts'
import type { Notices } from '../sandbox/notices.ts'
import type { Hands } from '../sandbox/office.ts'

/** A provider together with what people and banks do at it. */
export interface Played {
  readonly provider: PaymentProvider
  readonly hands: Hands
  readonly mischief: Mischief
  readonly notices: Notices
  readonly clock: MovableClock
  stop(): Promise<void>
}

const PAID = fen(30_000)
const OUT = fen(10_000)

let played: Played
let number = ''
let numbers = 0
const provider = () => played.provider
const hands = () => played.hands

const order = (change: { readonly amountFen?: typeof PAID } = {}) =>
  provider().openPayment({
    number,
    way: 'native',
    amountFen: PAID,
    description: 'x',
    expiresAt: played.clock.now().add({ minutes: 120 }),
    ...change,
  })
const back = (refund: string, amountFen = 10_000) =>
  provider().refund({ number: `${number}${refund}`, payment: number, amountFen: fen(amountFen), paymentFen: PAID })
const transfer = (change: { readonly amountFen?: typeof OUT; readonly name?: string } = {}) =>
  provider().payOut({ number, amountFen: OUT, payee: 'o-li', remark: '工钱', jobType: '采摘', payNote: '日结工钱', ...change })

async function paid(): Promise<void> {
  await order()
  expect(hands().pay(number)).toBe(true)
}

function paying(): void {
  it('is paid once, by the amount that was ordered', async () => {
    expect(await provider().askPayment(number)).toEqual({ state: 'absent' })
    expect(await order()).toMatchObject({ state: 'open', means: { way: 'native' } })
    expect(await provider().askPayment(number)).toEqual({ state: 'unpaid' })
    expect([hands().pay(number), hands().pay(number)]).toEqual([true, false])
    expect(await provider().askPayment(number)).toMatchObject({ state: 'paid', amountFen: PAID, transaction: expect.any(String) })
    expect(await order()).toEqual({ state: 'unknown', code: 'ORDERPAID' })
    expect(await provider().closePayment(number)).toEqual({ state: 'unknown', code: 'ORDERPAID' })
  })

  it('shows the same code again, and takes no other terms under the number', async () => {
    expect(await order()).toEqual(await order())
    expect(await order({ amountFen: fen(1) })).toEqual({ state: 'unknown', code: 'OUT_TRADE_NO_USED' })
  })

  it('is not paid once it is closed or its time is over', async () => {
    await order()
    expect(await provider().closePayment(number)).toEqual({ state: 'closed' })
    expect([hands().pay(number), await provider().askPayment(number)]).toEqual([false, { state: 'closed' }])
    number += 'b'
    await order()
    played.clock.forward({ minutes: 120 })
    expect(hands().pay(number)).toBe(false)
  })
}

function refunding(): void {
  it('is given back, never more than came', async () => {
    await paid()
    expect(await back('a', 20_000)).toMatchObject({ state: 'asked', amountFen: 20_000 })
    expect(await provider().askRefund(`${number}a`)).toMatchObject({ state: 'done', payment: number, amountFen: 20_000 })
    expect(await back('b', 10_001)).toEqual({ state: 'unknown', code: 'NOT_ENOUGH' })
    expect(await provider().askRefund(`${number}b`)).toEqual({ state: 'absent' })
    expect(await back('a', 20_000)).toMatchObject({ state: 'done' })
    expect(await back('a', 1)).toMatchObject({ state: 'unknown' })
  })

  it('ends as banks make it end', async () => {
    await paid()
    played.mischief.refundsWait = true
    for (const refund of ['a', 'b', 'c']) await back(refund)
    expect(hands().settleRefund(`${number}a`, 'SUCCESS')).toBe(true)
    expect(hands().settleRefund(`${number}b`, 'ABNORMAL')).toBe(true)
    expect(hands().settleRefund(`${number}c`, 'CLOSED')).toBe(true)
    const states = await Promise.all(['a', 'b', 'c'].map(async (refund) => (await provider().askRefund(`${number}${refund}`)).state))
    expect(states).toEqual(['done', 'abnormal', 'closed'])
    expect([hands().settleRefund(`${number}a`, 'CLOSED'), hands().settleRefund(`${number}b`, 'SUCCESS')]).toEqual([false, true])
  })
}

function payingOut(): void {
  it('waits for its payee, who has a day', async () => {
    expect(await provider().askPayout(number)).toEqual({ state: 'absent' })
    const first = await transfer()
    expect(first).toMatchObject({ state: 'progress', payout: number, standing: { state: 'waiting', packageInfo: expect.any(String) } })
    expect(await transfer()).toEqual(first)
    expect(await transfer({ amountFen: fen(10_001) })).toEqual({ state: 'unknown', code: 'ALREADY_EXISTS' })
    played.clock.forward({ hours: 24 })
    expect(await provider().askPayout(number)).toMatchObject({ standing: { state: 'failed', code: 'OVERDUE_CLOSE' } })
    expect(hands().confirm(number)).toBe(false)
  })

  it('arrives, fails or is taken back, one of them', async () => {
    await transfer()
    expect([hands().confirm(number), hands().failPayout(number, 'ACCOUNT_FROZEN')]).toEqual([true, false])
    expect(await provider().askPayout(number)).toMatchObject({ amountFen: OUT, standing: { state: 'done' } })
    expect(await provider().cancelPayout(number)).toMatchObject({ state: 'unknown' })
    number += 'b'
    await transfer()
    expect(await provider().cancelPayout(number)).toMatchObject({ standing: { state: 'cancelling' } })
    expect(await provider().askPayout(number)).toMatchObject({ standing: { state: 'cancelled' } })
    expect(hands().confirm(number)).toBe(false)
  })

  it('names the payee of a large sum', async () => {
    expect(await transfer({ amountFen: fen(200_000), name: '李小明' })).toMatchObject({ state: 'progress' })
  })
}

function telling(): void {
  /** What the held callbacks say, and whether an hour later they are still believed. */
  const told = () =>
    played.notices.takeHeld().map((notice) => {
      const raw = { headers: played.notices.sign(notice), body: Buffer.from(notice.body) }
      const read = provider().readNotification(raw, played.clock.now())
      const late = provider().readNotification(raw, played.clock.now().add({ hours: 1 }))
      return [read.ok ? read.fact : read.why, late.ok || late.why]
    })

  it('tells of every end, in words that are believed while they are fresh', async () => {
    await paid()
    await back('a')
    await transfer()
    hands().confirm(number)
    expect(told()).toEqual([
      [{ kind: 'payment', payment: number, report: expect.objectContaining({ state: 'paid', amountFen: PAID }) }, 'too-old'],
      [{ kind: 'refund', report: expect.objectContaining({ state: 'done', payment: number, amountFen: 10_000 }) }, 'too-old'],
      [{ kind: 'payout', report: expect.objectContaining({ payout: number, amountFen: OUT, standing: { state: 'done' } }) }, 'too-old'],
    ])
  })

  it('lies about amounts, twice, or keeps silent, when told to', async () => {
    Object.assign(played.mischief, { lieFen: 1, copies: 2 })
    await paid()
    const lie = [{ report: { amountFen: 30_001 } }, 'too-old']
    expect(told()).toMatchObject([lie, lie])
    played.mischief.drop = true
    await back('a')
    expect(told()).toEqual([])
  })

  it.each(['swallowAnswers', 'breakAnswers', 'spoilAnswers'] as const)(
    'has done what it was asked for when its answer is lost: %s',
    async (how) => {
      played.mischief[how] = 1
      expect(await order()).toMatchObject({ state: 'unknown' })
      expect(await provider().askPayment(number)).toEqual({ state: 'unpaid' })
    },
  )

  it('writes down what moved on a day', async () => {
    await paid()
    await back('a')
    const day = countyDay(played.clock.now())
    expect(await provider().bill(day)).toEqual({ state: 'later' })
    played.clock.forward({ hours: 24 })
    const bill = await provider().bill(day)
    const rows = bill.state === 'bill' ? bill.rows.filter(({ payment }) => payment === number) : []
    expect(rows).toEqual([
      { kind: 'payment', number, payment: number, amountFen: PAID },
      { kind: 'refund', number: `${number}a`, payment: number, amountFen: 10_000 },
    ])
  })
}

/** What every provider of play money does alike, whether it is spoken to over a wire or not. */
export function providerSuite(open: () => Promise<Played>): void {
  beforeAll(async () => {
    played = await open()
  })
  beforeEach(() => {
    numbers += 1
    number = `N${String(numbers).padStart(7, '0')}`
    Object.assign(played.mischief, noMischief(), { hold: true })
    played.notices.takeHeld()
  })
  afterAll(() => played.stop())

  describe('a payment', paying)
  describe('a refund', refunding)
  describe('a payout', payingOut)
  describe('its word', telling)
}
