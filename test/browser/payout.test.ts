import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import { describeWhere } from '../setup/needs.ts'
import { DESK_SIZED, type OpenBrowser, openBrowser, PHONE_SIZED } from './kit/browsing.ts'
import { finish, grab, newcomer, post, register, registerByTapping, start } from './kit/main-job.ts'
import { Phone } from './kit/phone.ts'
import { type RunningApp, startApp } from './kit/running-app.ts'

const PATIENCE_MS = 300_000
/** Where pictures of the pages are put, when told to. */
const PICTURES = process.env['PICTURES']

let dataDir: string
let app: RunningApp
let browser: OpenBrowser
let first: Phone
let second: Phone

/** An empty county in which two workers have earned 100 yuan each. */
async function payday(): Promise<void> {
  const phoneOf = async (owner: string): Promise<Phone> => Phone.of(owner, await browser.page(`${app.url}/simulator`, PHONE_SIZED))
  const employer = await phoneOf('蔡丽云')
  ;[first, second] = await Promise.all([phoneOf('陈小旺'), phoneOf('老王')])
  await Promise.all([employer, first, second].map((phone) => phone.openBot()))
  await register(employer, newcomer('2', '蔡丽云', '19831121'))
  await register(first, newcomer('1', '陈小旺', '19790805'))
  await registerByTapping(second, '老王')
  const job = await post(employer)
  await grab([first, second], job)
  for (const worker of [first, second]) {
    await start(worker, job)
    await finish(worker)
  }
  await employer.ask(`确认完工${job.number}`, '2人的工钱200元付出去了')
  for (const worker of [first, second]) await worker.hears('到账100元')
}

/** Nothing of a page is wider than the phone that shows it, or too small for a thumb. */
async function expectFitting(page: Page, name: string): Promise<void> {
  const wide = await page.evaluate('document.documentElement.scrollWidth > innerWidth')
  const small = await page.evaluate(
    `[...document.querySelectorAll('.button, .field')].filter(({ offsetHeight }) => offsetHeight < 44).length`,
  )
  expect([name, wide, small]).toEqual([name, false, 0])
  if (PICTURES === undefined) return
  await page.screenshot({ path: path.join(PICTURES, `${name}-phone.png`), fullPage: true })
  const desk = await browser.page(page.url(), DESK_SIZED)
  await desk.screenshot({ path: path.join(PICTURES, `${name}-desk.png`) })
  await desk.close()
}

describeWhere(['chromium', 'chinese-font'], 'a worker with money in his wallet and a phone in his hand', () => {
  beforeAll(async () => {
    browser = await openBrowser()
    dataDir = await mkdtemp(path.join(tmpdir(), 'linggong-'))
    app = await startApp({ dataDir, empty: true })
    await payday()
  }, PATIENCE_MS)
  afterAll(async () => {
    await app.kill()
    await browser.close()
    await rm(dataDir, { recursive: true, force: true })
  })

  it(
    'names his account, takes some of it out in chat and the rest on the page of his wallet',
    async () => {
      await first.ask('提现', '先绑定收钱的微信')
      const payee = await first.follow()
      await payee.getByRole('heading', { name: '绑定收款微信' }).waitFor()
      await expectFitting(payee, 'payee')
      await payee.getByRole('link', { name: '就用我这个微信收钱' }).click()
      await payee.getByRole('link', { name: '就用这个微信' }).click()
      await payee.getByRole('heading', { name: '绑好了' }).waitFor()
      await expectFitting(payee, 'payee-done')
      await payee.close()
      await first.hears('收款微信绑好了')

      await first.ask('提现60', '把60元提到你的微信？')
      await first.ask('确认', '提现60元，还差一步')
      const payout = await first.follow()
      await payout.getByRole('heading', { name: '确认收款' }).waitFor()
      await expectFitting(payout, 'payout')
      await payout.getByRole('link', { name: '去微信确认收款' }).click()
      await payout.getByRole('button', { name: '确认收款' }).click()
      await first.hears('提现60元到账了')
      await payout.goBack()
      await payout.goBack()
      await payout.getByRole('heading', { name: '到账了' }).waitFor()
      await expectFitting(payout, 'payout-done')
      await payout.close()

      expect(await first.ask('钱包', '我的钱包')).toContain('我的钱包：40元')
      const wallet = await first.follow()
      await wallet.getByRole('heading', { name: '我的钱包' }).waitFor()
      await expectFitting(wallet, 'wallet')
      await wallet.getByLabel('提多少元？').fill('41')
      await wallet.getByRole('button', { name: '提现' }).click()
      expect(await wallet.getByRole('alert').textContent()).toBe('钱不够，现在能提40元。')
      await wallet.getByLabel('提多少元？').fill('15')
      await wallet.getByRole('button', { name: '提现' }).click()
      await wallet.getByRole('heading', { name: '确认提现' }).waitFor()
      await expectFitting(wallet, 'wallet-sure')
      await wallet.getByRole('button', { name: '确认提现' }).click()
      await wallet.getByText('15元').waitFor()
      await wallet.getByRole('button', { name: '不提了，退回钱包' }).click()
      await wallet.getByRole('heading', { name: '取消了' }).waitFor()
      await expectFitting(wallet, 'payout-failed')
      await first.hears('提现15元取消了')
      await wallet.close()
      expect(await first.ask('钱包', '我的钱包')).toContain('我的钱包：40元')
      expect(browser.complaints).toEqual([])
    },
    PATIENCE_MS,
  )

  it(
    'without scripts as well',
    async () => {
      await second.ask('提现', '先绑定收钱的微信')
      const plain = await browser.page((await second.follow()).url(), { ...PHONE_SIZED, javaScriptEnabled: false })
      await plain.getByRole('link', { name: '就用我这个微信收钱' }).click()
      await plain.getByRole('link', { name: '就用这个微信' }).click()
      await plain.getByRole('heading', { name: '绑好了' }).waitFor()
      await second.ask('钱包', '我的钱包')
      await plain.goto((await second.follow()).url())
      await plain.getByRole('button', { name: '提现' }).click()
      await plain.getByRole('button', { name: '确认提现' }).click()
      const address = plain.url()
      await plain.getByRole('link', { name: '去微信确认收款' }).click()
      await plain.getByRole('button', { name: '确认收款' }).click()
      await second.hears('提现100元到账了')
      await plain.goto(address)
      await plain.getByRole('heading', { name: '到账了' }).waitFor()
    },
    PATIENCE_MS,
  )
})
