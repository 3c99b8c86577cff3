import { request } from 'node:http'
import { describe, expect, it } from '@jest/globals'
import { payOut } from '../pay-out.ts'
import { pursuePayout } from '../pursue-payout.ts'
import { aPayout, openRoom } from '../testing/payment-room.ts'
import { useRoom } from '../testing/use-room.ts'
import { createWechatProvider } from '../wechat/wechat-provider.ts'
import { BoundedMap } from './bounded-map.ts'
import { startSandbox } from './sandbox.ts'
import { makeSandboxKeys } from './sandbox-keys.ts'

const { town, sandbox, store, room, key, opened, payment, payout, minutesPass } = useRoom()
const page = (path: string, init: RequestInit = {}) => fetch(`${sandbox().url}sandbox/${path}`, init)

/** fetch writes its own host. */
function statusWithHost(url: string, host: string): Promise<number | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<number | undefined>()
  const call = request(url, { method: 'POST', headers: { host } }, (response) => {
    response.resume()
    resolve(response.statusCode)
  })
  call.on('error', reject).end()
  return promise
}

describe('the pages of the sandbox', () => {
  it('pay a payment by one button, once', async () => {
    const { id } = await opened({ description: '橙子 <b>10008</b>' })
    const shown = await (await page(`pay/${id}`)).text()
    expect(shown).toContain('付款')
    expect(shown).toContain('300元')
    expect(shown).not.toContain('<b>')
    expect((await page(`pay/${id}`, { method: 'POST' })).status).toBe(200)
    await sandbox().notices.idle()
    expect(await payment()).toMatchObject({ state: 'paid' })
    expect(await (await page(`pay/${id}`, { method: 'POST' })).text()).toContain('已经结束')
  })

  it('confirm a payout', async () => {
    await payOut(room().ports, { ...aPayout, key: key(aPayout.key) })
    const row = await payout()
    const url = row?.state === 'waiting' ? (row.packageInfo ?? '') : ''
    expect(await (await fetch(url)).text()).toContain('确认收款')
    await fetch(url, { method: 'POST' })
    await sandbox().notices.idle()
    expect(await payout()).toMatchObject({ state: 'done' })
  })

  it('cannot be pressed by another site, nor under another name', async () => {
    const { id } = await opened()
    expect((await page(`pay/${id}`, { method: 'POST', headers: { origin: 'http://evil.example' } })).status).toBe(404)
    expect(await statusWithHost(`${sandbox().url}sandbox/pay/${id}`, 'evil.example')).toBe(404)
    expect((await page('pay/nothing')).status).toBe(404)
    expect(await payment()).toMatchObject({ state: 'asked' })
  })
})

describe('the wire of the sandbox', () => {
  it('does nothing without a signature, and the adapter takes its no for no answer', async () => {
    expect((await fetch(`${sandbox().url}v3/pay/transactions/native`, { method: 'POST', body: '{}' })).status).toBe(401)
    const stranger = makeSandboxKeys()
    const config = { ...sandbox().configFor(() => town().url), merchantKey: stranger.merchantKey }
    expect(await createWechatProvider(config).askPayment('N0SUCHNUMBER')).toEqual({ state: 'unknown', code: 'SIGN_ERROR' })
  })

  it('whose key the adapter does not know is not believed', async () => {
    const config = {
      ...sandbox().configFor(() => town().url),
      platformKeys: new Map([['PUB_KEY_ID_1', makeSandboxKeys().platformPublicKey]]),
    }
    expect(await createWechatProvider(config).askPayment('N0SUCHNUMBER')).toEqual({ state: 'unknown', code: 'unverified' })
  })

  it('that is not there is no answer', async () => {
    const gone = await startSandbox({ clock: town().clock, keys: sandbox().keys })
    const provider = createWechatProvider(gone.configFor(() => town().url))
    expect(await provider.askPayment('N0SUCHNUMBER')).toEqual({ state: 'absent' })
    await gone.stop()
    expect(await provider.askPayment('N0SUCHNUMBER')).toEqual({ state: 'unknown', code: 'no-answer' })
  })

  it('after a restart believes refunds of what it has forgotten, when told to', async () => {
    const restarted = await startSandbox({ clock: town().clock, keys: sandbox().keys, believes: true, retryMs: [] })
    const provider = createWechatProvider(restarted.configFor(() => town().url))
    const order = { number: 'R1', payment: 'F0RG0TTEN', amountFen: aPayout.amountFen, paymentFen: aPayout.amountFen }
    expect(await createWechatProvider(sandbox().configFor(() => town().url)).refund(order)).toMatchObject({ state: 'unknown' })
    expect(await provider.refund(order)).toMatchObject({ state: 'asked', refund: 'R1' })
    await restarted.stop()
  })

  it('after a restart calls a payout off that it has forgotten, and the money comes back', async () => {
    await payOut(room().ports, { ...aPayout, key: key(aPayout.key) })
    const restarted = await startSandbox({ clock: town().clock, keys: sandbox().keys, believes: true, retryMs: [] })
    const later = openRoom(store(), town().clock, createWechatProvider(restarted.configFor(() => town().url)))
    await pursuePayout(later.ports, (await payout())?.id ?? '')
    expect(await payout()).toMatchObject({ state: 'cancelled', code: 'MCH_CANCEL' })
    await restarted.stop()
  })

  it('sends callbacks late, and again until they are heard', async () => {
    const slow = await startSandbox({ clock: town().clock, keys: sandbox().keys, retryMs: [5] })
    const heard: string[] = []
    town().use({
      mount: {
        prefix: '',
        listener: (incoming, response) => {
          heard.push(incoming.url ?? '')
          incoming.resume()
          response.writeHead(heard.length === 1 ? 500 : 200).end()
          return true
        },
      },
    })
    slow.mischief.delayMs = 5
    const provider = createWechatProvider(slow.configFor(() => town().url))
    const expiresAt = town().clock.now().add({ minutes: 5 })
    await provider.openPayment({ number: 'SLOW01', way: 'native', amountFen: aPayout.amountFen, description: 'x', expiresAt })
    slow.pay('SLOW01')
    while (heard.length < 2) await new Promise((resolve) => setTimeout(resolve, 5))
    await slow.stop()
    expect(heard).toHaveLength(2)
  })

  it('refuses to be paid after the time', async () => {
    const { id } = await opened()
    await minutesPass(0)
    town().clock.forward({ minutes: 121 })
    expect(sandbox().pay(id)).toBe(false)
  })
})

it('a bounded map forgets the oldest', () => {
  const map = new BoundedMap<number>(2)
  for (const n of [1, 2, 3]) map.set(`${n}`, n)
  expect([map.get('1'), map.values()]).toEqual([undefined, [2, 3]])
})
