import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals'
import { servedSimulator } from '@linggong/bot/channel/testing/served-simulator.ts'
import { until } from '@linggong/bot/channel/testing/until.ts'
import { messagesOf } from '@linggong/bot/pipeline/messages-of.ts'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { chromium as chromiumPath } from '../../scripts/system-needs.mjs'
import { describeWhere } from '../setup/needs.ts'
import { pictureOf } from './kit/picture-of.ts'
import { scanned } from './kit/scanning.ts'

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const DESK = { viewport: { width: 1440, height: 900 } }

const CARD = '【活】1024 搬办公桌\n工钱：100元/人\n想去就回「抢1024」'

const PAY_URL = 'weixin://wxpay/bizpayurl?pr=NwY5Mz9'

/** Understands just enough to show what the page can do. */
function reply({ text, room, quote }: { text: string; room?: string; quote?: string }): string | undefined {
  if (room !== undefined) return quote?.includes('1024') ? '1024 已满' : text === '有啥活' ? CARD : undefined
  return text === '注册' ? '你是哪一种？\n回1找活\n回2招人' : `收到：${text}`
}

describeWhere('chromium', 'the page of the simulator', () => {
  let browser: Browser
  let served: Awaited<ReturnType<typeof servedSimulator>>
  const complaints: string[] = []

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: chromiumPath() ?? '', args: ARGUMENTS })
  })
  beforeEach(async () => {
    complaints.length = 0
    served = await servedSimulator(reply)
  })
  afterAll(() => browser.close())

  async function opened(options: BrowserContextOptions, work: (page: Page) => Promise<void>) {
    const context = await browser.newContext(options)
    try {
      const page = await context.newPage()
      page.on('pageerror', (error) => complaints.push(String(error)))
      page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
      await page.goto(`${served.url}/simulator`)
      await work(page)
    } finally {
      await context.close()
      await served.stop()
    }
  }

  it('lets one talk with the bot on a phone, by typing and by chips', async () => {
    await opened(PHONE, async (page) => {
      await page.getByRole('button', { name: /零工小助手/ }).tap()
      await page.getByRole('button', { name: '注册', exact: true }).tap()
      await page.getByText('你是哪一种？').waitFor()
      await page.getByRole('button', { name: '2', exact: true }).tap()
      await page.getByText('收到：2').waitFor()
      await page.getByRole('textbox', { name: '发给零工小助手' }).fill('找活')
      await page.getByRole('button', { name: '发送' }).tap()
      await page.getByText('收到：找活').waitFor()
      expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    })
    expect(complaints).toEqual([])
  })

  it('shows what is unread, and answers a post by quoting it', async () => {
    await opened(PHONE, async (page) => {
      await page.getByText('还没有人说话').first().waitFor()
      await served.simulator.say({ from: 'liao', room: 'group', text: '@零工小助手 有啥活' })
      await page.getByLabel('2条没看').waitFor()
      await page.getByRole('button', { name: /将乐零工群/ }).tap()
      const post = page.getByRole('listitem').filter({ hasText: '想去就回' })
      await post.getByRole('button', { name: '引用' }).tap()
      await page.getByRole('textbox').fill('我来')
      await page.keyboard.press('Enter')
      await page.getByText('1024 已满').waitFor()
      await page.getByRole('button', { name: '返回' }).tap()
      expect(await page.getByLabel(/条没看/).count()).toBe(0)
    })
    expect(served.heard).toMatchObject([
      { mentioned: true, text: '有啥活' },
      { from: 'chen', text: '我来', quote: CARD },
    ])
    expect(complaints).toEqual([])
  })

  it('lets somebody new join and call the bot in the group', async () => {
    await opened(PHONE, async (page) => {
      await page.getByRole('button', { name: '我是陈小旺，换个人' }).tap()
      await page.getByRole('textbox', { name: '新来的人' }).fill('小张')
      await page.getByRole('button', { name: '加入' }).tap()
      await page.getByRole('button', { name: /将乐零工群/ }).tap()
      await page.getByRole('textbox').fill('有啥活')
      await page.getByRole('button', { name: '叫小助手' }).tap()
      await page.getByRole('button', { name: '发送' }).tap()
      await page.getByText('想去就回').waitFor()
      await page.reload()
      await page.getByRole('button', { name: '我是小张，换个人' }).waitFor()
    })
    expect(served.heard).toMatchObject([{ name: '小张', room: 'group', mentioned: true, text: '有啥活' }])
    expect(complaints).toEqual([])
  })

  it('puts a worker, the group and an employer side by side', async () => {
    await opened(DESK, async (page) => {
      const [worker, group, employer] = ['陈小旺', '廖大山', '蔡丽云'].map((name) => page.getByRole('region', { name: `${name}的手机` }))
      await employer?.getByRole('textbox').fill('发活')
      await employer?.getByRole('textbox').press('Enter')
      await employer?.getByText('收到：发活').waitFor()
      await served.simulator.say({ from: 'cai', room: 'group', text: '\u202e<img src=x onerror=alert(1)>\u0000\ud800' })
      await group?.getByText('<img src=x').waitFor()
      await worker?.getByRole('button', { name: '返回' }).click()
      await worker?.getByRole('button', { name: /将乐零工群/ }).focus()
      await page.keyboard.press('Enter')
      await worker?.getByText('<img src=x').waitFor()
      expect(await page.locator('img').count()).toBe(0)
    })
    expect(complaints).toEqual([])
  })

  it.each([['light'], ['dark']] as const)(
    'shows a code in the chat that a phone can scan, and enlarges it, in %s colours',
    async (colorScheme) => {
      await opened({ ...PHONE, colorScheme }, async (page) => {
        await page.getByRole('button', { name: /零工小助手/ }).tap()
        const to = { contact: 'chen' }
        await served.channel.send({ to, text: `要先付300元。在这里付：${served.url}/pay/abc，或扫下面的码。回「算了」` })
        for (const message of messagesOf(to, { text: '二维码：', qr: PAY_URL }, { pictures: true })) await served.channel.send(message)
        await page.getByRole('img', { name: /付款二维码/ }).waitFor()
        expect(await scanned(page, '.picture img')).toBe(PAY_URL)
        expect(await page.getByRole('link').getAttribute('href')).toBe(`${served.url}/pay/abc`)
        expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
        await page.screenshot({ path: pictureOf(`chat-${colorScheme}`) })

        await page.getByTitle('放大看').tap()
        const dialog = page.getByRole('dialog', { name: /付款二维码/ })
        await dialog.getByRole('img').waitFor()
        await page.screenshot({ path: pictureOf(`enlarged-${colorScheme}`) })
        expect((await dialog.getByRole('img').boundingBox())?.width).toBeGreaterThan(300)
        await dialog.getByRole('button', { name: '关掉' }).tap()
        await dialog.waitFor({ state: 'detached' })
      })
      expect(complaints).toEqual([])
    },
  )

  it('makes no link of what people say, and offers what the words above a picture ask', async () => {
    await opened(DESK, async (page) => {
      const worker = page.getByRole('region', { name: '陈小旺的手机' })
      await served.simulator.say({ from: 'chen', text: 'http://evil.example' })
      await worker.getByText('收到：http://evil.example').waitFor()
      const to = { contact: 'chen' }
      for (const message of messagesOf(to, { text: '回「确认」', qr: PAY_URL }, { pictures: true })) await served.channel.send(message)
      await worker.getByRole('img', { name: /付款二维码/ }).waitFor()
      await worker.getByRole('group', { name: '快捷回复' }).getByRole('button', { name: '确认' }).waitFor()
      expect(await worker.locator('.mine a').count()).toBe(0)
    })
    expect(complaints).toEqual([])
  })

  it('says that the connection broke, and goes on when the server is back', async () => {
    await opened(PHONE, async (page) => {
      await page.getByRole('button', { name: /零工小助手/ }).tap()
      await served.stop()
      await page.getByText('连接断了').waitFor()
      await page.getByRole('textbox').fill('在吗')
      await page.getByRole('button', { name: '发送' }).tap()
      expect(await page.getByRole('textbox').inputValue()).toBe('在吗')
      served = await servedSimulator(reply, served.port)
      await page.getByText('连接断了').waitFor({ state: 'hidden' })
      await page.getByRole('button', { name: /零工小助手/ }).tap()
      await page.getByRole('button', { name: '注册', exact: true }).tap()
      await page.getByText('你是哪一种？').waitFor()
      await until(() => served.heard.length === 1)
    })
  })

  it('keeps up with a burst', async () => {
    await opened(DESK, async (page) => {
      await page.getByRole('region', { name: '廖大山的手机' }).waitFor()
      for (let n = 1; n <= 3_000; n += 1) void served.simulator.say({ from: 'cai', room: 'group', text: `第${n}条` })
      await page.getByText('第3000条', { exact: true }).waitFor()
      expect(await page.locator('.line').count()).toBeLessThan(500)
    })
    expect(complaints).toEqual([])
  })
})
