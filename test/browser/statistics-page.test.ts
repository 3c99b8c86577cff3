import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals'
import { alertView } from '@linggong/api/contract/alert.contract.ts'
import type { Overview } from '@linggong/api/contract/overview.contract.ts'
import type { StatisticsAnswer } from '@linggong/api/contract/statistics.contract.ts'
import { toldFigure } from '@linggong/api/core/statistics/told-figure.ts'
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { describeWhere } from '../setup/needs.ts'
import { type OpenBrowser, openBrowser, PHONE_SIZED } from './kit/browsing.ts'
import { figuresOf } from './kit/figures.ts'
import { pictureOf } from './kit/picture-of.ts'
import { type RunningApp, startApp } from './kit/running-app.ts'

const PATIENCE_MS = 300_000
const DESK = { viewport: { width: 1440, height: 900 } }
const WALL = { viewport: { width: 1920, height: 1080 } }
/** What a phone loads at most before everything works. */
const SCRIPT_BYTES_MAX = 350_000

/** The figure, or why there is none: of one trade in one township there may be too few people. */
const ORDERS = '.tile[data-metric=orders_completed] :is(.tile-figure, .tile-none)'

/** As the API tells one. */
const ALERT = alertView.parse({
  ...{ id: 'a1', rule: 'arrears-over-week', title: '欠薪超过7天', text: '一个雇主到期超过7天未付：欠付金额4,200元，涉及工友6人。' },
  ...{ definition: '雇主有到期超过7天仍未付的工钱；按雇主统计。', desk: '劳动保障监察', urgent: true, state: 'new', region: '古镛镇' },
  ...{ subject: null, from: '2026-11-26', to: '2026-11-27', suppressed: false, mutedBy: null, firedAt: '2026-11-26T18:10:00Z', demo: true },
  numbers: [{ id: 'owedFen', name: '欠付金额', value: 420_000, unit: 'fen', text: '4,200元' }],
  steps: [],
})

type Half = (answer: Overview | StatisticsAnswer) => unknown

const cellsOf = (answer: Overview | StatisticsAnswer, change: object): unknown => {
  if ('rows' in answer) return { ...answer, rows: answer.rows.map((row) => ({ ...row, ...change })) }
  const figures = answer.figures.map((figure) => ({
    ...figure,
    ...(figure.now === null ? {} : { now: { ...figure.now, ...change } }),
    trend: figure.trend.map((cell) => ({ ...cell, ...change })),
  }))
  return { ...answer, figures }
}

/** What the API may say while little is counted. */
const HALF: readonly (readonly [string, Half])[] = [
  [
    'nothing is in any table',
    (answer) =>
      'rows' in answer
        ? { ...answer, rows: [] }
        : { ...answer, figures: answer.figures.map((figure) => ({ ...figure, now: null, before: null, trend: [] })) },
  ],
  ['nothing is known', (answer) => cellsOf(answer, { value: null, numerator: null, denominator: null, p90: null })],
  [
    'everything is kept back',
    (answer) => cellsOf(answer, { value: null, numerator: null, denominator: null, p90: null, suppressed: true }),
  ],
  ['nothing has happened', (answer) => cellsOf(answer, { value: 0, numerator: 0, denominator: 0 })],
  [
    'nothing is collected',
    (answer) =>
      'rows' in answer
        ? { ...answer, metric: { ...answer.metric, collected: false }, rows: [] }
        : {
            ...answer,
            figures: answer.figures.map((figure) => ({
              ...figure,
              metric: { ...figure.metric, collected: false },
              now: null,
              before: null,
              trend: [],
            })),
          },
  ],
]

