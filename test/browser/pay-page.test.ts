import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals'
import { createLog } from '@linggong/api/log.ts'
import { createPayPage } from '@linggong/api/page/pay-page.routes.ts'
import type { PayPorts, PayState } from '@linggong/api/page/pay-view.ts'
import { ASKED, aPayView, CODE_URL, NOON } from '@linggong/api/page/testing/sample-view.ts'
import type { Page } from 'playwright-core'
import { describeWhere } from '../setup/needs.ts'
import { type OpenBrowser, openBrowser, PHONE_SIZED } from './kit/browsing.ts'
import { pictureOf } from './kit/picture-of.ts'
import { scanned } from './kit/scanning.ts'

const CODE = '0123456789abcdefGHIJ_-'
const DESK = { viewport: { width: 1280, height: 800 } }

/** The page of one thing to be paid, which stands as it is told to. */
async function aPayPage() {
  let state: PayState = ASKED
  const ports: PayPorts = {
    payViewOf: async (code) => (code === CODE ? aPayView(state) : undefined),
    renew: async () => {
      state = ASKED
    },
    payInPlay: async () => {
      state = { state: 'paid' }
    },
  }
  const parts = { ...ports, clock: { now: () => NOON }, log: createLog({ level: 'silent' }), chatUrl: '/simulator' }
  const inPlay = createPayPage(parts)
  const { payInPlay: _, ...real } = parts
  const mounts = { play: inPlay, real: createPayPage(real) }
  let shown: keyof typeof mounts = 'real'
  const server = createServer((request, response) => void mounts[shown].listener(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/pay/${CODE}`,
    become: (next: PayState) => {
      state = next
    },
    playWith: (money: keyof typeof mounts) => {
      shown = money
    },
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

const fits = (page: Page) => page.evaluate('document.documentElement.scrollWidth <= innerWidth')

describeWhere(['chromium', 'chinese-font'], 'the page to pay on', () => {
  let browser: OpenBrowser
  let pay: Awaited<ReturnType<typeof aPayPage>>

  beforeAll(async () => {
    browser = await openBrowser()
  })
  beforeEach(async () => {
    browser.complaints.length = 0
    pay = await aPayPage()
  })
  afterEach(() => {
    pay.stop()
    expect(browser.complaints).toEqual([])
  })
  afterAll(() => browser.close())

  it.each([
    ['phone', PHONE_SIZED],
    ['desk', DESK],
    ['dark', { ...PHONE_SIZED, colorScheme: 'dark' as const }],
  ])('has a code that can be scanned and fits: %s', async (name, screen) => {
    const page = await browser.page(pay.url, screen)
    expect(await scanned(page, '.code')).toBe(CODE_URL)
    expect(await fits(page)).toBe(true)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('先放工钱')
    expect(await page.evaluate('parseFloat(getComputedStyle(document.querySelector(".faint")).fontSize)')).toBeGreaterThanOrEqual(18)
    await page.screenshot({ path: pictureOf(`pay-${name}`), fullPage: true })
  })

  it('becomes another by itself, says so, and then leaves the server alone', async () => {
    const page = await browser.page(pay.url, PHONE_SIZED)
    await page.evaluate('window.drawn = document.querySelector(".code")')
    pay.become({ ...ASKED, expiresAt: NOON.add({ minutes: 5 }) })
    await page.getByText('还剩5分钟').waitFor()
    expect(await page.evaluate('window.drawn === document.querySelector(".code")')).toBe(true)
    pay.become({ state: 'paid' })
    await page.getByRole('heading', { name: '付好了' }).waitFor()
    expect(await page.getByRole('status').textContent()).toBe('付好了')
    expect(await page.title()).toBe('付好了 · 零工市场')
    const calls: string[] = []
    page.on('request', (request) => calls.push(request.url()))
    await page.waitForTimeout(4_000)
    expect(calls).toEqual([])
  })

  it('is paid by one tap with play money, without scripts too', async () => {
    pay.playWith('play')
    for (const javaScriptEnabled of [true, false]) {
      pay.become(ASKED)
      const page = await browser.page(pay.url, { ...PHONE_SIZED, javaScriptEnabled })
      await page.getByText('不花真钱').first().waitFor()
      await page.screenshot({ path: pictureOf('pay-play'), fullPage: true })
      await page.getByRole('button', { name: '模拟付款' }).tap()
      await page.getByRole('heading', { name: '付好了' }).waitFor()
      expect(await page.getByRole('link', { name: '回到聊天' }).getAttribute('href')).toBe('/simulator')
      await page.screenshot({ path: pictureOf('pay-paid'), fullPage: true })
    }
  })

  it('gives another code where the last was not used in time', async () => {
    pay.become({ state: 'expired' })
    const page = await browser.page(pay.url, PHONE_SIZED)
    await page.screenshot({ path: pictureOf('pay-expired'), fullPage: true })
    await page.getByRole('button', { name: '换一个新的付款码' }).tap()
    await page.getByRole('img', { name: '付款二维码' }).waitFor()
  })

  it('without scripts comes again as a whole', async () => {
    const page = await browser.page(pay.url, { ...PHONE_SIZED, javaScriptEnabled: false })
    expect(await page.locator('meta[http-equiv=refresh]').getAttribute('content')).toBe('15')
  })
})
