import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { verifyLedger } from '@linggong/api/wallet/verify-ledger.ts'
import { MORNING } from '../kit/a-county.ts'
import { aPayTown, type PayTown, wordsOf } from './kit/pay-town.ts'

const WECHAT = 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/126.0 Mobile Safari/537.36 MicroMessenger/8.0.50'

let town: PayTown
beforeEach(async () => {
  town = await aPayTown({ payInPlay: false })
})
afterEach(() => town.stop())

const inWechat = (address: string) => fetch(address, { redirect: 'manual', headers: { 'user-agent': WECHAT } })
const openInWechat = async (page: string) => wordsOf(await (await inWechat(page)).text())
/** Pages name the county's public address, where nobody listens in a test. */
const here = (address: string) => address.replace('http://localhost:3000', town.url)
const goesTo = (answer: Response) => new URL(answer.headers.get('location') ?? '', town.url)

const read = (attribute: string) => attribute.replaceAll('&#38;', '&').replaceAll('&#34;', '"')

/** Whoever comes to the login of the chat app is sent back as an account of his own. */
async function loggedIn(page: string): Promise<string> {
  const login = goesTo(await inWechat(`${page}/app`)).href
  const back = /href="([^"]+)"/.exec((await (await fetch(login)).text()).split('<main')[1] ?? '')?.[1] ?? ''
  return here(read(back))
}

/** Gives the page of an order that is for the account of whoever comes. */
async function ordered(page: string): Promise<URL> {
  return goesTo(await inWechat(await loggedIn(page)))
}

const orderIn = (page: string): Record<string, string> => JSON.parse(read(/data-order="([^"]+)"/.exec(page)?.[1] ?? '{}'))

const numberOf = ({ pathname }: URL): string => pathname.slice(pathname.lastIndexOf('/') + 1)

async function thumb(number: string): Promise<void> {
  expect(town.playMoney.sandbox.pay(number)).toBe(true)
  await town.settle()
}

describe('an employer with one telephone', () => {
  it('has a button to pay by in the chat app, and a code to scan anywhere else', async () => {
    const { page } = await town.published()
    expect(await openInWechat(page)).toContain('微信支付')
    expect(await openInWechat(page)).not.toContain('扫一扫')
    expect(await town.see(page)).toContain('扫一扫')
    expect(await town.see(page)).not.toContain('微信支付')
  })

  it('pays by an order for his account, and the job is out', async () => {
    const { page, number } = await town.published()
    const address = await ordered(page)
    const whole = await (await inWechat(address.href)).text()
    expect(orderIn(whole)).toMatchObject({ package: `prepay_id=wxsandbox${numberOf(address)}`, signType: 'RSA' })
    await thumb(numberOf(address))
    expect(await town.stateOf(number)).toBe('open')
    const after = await inWechat(address.href)
    expect(goesTo(after).href).toBe(page)
    expect(await openInWechat(page)).toContain('付好了')
  })

  it('has one order however often he comes, another account has another, and what comes twice goes back', async () => {
    const { page, number } = await town.published()
    const [first, second] = [await ordered(page), await ordered(page)]
    expect(numberOf(first)).not.toBe(numberOf(second))
    await thumb(numberOf(first))
    await thumb(numberOf(second))
    expect(await town.stateOf(number)).toBe('open')
    const { refunds, orders } = town.playMoney.sandbox
    expect(orders.values().filter(({ paidAt }) => paidAt !== undefined)).toHaveLength(2)
    expect(refunds.values().map(({ amountFen }) => amountFen)).toEqual([20_000])
    expect(await verifyLedger({ store: town.store, county: town.county.county })).toMatchObject({ faults: [], trialBalanceFen: 0 })
  })

  it('is not sent anywhere by what nobody gave out', async () => {
    const { page } = await town.published()
    const back = await loggedIn(page)
    const code = page.slice(page.lastIndexOf('/') + 1)
    expect((await inWechat(`${town.url}/pay/back?code=x&state=${'z'.repeat(22)}`)).status).toBe(303)
    expect((await inWechat(`${town.url}/pay/back?code=x&state=../../x`)).status).toBe(404)
    expect(goesTo(await inWechat(`${town.url}/pay/back?code=forged&state=${code}`)).href).toBe(page)
    const order = goesTo(await inWechat(back))
    expect(goesTo(await inWechat(back)).href).toBe(page)
    const other = await town.published()
    expect(goesTo(await inWechat(`${other.page}/app/${numberOf(order)}`)).href).toBe(other.page)
    expect((await fetch(`${page}/app`, { method: 'POST', headers: { origin: town.url }, redirect: 'manual' })).status).toBe(404)
    expect((await inWechat(`${page}/renew/${numberOf(order)}`)).status).toBe(404)
  })

  it('pays by the code to scan where the order has run out', async () => {
    const { page } = await town.published()
    const address = await ordered(page)
    town.clock.at = MORNING.add({ minutes: 125 })
    expect(goesTo(await inWechat(address.href)).href).toBe(page)
  })
})
