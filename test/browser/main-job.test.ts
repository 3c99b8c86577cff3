import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { describeWhere } from '../setup/needs.ts'
import { DESK_SIZED, type OpenBrowser, openBrowser, PHONE_SIZED } from './kit/browsing.ts'
import { askToPublish, finish, grab, newcomer, pay, post, register, registerByTapping, start } from './kit/main-job.ts'
import { Phone } from './kit/phone.ts'
import { type AppSetting, type RunningApp, startApp } from './kit/running-app.ts'
import { scanned } from './kit/scanning.ts'

const PATIENCE_MS = 300_000
const PICTURE = path.resolve(import.meta.dirname, '../../docs/images/simulator.png')
const PICTURE_BYTES = 200_000
/** Colours that flow make a picture several times as large. */
const PLAIN = 'body { background: #d3e4dc } .phone { box-shadow: none }'

let dataDir: string
let app: RunningApp

beforeEach(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'linggong-'))
})
afterEach(async () => {
  await app?.kill()
  await rm(dataDir, { recursive: true, force: true })
})

async function started(setting: Omit<AppSetting, 'dataDir'> = {}): Promise<void> {
  app = await startApp({ ...setting, dataDir })
}

describeWhere(['chromium', 'chinese-font'], 'the main job, by three people with a phone each', () => {
  let browser: OpenBrowser

  beforeAll(async () => {
    browser = await openBrowser()
  }, PATIENCE_MS)
  afterAll(() => browser.close())

  const phoneOf = async (owner: string): Promise<Phone> => Phone.of(owner, await browser.page(`${app.url}/simulator`, PHONE_SIZED))

  it(
    'goes from one sentence to money in the wallet, in the demo county',
    async () => {
      await started()
      const [employer, liao, chen] = await Promise.all([phoneOf('蔡丽云'), phoneOf('廖大山'), phoneOf('陈小旺')])
      await Promise.all([employer.openBot(), liao.openGroup()])
      const number = await askToPublish(employer)
      expect(await scanned(employer.page, '.picture img')).toMatch(/^http:.*sandbox.pay/)
      expect(await liao.hasNotHeard(number)).toBe(true)
      const job = await pay(employer, number)
      await grab([liao, chen], job)
      await employer.hears(`【${job.number}】人齐了`)
      for (const [worker, masked] of [[liao, '廖*山'] as const, [chen, '陈*旺'] as const]) {
        await start(worker, job)
        await employer.hears(`${masked}开工了：【${job.number}】`)
        await finish(worker)
        await employer.hears(`${masked}收工了`)
      }
      await employer.ask(`确认完工${job.number}`, '2人的工钱200元付出去了')
      for (const worker of [liao, chen]) {
        await worker.hears(`到账100元：【${job.number}】`)
        expect(await worker.ask('钱包', '我的钱包')).toContain(`工钱100元【${job.number}】`)
      }
      expect(browser.complaints).toEqual([])
      await takePicture()
      expect(await app.stop()).toMatchObject({ code: 0 })
    },
    PATIENCE_MS,
  )

  it(
    'starts from an empty county, and goes on where it was when the server is killed in the middle',
    async () => {
      await started({ empty: true })
      const [employer, first, second] = await Promise.all([phoneOf('蔡丽云'), phoneOf('陈小旺'), phoneOf('老王')])
      await Promise.all([employer.openBot(), first.openBot(), second.openBot()])
      await register(employer, newcomer('2', '蔡丽云', '19831121'))
      await register(first, newcomer('1', '陈小旺', '19790805'))
      await registerByTapping(second, '老王')
      const job = await post(employer)
      await grab([first, second], job)
      await start(first, job)

      await app.kill()
      for (const { page } of [employer, first, second]) await page.getByText('连接断了').waitFor()
      await started({ empty: true, port: app.port })
      for (const { page } of [employer, first, second]) await page.getByText('连接断了').waitFor({ state: 'hidden' })

      await first.openBot()
      expect(await first.ask('我的单', '我接的')).toContain(`【${job.number}】搬办公桌`)
      await finish(first)
      await employer.openBot()
      expect(await employer.ask('我的单', '我发的')).toMatch(new RegExp(`【${job.number}】搬办公桌.*干活中.*2/2人`))
      await employer.ask('确认完工', '1人的工钱100元付出去了')
      await first.hears('到账100元')
      expect(await first.ask('钱包', '我的钱包')).toMatch(/^我的钱包：100元/)
      await second.openBot()
      await second.ask(`开工${job.startCode}`, '开工了！')
      expect(await app.stop()).toMatchObject({ code: 0 })
      expect(browser.complaints).toEqual([])
    },
    PATIENCE_MS,
  )

  /** What the three of them see in the end, side by side, the employer looking back at what he paid: the picture of the README when told to renew it. */
  async function takePicture(): Promise<void> {
    const page = await browser.page(`${app.url}/simulator`, DESK_SIZED)
    for (const [place, owner] of ['廖大山', '陈小旺', '蔡丽云'].entries()) {
      const phone = await Phone.of(owner, page, place)
      await (place === 1 ? phone.openGroup() : phone.openBot())
    }
    await page.evaluate(`document.querySelector('.picture').scrollIntoView({ block: 'center' })`)
    const isKept = process.env['UPDATE_SCREENSHOT'] === '1'
    const file = isKept ? PICTURE : path.join(dataDir, 'simulator.png')
    await page.getByRole('heading', { name: '零工市场' }).click()
    await page.screenshot({ path: file, style: PLAIN })
    if (isKept) expect((await stat(file)).size).toBeLessThan(PICTURE_BYTES)
  }
})

describe('a start on a machine that has seen nothing', () => {
  interface Said {
    readonly fromBot: boolean
    readonly to?: string
    readonly room?: string
    readonly text: string
  }

  /** What the bot has said that fits, as soon as there are so many of it. */
  async function said(fits: (message: Said) => boolean, count = 1): Promise<readonly string[]> {
    for (;;) {
      const { messages } = (await (await fetch(`${app.url}/simulator/messages`)).json()) as { readonly messages: readonly Said[] }
      const found = messages.filter((message) => message.fromBot && fits(message))
      if (found.length >= count) return found.map(({ text }) => text)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }

  async function answerTo(from: string, text: string): Promise<string | undefined> {
    const headers = { 'content-type': 'application/json' }
    const sent = await fetch(`${app.url}/simulator/messages`, { method: 'POST', headers, body: JSON.stringify({ from, text }) })
    expect(sent.status).toBe(202)
    const [answer] = await said(({ to }) => to === from)
    return answer
  }

  it(
    'answers the first line with work to be had, and ends when told, even while the demo county loads',
    async () => {
      await started()
      expect(await answerTo('chen', '找活')).toMatch(/^1\. .*【\d+】(.|\n)*回「更多」/)
      expect(await (await fetch(app.url)).text()).toContain('聊天模拟器')
      const cards = await said(({ room }) => room !== undefined, 3)
      expect(new Set(cards.map((card) => card.match(/回「抢(\d+)」/)?.[1])).size).toBe(3)
      const { code, said: printed } = await app.stop()
      expect(code).toBe(0)
      expect(printed).not.toMatch(/"level":[56]0/)
    },
    PATIENCE_MS,
  )

  it(
    'answers without a demo county too',
    async () => {
      await started({ empty: true })
      expect(await answerTo('chen', '找活')).toBe('现在没有活。有新活群里会发。')
      expect(await app.stop()).toMatchObject({ code: 0 })
    },
    PATIENCE_MS,
  )
})