describeWhere(['chromium', 'chinese-font'], 'the page of figures, on the demo county', () => {
  let dataDir: string
  let app: RunningApp
  let browser: OpenBrowser
  let figures: ReturnType<typeof figuresOf>

  beforeAll(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), 'linggong-'))
    ;[app, browser] = await Promise.all([startApp({ dataDir }), openBrowser()])
    figures = figuresOf(app)
    await figures.whole()
  }, PATIENCE_MS)
  afterEach(() => expect(browser.complaints).toEqual([]))
  afterAll(async () => {
    await browser.close()
    await app.kill()
    await rm(dataDir, { recursive: true, force: true })
  })

  const address = (search = '') => `${app.url}/statistics${search}#token=${app.figuresToken}`

  /** The address that was printed, and from there to another view. */
  async function opened(screen: Parameters<OpenBrowser['page']>[1], search = ''): Promise<Page> {
    const page = await browser.page(address(), screen)
    await page.locator('.tile-pick').first().waitFor()
    if (search !== '') {
      await page.goto(`${app.url}/statistics${search}`)
      await page.locator('.tile-pick').first().waitFor()
    }
    return page
  }

  /** A month that is over has something in it on whatever day the test runs. */
  const lastMonth = async () => `?at=${(await figures.ask<Overview>('/stats/overview')).period.earlier}`

  const textOf = async (page: Page, selector: string): Promise<string> =>
    ((await page.locator(selector).textContent()) ?? '').replaceAll(/\s/g, '')

  it(
    'shows for every metric the number that the API answers for it alone',
    async () => {
      const page = await opened(DESK)
      const { period, figures: all } = await figures.ask<Overview>('/stats/overview')
      for (const figure of all) {
        const { metric } = figure
        const query = `metric=${metric.id}&bucket=${period.by}&from=${period.from}&to=${period.to}`
        const { rows } = await figures.ask<StatisticsAnswer>(`/stats/query?${query}`)
        const alone = toldFigure({ ...figure, now: rows[0] ?? null, before: null }, period)
        const told = alone.text === undefined ? (metric.collected ? '暂无数据' : '尚未采集') : `${alone.text.number}${alone.text.unit}`
        expect([metric.name, await textOf(page, `.all-figures tr[data-metric=${metric.id}] td:nth-child(2)`)]).toEqual([metric.name, told])
        const tile = page.locator(`.tile[data-metric=${metric.id}]`)
        if ((await tile.count()) > 0) expect(await textOf(page, `.tile[data-metric=${metric.id}] :is(.tile-figure, .tile-none)`)).toBe(told)
      }
      expect(await page.locator('.tile').count()).toBe(12)
    },
    PATIENCE_MS,
  )

  it('is there before its scripts are, and keeps the token out of its address', async () => {
    const page = await opened(DESK)
    expect(page.url()).toBe(`${app.url}/statistics`)
    const [cookie] = await page.context().cookies()
    expect(cookie).toMatchObject({ name: 'linggong-figures', httpOnly: true, sameSite: 'Strict' })
    const bare = await browser.page(app.url, { ...PHONE_SIZED, javaScriptEnabled: false })
    await bare.context().addCookies(cookie === undefined ? [] : [cookie])
    await bare.goto(`${app.url}/statistics`)
    expect(await bare.locator('.tile').count()).toBe(12)
    expect(await textOf(bare, '.tile:first-child .tile-figure')).toBe(await textOf(page, '.tile:first-child .tile-figure'))
  })

  it('loads no more scripts than a phone should have to', async () => {
    const page = await opened(PHONE_SIZED)
    await page.locator('.chart svg').first().waitFor()
    const loaded = await page.evaluate<string[]>(
      'performance.getEntriesByType("resource").map(({ name }) => name).filter((name) => name.endsWith(".js"))',
    )
    expect(loaded).toContain(`${app.url}/web/statistics.js`)
    const sizes = await Promise.all(
      loaded.map(async (url) => {
        const { headers } = await fetch(url, { headers: { 'accept-encoding': 'gzip' } })
        return headers.get('content-encoding') === 'gzip' ? Number(headers.get('content-length')) : Number.NaN
      }),
    )
    const bytes = sizes.reduce((sum, each) => sum + each, 0)
    expect(bytes).toBeGreaterThan(100_000)
    expect(bytes).toBeLessThanOrEqual(SCRIPT_BYTES_MAX)
  })

  it.each([
    ['phone', PHONE_SIZED],
    ['phone-dark', { ...PHONE_SIZED, colorScheme: 'dark' as const }],
    ['desk', DESK],
    ['desk-dark', { ...DESK, colorScheme: 'dark' as const }],
    ['wall', WALL],
  ])('fits its screen: %s', async (name, screen) => {
    const page = await opened({ ...screen, reducedMotion: 'reduce' })
    await page.locator('.chart svg text').first().waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
    await page.screenshot({ path: pictureOf(`statistics-${name}`) })
  })

  it.each([
    ['light', DESK],
    ['dark', { ...DESK, colorScheme: 'dark' as const }],
    ['phone', PHONE_SIZED],
  ])('has nothing that keeps people out: %s', async (_name, screen) => {
    const page = await opened({ ...screen, reducedMotion: 'reduce' })
    await page.locator('.chart svg text').first().waitFor()
    await page.evaluate(axe.source)
    const { violations } = await page.evaluate<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>(
      'axe.run({ exclude: [[".chart"]] })',
    )
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html, nodes[0]?.failureSummary])).toEqual([])
  })

  it(
    'goes from the county to a township to a trade by the keyboard, and its address tells others',
    async () => {
      const page = await opened(DESK, await lastMonth())
      await page.getByRole('button', { name: '各乡镇成交笔数：看表' }).press('Enter')
      await page.getByRole('button', { name: '古镛镇', exact: true }).press('Enter')
      await page.getByRole('button', { name: '各工种成交笔数：看表' }).press('Enter')
      const trade = page
        .locator('section', { has: page.getByRole('heading', { name: '各工种成交笔数' }) })
        .locator('.row-pick')
        .first()
      const name = (await trade.textContent()) ?? ''
      await trade.press('Enter')
      await page.locator('.crumbs [aria-current]', { hasText: name }).waitFor()
      expect(decodeURIComponent(page.url())).toContain(`&region=古镛镇&trade=${name}`)
      /** People have no trade of which they are told apart. */
      expect(await textOf(page, '.tile[data-metric=workers_total] .tile-none')).toBe('不分工种')
      const told = await textOf(page, ORDERS)

      const other = await opened(PHONE_SIZED, new URL(page.url()).search)
      expect(await textOf(other, ORDERS)).toBe(told)
      expect(await textOf(other, '.crumbs')).toBe(`将乐县古镛镇${name}`)

      await page.goBack()
      await page.locator('.crumbs [aria-current]', { hasText: '古镛镇' }).waitFor()
      await page.getByRole('navigation', { name: '当前范围' }).getByRole('button', { name: '将乐县' }).press('Enter')
      await page.locator('.crumbs [aria-current]', { hasText: '将乐县' }).waitFor()
    },
    PATIENCE_MS,
  )

  it('looks at another period, and at another metric', async () => {
    const page = await opened(DESK)
    await page.getByRole('button', { name: '上一期' }).click()
    await page.getByRole('button', { name: '本月' }).waitFor()
    const { period } = await figures.ask<Overview>('/stats/overview')
    expect(page.url()).toContain(`at=${period.earlier}`)
    const before = await figures.ask<Overview>(`/stats/overview?at=${period.earlier}`)
    const orders = before.figures.find(({ metric }) => metric.id === 'orders_completed')
    await expectText(page, '.tile[data-metric=orders_completed] .tile-figure', `${orders?.now?.value}笔`)
    await page.locator('.tile[data-metric=insurance_coverage] .tile-pick').click()
    await page.getByRole('heading', { name: '各乡镇保险覆盖率' }).waitFor()
    await page.getByRole('button', { name: '年', exact: true }).click()
    await page.locator('.stepper strong', { hasText: /年$/ }).waitFor()
  })

  const expectText = async (page: Page, selector: string, text: string) => {
    await page.locator(selector, { hasText: new RegExp(`^${text}$`) }).waitFor()
  }

  it('tells jobs apart by trade or by who employs, as was chosen', async () => {
    const page = await opened(DESK, `${await lastMonth()}&metric=jobs_posted`)
    await page.getByRole('button', { name: '用工主体', exact: true }).click()
    await page.getByRole('heading', { name: '各类用工主体发布岗位' }).waitFor()
    expect(page.url()).toContain('parts=employer')
    await page.getByRole('button', { name: '各类用工主体发布岗位：看表' }).press('Enter')
    const { period } = await figures.ask<Overview>(`/stats/overview${await lastMonth()}`)
    const query = `metric=jobs_posted&breakdown=employer&bucket=${period.by}&from=${period.from}&to=${period.to}`
    const { rows } = await figures.ask<StatisticsAnswer>(`/stats/query?${query}`)
    expect(rows.map(({ group }) => group)).toEqual(['household', 'company', 'coop'])
    const households = rows[0]?.value ?? 0
    expect(households).toBeGreaterThan(5)
    await page.locator('tr', { has: page.getByRole('rowheader', { name: '家庭和个人' }), hasText: `${households}条` }).waitFor()
    await page.screenshot({ path: pictureOf('statistics-employers'), fullPage: true })
    /** Registered people have no employer. */
    await page.locator('.tile[data-metric=workers_total] .tile-pick').click()
    await page.getByRole('heading', { name: '各工种登记劳动者' }).waitFor()
    expect(await page.getByRole('button', { name: '用工主体', exact: true }).count()).toBe(0)
  })

  it.each(HALF)(
    'stands and complains of nothing where %s',
    async (_what, half) => {
      const page = await opened({ ...DESK, reducedMotion: 'no-preference' }, await lastMonth())
      let answers = 0
      await page.route(/\/stats\/(query|overview)/, async (route) => {
        answers += 1
        const response = await route.fetch()
        const isHalf = answers % 2 === 1
        await route.fulfill(isHalf ? { json: half(await response.json()) } : { response })
      })
      for (const metric of ['insurance_coverage', 'wage_arrears', 'employers_active', 'worker_median_day_pay', 'workers_total']) {
        await page.locator(`.tile[data-metric=${metric}] .tile-pick`).click()
        const boxes = await page.evaluate<readonly { x: number; y: number; width: number; height: number }[]>(
          'Array.from(document.querySelectorAll(".card .chart"), (chart) => chart.getBoundingClientRect().toJSON())',
        )
        for (const { x, y, width, height } of boxes)
          for (const share of [0.15, 0.5, 0.85]) await page.mouse.move(x + width * share, y + height * share)
        await page.getByRole('button', { name: answers % 2 === 0 ? '周' : '年', exact: true }).click()
        await page.setViewportSize(answers % 2 === 0 ? { width: 420, height: 800 } : DESK.viewport)
      }
      expect(answers).toBeGreaterThan(5)
      expect(await page.locator('.tile').count()).toBe(12)
    },
    PATIENCE_MS,
  )

  it('says what exactly a figure counts, by tap, by key and by mouse', async () => {
    const phone = await opened(PHONE_SIZED)
    await phone.getByRole('button', { name: '保险覆盖率的口径' }).first().tap()
    const words = phone.getByRole('tooltip')
    expect(await words.textContent()).toContain('晚一分钟生效也不算参保')
    const box = await words.boundingBox()
    expect([(box?.x ?? -1) >= 0, (box?.x ?? 0) + (box?.width ?? 999) <= 390]).toEqual([true, true])
    await phone.keyboard.press('Escape')
    await words.waitFor({ state: 'detached' })

    const desk = await opened(DESK)
    await desk.getByRole('button', { name: '登记劳动者的口径' }).hover()
    await desk.getByRole('tooltip').waitFor()
    await desk.mouse.move(700, 5)
    await desk.getByRole('tooltip').waitFor({ state: 'detached' })
    await desk.getByRole('button', { name: '满足率的口径' }).press('Enter')
    expect(await desk.getByRole('tooltip').textContent()).toContain('退单的名额按空缺计')
  })

  it('gives its figures as files', async () => {
    const page = await opened(DESK, await lastMonth())
    const wanted = page.waitForEvent('download')
    await page.getByRole('link', { name: 'CSV：下载各乡镇成交笔数' }).click()
    const file = await (await wanted).path()
    const text = await readFile(file, 'utf8')
    expect(text.startsWith('\ufeff')).toBe(true)
    expect(text).toContain('古镛镇')
    expect(text).toContain('口径')
  })

  it(
    'lists what the rules have found, with numbers, period and desk',
    async () => {
      const page = await browser.page(address(), DESK)
      await page.locator('.tile-pick').first().waitFor()
      await page.route('**/stats/alerts*', (route) => route.fulfill({ json: { alerts: [ALERT], next: null } }))
      await page.goto(`${app.url}/statistics`)
      const alert = page.locator('.alert')
      await alert.waitFor()
      const words = (await alert.textContent()) ?? ''
      for (const said of ['今天要看', '欠薪超过7天', '欠付金额4,200元', '古镛镇', '责任：劳动保障监察', '11月27日 02:10'])
        expect(words).toContain(said)
      await alert.getByRole('button', { name: '欠薪超过7天的口径' }).press('Enter')
      expect(await page.getByRole('tooltip').textContent()).toContain('按雇主统计')
      await page.screenshot({ path: pictureOf('statistics-alert'), fullPage: true })
    },
    PATIENCE_MS,
  )

  it(
    'prints a month on A4',
    async () => {
      const page = await opened(DESK, await lastMonth())
      await page.getByRole('link', { name: '打印月报' }).click()
      await page.getByRole('heading', { level: 1, name: '将乐县零工市场统计月报' }).waitFor()
      const { period, figures: all } = await figures.ask<Overview>(`/stats/overview${await lastMonth()}`)
      const orders = all.find(({ metric }) => metric.id === 'orders_completed')
      const told = orders === undefined ? undefined : toldFigure(orders, period).text
      expect(await page.locator('tr', { hasText: '成交笔数' }).locator('td').first().textContent()).toBe(`${told?.number}${told?.unit}`)
      await page.evaluate('window.print = () => { document.title = "printed" }')
      await page.getByRole('button', { name: '打印月报' }).click()
      expect(await page.title()).toBe('printed')
      await page.screenshot({ path: pictureOf('report'), fullPage: true })
      await page.emulateMedia({ media: 'print' })
      expect(await page.locator('.tools').isVisible()).toBe(false)
      const pdf = await page.pdf({ preferCSSPageSize: true, path: pictureOf('report').replace('.png', '.pdf') })
      const pages = pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0
      expect([pages > 1, pages < 8]).toEqual([true, true])
      expect(pdf.toString('latin1')).toMatch(/MediaBox \[0 0 59[45]\.\d+ 84[12]\.\d+\]/)
    },
    PATIENCE_MS,
  )

  it('asks who somebody is, and says what is wrong', async () => {
    const page = await browser.page(`${app.url}/statistics`, PHONE_SIZED)
    await page.getByRole('textbox', { name: '工作账号' }).fill('nobody')
    await page.getByLabel('密码').fill('not a password')
    await page.getByRole('button', { name: '登录' }).tap()
    await page.getByText('没登录成：账号、密码或动态码不对。').waitFor()
    await page.getByText('用看数口令进入').tap()
    await page.getByLabel('看数口令').fill('wrong')
    await page.getByRole('button', { name: '进入' }).tap()
    await page.getByText('口令不对。').waitFor()
    await page.screenshot({ path: pictureOf('statistics-sign-in') })
    await page.getByLabel('看数口令').fill(app.figuresToken)
    await page.getByRole('button', { name: '进入' }).tap()
    await page.locator('.tile-pick').first().waitFor()
    await page.getByRole('button', { name: '退出' }).tap()
    await page.getByRole('button', { name: '登录' }).waitFor()
  })
})
