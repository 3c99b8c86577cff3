import { describe, expect, it } from '@jest/globals'
import { fen } from '../core/money.ts'
import { refundPayment } from './refund-payment.ts'
import { aPayment } from './testing/payment-room.ts'
import { useRoom } from './testing/use-room.ts'

const { town, sandbox, room, key, opened, paid, payment, types, minutesPass } = useRoom()
const back = (amountFen: number, name = 'return:job-1') =>
  refundPayment(room().ports, { key: key(name), of: key(aPayment.key), amountFen: fen(amountFen) })

describe('a refund', () => {
  it('goes back once, and never more than came', async () => {
    await paid()
    expect(await back(20_000)).toMatchObject({ ok: true })
    expect(await back(20_000)).toMatchObject({ ok: true })
    await sandbox().notices.idle()
    expect(await back(10_001, 'another')).toMatchObject({ ok: false, refusal: 'pay-out-of-range', facts: { leftFen: 10_000 } })
    expect(await back(1)).toMatchObject({ ok: false, refusal: 'key-reused' })
    expect(await back(10_000, 'another')).toMatchObject({ ok: true })
    await sandbox().notices.idle()
    expect(await types()).toEqual(['paymentReceived', 'refundDone', 'refundDone'])
  })

  it('of two that together are too much only one goes back', async () => {
    const id = await paid()
    await Promise.all([back(20_000, 'a'), back(20_000, 'b')])
    await sandbox().notices.idle()
    expect(
      sandbox()
        .refunds.values()
        .filter(({ order }) => order.number === id),
    ).toHaveLength(1)
  })

  it('waits for its payment', async () => {
    await opened()
    expect(await back(100)).toMatchObject({ ok: false, refusal: 'try-again' })
    expect((await payment())?.refunds).toEqual([])
  })

  it('whose answer and callback are lost is asked for until it is done', async () => {
    const id = await paid()
    Object.assign(sandbox().mischief, { breakAnswers: 1, drop: true })
    expect(await back(20_000)).toMatchObject({ value: { refunds: [{ state: 'unknown', code: 'SYSTEM_ERROR' }] } })
    await minutesPass(2)
    expect((await payment())?.refunds).toMatchObject([{ state: 'done', code: null }])
    expect(
      sandbox()
        .refunds.values()
        .filter(({ order }) => order.number === id),
    ).toHaveLength(1)
    expect(await types()).toEqual(['paymentReceived', 'refundDone'])
  })

  it('that the provider gives up frees its money', async () => {
    await paid()
    sandbox().mischief.refundsWait = true
    await back(30_000)
    const [refund] = (await payment())?.refunds ?? []
    expect(await back(1, 'more')).toMatchObject({ ok: false })
    sandbox().settleRefund(refund?.number ?? '', 'ABNORMAL')
    await sandbox().notices.idle()
    expect((await payment())?.refunds).toMatchObject([{ state: 'abnormal' }])
    sandbox().mischief.drop = true
    sandbox().settleRefund(refund?.number ?? '', 'CLOSED')
    town().clock.forward({ minutes: 9 })
    await room().runDue()
    expect(await types()).toEqual(['paymentReceived', 'refundFailed'])
    expect(await back(30_000, 'more')).toMatchObject({ ok: true })
  })

  it('that cannot reach the payer, or takes longer than banks do, is told to staff, once', async () => {
    const id = await paid()
    sandbox().mischief.refundsWait = true
    await back(5_000)
    await back(1_000, 'slow')
    const numbers = (await payment())?.refunds.map(({ number }) => number) ?? []
    const told = () => [...room().tasks.values()].map(({ kind, facts }) => [kind, facts])
    await minutesPass(10)
    expect(told()).toEqual([])
    sandbox().settleRefund(numbers[0] ?? '', 'ABNORMAL')
    await minutesPass(10)
    const stuck = ['refund-stuck', { payment: id, refund: numbers[0], amountFen: 5_000, code: 'abnormal' }]
    expect(told()).toEqual([stuck])
    town().clock.forward({ hours: 7 * 24 })
    await room().runDue()
    expect(told()).toEqual([stuck, ['refund-stuck', { payment: id, refund: numbers[1], amountFen: 1_000, code: 'asked' }]])
  })
})
