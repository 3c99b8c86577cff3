import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals'
import type { Page } from 'playwright-core'
import { describeWhere } from '../setup/needs.ts'
import { type OpenBrowser, openBrowser } from './kit/browsing.ts'
import { pictureOf } from './kit/picture-of.ts'
import { board, boardJob, shownScreen } from './kit/shown-screen.ts'

const PATIENCE_MS = 300_000
const WALL = { viewport: { width: 1920, height: 1080 } }
const EVERY_MS = 3_000
const PAGE_MS = 12_000
/** A minute and a half: questions on their way when it begins do not make two minutes of it. */
const SILENCE_MS = 90_000
/** Each another board: as many as in a week in which something happens every five minutes. */
const UPDATES = 2_000

describeWhere(['chromium', 'chinese-font'], 'the screen of the hall', () => {
  let browser: OpenBrowser
  let shown: Awaited<ReturnType<typeof shownScreen>>
  let page: Page

  beforeAll(async () => {
    browser = await openBrowser()
  }, PATIENCE_MS)
  beforeEach(async () => {
    shown = await shownScreen()
    shown.hall.board = board(Array.from({ length: 8 }, (_, nth) => boardJob(nth)))
    page = await browser.page('about:blank', { ...WALL, reducedMotion: 'reduce' })
    // The page's clock goes when the test moves it and at no other time, however slow the machine is.
    await page.clock.install({ time: 0 })
    await page.clock.pauseAt(EVERY_MS)
    await page.goto(`${shown.url}/screen`)
    await page.locator('.job').first().waitFor()
  }, PATIENCE_MS)
  afterEach(async () => {
    await page.context().close()
    await shown.stop()
    expect(browser.complaints).toEqual([])
  })
  afterAll(() => browser.close())

  /** The screen asks once more, and shows what it heard. */
  async function asks(): Promise<void> {
    const before = shown.hall.asked
    while (shown.hall.asked === before) await page.clock.runFor(EVERY_MS)
  }
  const numbers = () => page.locator('.job-number').allTextContents()

  it('shows what is open in letters that are read from across the room, and no pointer', async () => {
    expect(await page.locator('.job').first().textContent()).toBe('10000第0个活古镛镇 县政府对面180元/天今天 13:00当天 · 雇主 蔡*云2人')
    const sizes = await page.evaluate<number[]>(
      '[...document.querySelectorAll(".job-number, .job-main, .job-pay b, .job-seats b")].map((part) => parseFloat(getComputedStyle(part).fontSize))',
    )
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(40)
    expect(await page.evaluate('getComputedStyle(document.body).cursor')).toBe('none')
    expect(
      await page.evaluate('document.documentElement.scrollHeight <= innerHeight && document.documentElement.scrollWidth <= innerWidth'),
    ).toBe(true)
    expect(await page.getByRole('img', { name: '加零工小助手的二维码' }).isVisible()).toBe(true)
    await page.screenshot({ path: pictureOf('screen') })
  })

  it('shows seats as they go, and says so where there is nothing', async () => {
    shown.hall.board = board([boardJob(0, { seatsLeft: 1 })])
    await asks()
    await page.locator('.job-seats.last', { hasText: '1人' }).waitFor()
    shown.hall.board = board([])
    await asks()
    await page.getByText('现在没有在招的活').waitFor()
  })

  it('turns its pages, and none is left out', async () => {
    expect(await numbers()).toEqual(['10000', '10001', '10002', '10003', '10004', '10005'])
    await page.clock.runFor(PAGE_MS)
    await page.getByText('第2页，共2页').waitFor()
    expect(await numbers()).toEqual(['10006', '10007'])
    await page.clock.runFor(PAGE_MS)
    await page.getByText('第1页，共2页').waitFor()
  })

  it(
    'says how old it is while nobody answers, and goes on by itself',
    async () => {
      shown.hall.isAway = true
      await page.clock.runFor(SILENCE_MS)
      await page.getByText(/连不上服务器已1分钟，显示的是 10:00 的信息/).waitFor()
      expect(await page.locator('.job').count()).toBeGreaterThan(0)
      await page.screenshot({ path: pictureOf('screen-away') })
      shown.hall.isAway = false
      shown.hall.now = shown.hall.now.add({ minutes: 2 })
      shown.hall.board = board([boardJob(77)])
      await asks()
      await page.getByText('更新于 10:02').waitFor()
      expect(await numbers()).toEqual(['10077'])
    },
    PATIENCE_MS,
  )

  it('begins anew at night, once, and only while the server is there', async () => {
    await page.evaluate('window.isOld = true')
    const isOld = () => page.evaluate<boolean>('window.isOld === true')
    shown.hall.now = Temporal.Instant.from('2026-11-29T03:05:00+08:00')
    await asks()
    expect(await isOld()).toBe(true)
    await page.clock.fastForward('03:00:00')
    await asks()
    await page.waitForFunction('window.isOld !== true && document.querySelector(".job") !== null')
    await page.evaluate('window.isOld = true')
    for (let times = 0; times < 20; times += 1) await asks()
    expect(await isOld()).toBe(true)
  })

  it(
    'runs for weeks without growing',
    async () => {
      const session = await page.context().newCDPSession(page)
      await session.send('Performance.enable')
      async function measured() {
        await session.send('HeapProfiler.collectGarbage')
        const { metrics } = await session.send('Performance.getMetrics')
        const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN
        return { nodes: of('Nodes'), listeners: of('JSEventListeners'), heapBytes: of('JSHeapUsedSize') }
      }
      async function update(times: number): Promise<void> {
        for (let nth = 0; nth < times; nth += 1) {
          const count = (nth * 7) % 23
          shown.hall.board = board(
            Array.from({ length: count }, (_, of) => boardJob(nth + of, { seatsLeft: (nth % 3) + 1, insured: nth % 2 === 0 })),
          )
          if (nth % 97 === 0) shown.hall.isAway = !shown.hall.isAway
          await asks()
        }
        shown.hall.isAway = false
        shown.hall.board = board(Array.from({ length: 8 }, (_, nth) => boardJob(nth)))
        await asks()
        await asks()
      }
      await update(200)
      const before = await measured()
      await update(UPDATES)
      const after = await measured()
      process.stderr.write(`the screen after ${UPDATES} updates: ${JSON.stringify({ before, after })}\n`)
      expect(after.listeners).toBe(before.listeners)
      expect(after.nodes).toBeLessThanOrEqual(before.nodes + 100)
      expect(after.heapBytes).toBeLessThanOrEqual(before.heapBytes + 1_000_000)
      expect(await page.evaluate('document.querySelectorAll("*").length')).toBeLessThan(300)
    },
    PATIENCE_MS,
  )
})
