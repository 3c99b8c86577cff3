import { afterAll, beforeAll, expect, it } from '@jest/globals'
import { fen } from '@linggong/api/core/money.ts'
import { type Sandbox, startSandbox } from '@linggong/api/payment/sandbox/sandbox.ts'
import { createWechatProvider } from '@linggong/api/payment/wechat/wechat-provider.ts'
import { describeWhere } from '../setup/needs.ts'
import { type OpenBrowser, openBrowser, PHONE_SIZED } from './kit/browsing.ts'
import { pictureOf } from './kit/picture-of.ts'

const clock = { now: () => Temporal.Now.instant() }
/** Nobody hears the sandbox's callbacks here. */
const NOBODY = 'http://127.0.0.1:1/heard'

describeWhere(['chromium', 'chinese-font'], 'the pages of the sandbox', () => {
  let browser: OpenBrowser
  let sandbox: Sandbox

  beforeAll(async () => {
    browser = await openBrowser()
    sandbox = await startSandbox({ clock, retryMs: [] })
  })
  afterAll(async () => {
    await sandbox.stop()
    await browser.close()
  })

  it('say that no money is real, and pay by one tap', async () => {
    const provider = createWechatProvider(sandbox.configFor(() => NOBODY))
    const about = { number: 'BROWSER01', way: 'native' as const, amountFen: fen(32_100), description: '放工钱 10244' }
    const opened = await provider.openPayment({ ...about, expiresAt: clock.now().add({ minutes: 5 }) })
    const url = opened.state === 'open' && opened.means.way === 'native' ? opened.means.codeUrl : ''
    const page = await browser.page(url, PHONE_SIZED)
    for (const words of ['演示：这是模拟支付，不花真钱。', '放工钱 10244', '321元']) await page.getByText(words).waitFor()
    await page.screenshot({ path: pictureOf('sandbox-pay') })
    await page.getByRole('button', { name: '付款' }).tap()
    await page.getByText('可以回到聊天里了').waitFor()
    expect(sandbox.orders.get('BROWSER01')?.state).toBe('SUCCESS')
    expect(browser.complaints).toEqual([])
  })
})
