import { describe, expect, it } from '@jest/globals'
import { openPayments } from './start-payment.ts'
import { systemClock } from './start-services.ts'

const asked = { env: {}, payments: 'online', mayPlay: true, ownUrl: () => 'http://127.0.0.1:3000', clock: systemClock } as const

describe('where the money lies', () => {
  it('is play money where the chat is a simulation and no merchant is named', async () => {
    const { provider, payInPlay, stop } = await openPayments(asked)
    expect([provider !== undefined, payInPlay !== undefined]).toEqual([true, true])
    await stop()
  })

  it('is never play money where people are real', async () => {
    await expect(openPayments({ ...asked, mayPlay: false })).rejects.toThrow('the merchant is missing')
  })

  it('is nowhere with us where pay changes hands outside', async () => {
    expect(await openPayments({ ...asked, mayPlay: false, payments: 'offline' })).toMatchObject({ provider: undefined })
  })

  it.each([true, false])('is with a merchant that is named whole, or nothing starts (play money allowed: %s)', async (mayPlay) => {
    await expect(openPayments({ ...asked, mayPlay, env: { WECHAT_PAY_MCHID: '1900000001' } })).rejects.toThrow(
      /WECHAT_PAY_API_V3_KEY is missing/,
    )
  })
})
