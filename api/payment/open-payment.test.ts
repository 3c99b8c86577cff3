import { describe, expect, it } from '@jest/globals'
import { fen } from '../core/money.ts'
import { openPayment } from './open-payment.ts'
import { aPayment } from './testing/payment-room.ts'
import { useRoom } from './testing/use-room.ts'

const { town, sandbox, room, key, opened, paid, payment, types, minutesPass } = useRoom({ timeoutMs: 1_500 })
const asked = () => ({ ...aPayment, key: key(aPayment.key) })

describe('a payment', () => {
  it('is opened with a code to scan, and received when the provider calls', async () => {
    const { id, state } = await opened()
    expect([id, state]).toEqual([expect.stringMatching(/^[0-9A-Za-z]{6,32}$/), 'asked'])
    expect(await payment()).toMatchObject({ state: 'asked', means: { way: 'native', codeUrl: expect.stringContaining(id) } })
    expect(sandbox().pay(id)).toBe(true)
    await sandbox().notices.idle()
    expect(await payment()).toMatchObject({ state: 'paid', paidOn: '2026-11-23' })
    const facts = { payment: id, key: asked().key, amountFen: 30_000, transaction: expect.any(String) }
    expect(await room().events()).toMatchObject([{ id: `paymentReceived:${id}`, facts }])
  })

  it('on a page comes as texts that the page hands to the app', async () => {
    const result = await openPayment(room().ports, { ...asked(), way: 'jsapi', payer: 'o-cai' })
    const page = { package: expect.stringMatching(/^prepay_id=/), signType: 'RSA', paySign: expect.any(String), appId: expect.any(String) }
    expect(result).toMatchObject({ ok: true, value: { state: 'asked', means: { page } } })
    expect(JSON.stringify(await payment())).not.toContain('o-cai')
  })

  it('twice is once, also at the same time', async () => {
    const rows = await Promise.all([1, 2, 3, 4].map(() => opened()))
    expect(new Set(rows.map(({ id }) => id)).size).toBe(1)
    expect(await openPayment(room().ports, { ...asked(), amountFen: fen(1) })).toMatchObject({ ok: false, refusal: 'key-reused' })
  })

  it.each([0, -1, 2 ** 53, 0.001, Number.NaN, Number.POSITIVE_INFINITY, 2_000_000_001])('refuses %p fen', async (amount) => {
    const wrong = { ...asked(), amountFen: amount as typeof aPayment.amountFen } // what a caller without a compiler may send
    expect(await openPayment(room().ports, wrong)).toMatchObject({ ok: false, refusal: 'pay-out-of-range' })
    expect(await payment()).toBeUndefined()
  })

  it.each([{ description: '' }, { description: '橙'.repeat(121) }, { key: '' }, { way: 'jsapi' }] as const)(
    'refuses %p',
    async (change) => {
      expect(await openPayment(room().ports, { ...asked(), ...change })).toMatchObject({ ok: false, refusal: 'bad-request' })
    },
  )

  it('whose callback is lost is found within ten minutes', async () => {
    sandbox().mischief.drop = true
    await paid()
    expect(await payment()).toMatchObject({ state: 'asked' })
    await minutesPass(10)
    expect(await payment()).toMatchObject({ state: 'paid' })
    expect(await types()).toEqual(['paymentReceived'])
  })

  it('that is paid late and whose callback is lost is found within ten minutes too', async () => {
    sandbox().mischief.drop = true
    const { id } = await opened()
    await minutesPass(100)
    sandbox().pay(id)
    await minutesPass(10)
    expect(await payment()).toMatchObject({ state: 'paid' })
  })

  it('that nobody pays is closed when it expires, at the provider too', async () => {
    const { id } = await opened()
    town().clock.forward({ minutes: 122 })
    await room().runDue()
    expect(await payment()).toMatchObject({ state: 'closed' })
    expect(sandbox().orders.get(id)?.state).toBe('CLOSED')
    expect([await types(), room().timers.size]).toEqual([['paymentClosed'], 0])
    expect(await opened()).toMatchObject({ state: 'closed' })
  })

  it('whose answer is lost is opened again under its number', async () => {
    const before = sandbox().orders.values().length
    sandbox().mischief.breakAnswers = 1
    expect((await opened()).state).toBe('unknown')
    expect((await opened()).state).toBe('asked')
    expect(sandbox().orders.values().length).toBe(before + 1)
  })

  it.each([
    ['swallowAnswers', 1],
    ['spoilAnswers', 2],
  ] as const)('believes nothing that is not signed or does not come (%s)', async (what, count) => {
    sandbox().mischief[what] = count
    expect((await opened()).state).toBe('unknown')
    expect((await opened()).state).toBe('asked')
  })

  it('paid while its answer was lost is received', async () => {
    Object.assign(sandbox().mischief, { breakAnswers: 1, atOnce: true, drop: true })
    expect((await opened()).state).toBe('paid')
    expect(await types()).toEqual(['paymentReceived'])
  })
})
