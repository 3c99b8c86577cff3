import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals'
import { anIdNumber } from '@linggong/api/core/person/testing/id-numbers.ts'
import { aJpeg } from '@linggong/api/core/picture/testing/small-pictures.ts'
import { STAFF_LIMIT } from '@linggong/api/core/staff/staff-limit.ts'
import { people } from '@linggong/api/person/person.collection.ts'
import { inviteStaff } from '@linggong/api/staff/invite-staff.ts'
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { askAsStaff, HALL, SEATED_PASSWORD, type Seat } from '../kit/seat-staff.ts'
import { describeWhere } from '../setup/needs.ts'
import { DESK_SIZED, type OpenBrowser, openBrowser } from './kit/browsing.ts'
import { pictureOf } from './kit/picture-of.ts'
import { scanned } from './kit/scanning.ts'
import { type ShownConsole, shownConsole } from './kit/shown-console.ts'

const PATIENCE_MS = 300_000
/** Shorter than a test may take, so that what is not there is named. */
const PATIENT_MS = 20_000
const NARROW = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true }
const SCRIPT_BYTES_MAX = 350_000
const SCREENS = [
  ['phone', NARROW],
  ['phone-dark', { ...NARROW, colorScheme: 'dark' as const }],
  ['desk', DESK_SIZED],
  ['desk-dark', { ...DESK_SIZED, colorScheme: 'dark' as const }],
] as const

const STATION: Seat = { login: 'station', roles: ['station-operator'], scope: { kind: 'station', township: '古镛镇', station: '山门村' } }
const OFFICIAL: Seat = { login: 'official', roles: ['official'] }
const COLLEAGUE: Seat = { login: 'hall2', roles: ['hall-operator'] }

/** Nobody of this name, number or phone exists. */
const CANARY = { name: '廖测山', idNumber: anIdNumber('19710905', { sequence: 7 }), phone: '13859807777' }

describeWhere(['chromium', 'chinese-font'], 'the console of the staff', () => {
  let browser: OpenBrowser
  let shown: ShownConsole
  let page: Page

  beforeAll(async () => {
    browser = await openBrowser()
  }, PATIENCE_MS)
  beforeEach(async () => {
    shown = await shownConsole()
    page = await browser.page(shown.url, DESK_SIZED)
    page.setDefaultTimeout(PATIENT_MS)
  }, PATIENCE_MS)
  afterEach(async () => {
    await page.context().close()
    await shown.stop()
    expect(browser.complaints).toEqual([])
  })
  afterAll(() => browser.close())

  const heading = (name: string) => page.getByRole('heading', { name, level: 1 }).waitFor()
  const says = (words: string) => page.getByRole('status').filter({ hasText: words }).waitFor()
  const refuses = (words: string) => page.getByRole('alert').filter({ hasText: words }).waitFor()
  const enter = (room: string) => page.getByRole('button', { name: new RegExp(`^${room}`) }).click()
  const registered = () => shown.town.county.store.count(people, { index: 'registered', county: shown.town.county.county })

  async function fillRegistration(): Promise<void> {
    await enter('登记')
    await page.getByLabel('姓名').fill(CANARY.name)
    await page.getByLabel('身份证号').fill(CANARY.idNumber)
    await page.getByLabel('手机号').fill(CANARY.phone)
    await page.getByLabel('住在哪个乡镇').selectOption('古镛镇')
    await page.getByLabel('看过身份证').check()
    await page.getByLabel('念过了，本人同意').check()
  }
  const submit = () => page.getByRole('button', { name: '登记', exact: true })

  it('lets in by password and code, keeps the session from scripts, and lets out again', async () => {
    await page.getByLabel('工作账号').fill('hall')
    await page.getByLabel('密码').fill('wrong')
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await refuses('账号、密码或动态码不对')
    await shown.signIn(page, HALL)
    const [cookie] = await page.context().cookies()
    expect(cookie).toMatchObject({ name: 'linggong-staff', httpOnly: true, sameSite: 'Strict' })
    expect(await page.evaluate('[document.cookie, localStorage.length, sessionStorage.length, location.href, document.title]')).toEqual([
      ...['', 0, 0, shown.url, '工作台 · 零工市场'],
    ])
    await page.reload()
    await heading('今天要办的')
    await page.getByRole('button', { name: '退出' }).click()
    await says('已退出')
    expect(await page.context().cookies()).toEqual([])
  })

  it('takes somebody new from his code to his first room, by an app that reads the picture', async () => {
    const { staff } = shown.town.county
    const invited = await inviteStaff(staff, 'new-clerk', { roles: ['hall-operator'], scope: { kind: 'county' }, life: 'first' })
    if (!invited.ok) throw new Error(invited.refusal)
    await page.goto('about:blank')
    await page.goto(`${shown.url}#code=${invited.value.code}`)
    expect(await page.getByLabel('开通码').inputValue()).toBe(invited.value.code)
    expect(page.url()).toBe(shown.url)
    await page.getByLabel('给自己起个账号名').fill('lixm')
    await page.getByLabel('姓名').fill('李小满')
    await page.getByLabel('密码').fill(SEATED_PASSWORD)
    await page.getByRole('button', { name: '开账号', exact: true }).click()
    await page.getByAltText('动态码的二维码').waitFor()
    const secret = new URL((await scanned(page, '.qr')) ?? '').searchParams.get('secret') ?? ''
    await page.screenshot({ path: pictureOf('console-second-factor') })
    await page.getByLabel('动态码').fill(shown.codeOf(secret))
    await page.getByRole('button', { name: '确认' }).click()
    await page.getByRole('heading', { name: '抄下恢复码' }).waitFor()
    expect(await page.locator('.recovery li').count()).toBe(STAFF_LIMIT.recoveryCodes)
    await page.getByRole('button', { name: '抄好了' }).click()
    await heading('今天要办的')
  })

  it('registers somebody once, however often the button is hit, and shows him masked', async () => {
    await shown.signIn(page, STATION)
    const before = await registered()
    await fillRegistration()
    await submit().dblclick()
    await says('登记好了')
    expect(await registered()).toBe(before + 1)
    const text = (await page.locator('main').textContent()) ?? ''
    expect(text).toContain('138****7777')
    const kept = await page.evaluate<string>(
      'JSON.stringify([location.href, document.title, document.cookie, { ...localStorage }, { ...sessionStorage }, history.state])',
    )
    const asked = await page.evaluate<string[]>('performance.getEntriesByType("resource").map(({ name }) => decodeURIComponent(name))')
    for (const canary of Object.values(CANARY)) {
      for (const place of [text, kept, asked.join('\n'), await page.content(), shown.lines.join('\n')]) expect(place).not.toContain(canary)
    }
  })

  it('says so where an answer was lost, and does not do it twice when asked again', async () => {
    await shown.signIn(page, STATION)
    const before = await registered()
    await fillRegistration()
    await page.route('**/staff/people', async (route) => {
      await route.fetch()
      await route.abort('connectionreset')
    })
    await submit().click()
    await refuses('没连上网，不知道办成没有')
    expect(await registered()).toBe(before + 1)
    await page.unroute('**/staff/people')
    await submit().click()
    await says('登记好了')
    expect(await registered()).toBe(before + 1)
  })

  it('names what is not right in plain words, and keeps what was typed', async () => {
    await shown.signIn(page, STATION)
    await fillRegistration()
    await page.getByLabel('手机号').fill('12')
    await submit().click()
    await refuses('手机号不对')
    expect(await page.getByLabel('手机号').getAttribute('aria-invalid')).toBe('true')
    expect(await page.getByLabel('姓名').inputValue()).toBe(CANARY.name)
  })

  it('asks for the guardian of somebody of sixteen', async () => {
    await shown.signIn(page, STATION)
    await fillRegistration()
    await page.getByLabel('身份证号').fill(anIdNumber('20100101'))
    await submit().click()
    await refuses('未满十八周岁')
    await page.getByLabel('家长姓名').fill('廖大测')
    await page.getByLabel('家长手机号').fill('13859806666')
    await page.getByLabel('家长在旁边').check()
    await submit().click()
    await says('登记好了')
  })

  /** Somebody whom a station has registered; his id. */
  async function aPerson(by: Seat): Promise<string> {
    const { name, idNumber, phone } = CANARY
    const consent = { how: 'spoken', text: '2026-11' }
    const body = { name, idNumber, phone, roles: ['worker'], township: '古镛镇', cardSeen: true, consent }
    const made = await askAsStaff(shown.town, 'registerAtStation', { body }, by)
    if (!made.ok) throw new Error(made.refusal)
    return (made.value as { person: string }).person // the answer of the row
  }

  async function aLicence(by: Seat): Promise<void> {
    const person = await aPerson(by)
    const sent = await askAsStaff(
      shown.town,
      'uploadLicenceFor',
      { body: { person, cert: '焊工证', picture: aJpeg().toString('base64') } },
      by,
    )
    if (!sent.ok) throw new Error(sent.refusal)
  }

  /** He comes when who sits there has proved too long ago who he is. */
  async function correctsMuchLater(): Promise<void> {
    await aLicence(STATION)
    await shown.signIn(page, HALL)
    shown.town.clock.at = shown.town.clock.at.add({ minutes: STAFF_LIMIT.provenMinutes + 1 })
    await enter('改登记资料')
    await page.getByLabel('现在登记的身份证号').fill(CANARY.idNumber)
    await page.getByLabel('手机号').fill('13859808888')
    await page.getByLabel('看过身份证').check()
    await page.getByRole('button', { name: '改', exact: true }).click()
  }

  async function approveLicence(): Promise<void> {
    await enter('审核证')
    await page.getByRole('button', { name: '看照片' }).click()
    await page.getByAltText('焊工证的照片').waitFor()
    await page.getByRole('button', { name: '审核', exact: true }).click()
    await page.getByLabel('证号').fill('T350428199')
    await page.getByLabel('有效期到').fill('2029-11-01')
    await page.getByRole('button', { name: '通过', exact: true }).click()
  }

  it('has a licence approved by a second person, after the picture was seen', async () => {
    await aLicence(STATION)
    await shown.signIn(page, HALL)
    await page.getByRole('button', { name: /^审核证 1件在等/ }).waitFor()
    await approveLicence()
    await says('焊工证通过了')
    await page.getByText('没有在等的证').waitFor()
  })

  it('has no licence approved by whoever sent it', async () => {
    await aLicence(HALL)
    await shown.signIn(page, HALL)
    await approveLicence()
    await refuses('不能审核自己上传或登记的')
  })

  it('refuses a licence with a reason', async () => {
    await aLicence(STATION)
    await shown.signIn(page, HALL)
    await enter('审核证')
    await page.getByRole('button', { name: '审核', exact: true }).click()
    await page.getByRole('button', { name: '不通过……' }).click()
    await page.getByLabel('为什么不通过').fill('照片看不清')
    await page.getByRole('button', { name: '不通过', exact: true }).click()
    await says('没通过')
  })

  it('shows whoever has no right neither the room nor what is in it', async () => {
    await aLicence(STATION)
    await shown.signIn(page, OFFICIAL)
    expect(await page.locator('.room-name').allTextContents()).toEqual(['预警'])
    await page.goto(`${shown.url}#/licences`)
    await page.reload()
    await heading('今天要办的')
    expect(await page.content()).not.toContain('焊工证')
    expect(await page.evaluate('fetch("/staff/licences").then(({ status }) => status)')).toBe(403)
  })

  it('asks a clerk of a station for his own township alone', async () => {
    await shown.signIn(page, STATION)
    await enter('登记')
    expect(await page.locator('#township option').allTextContents()).toEqual(['请选择', '古镛镇'])
  })

  it('asks again who it is where that weighs, and goes on', async () => {
    await correctsMuchLater()
    const dialog = page.getByRole('dialog', { name: '再验证一次' })
    await dialog.getByLabel('密码').fill('wrong')
    await dialog.getByRole('button', { name: '验证' }).click()
    await refuses('账号、密码或动态码不对')
    await page.screenshot({ path: pictureOf('console-proof') })
    await dialog.getByLabel('密码').fill(SEATED_PASSWORD)
    await dialog.getByRole('button', { name: '验证' }).click()
    await says('改好了')
    expect(await page.locator('main').textContent()).toContain('138****8888')
  })

  it('asks nobody to prove anything twice by closing the question: then nothing is done', async () => {
    await correctsMuchLater()
    await page.getByRole('dialog').press('Escape')
    await refuses('没有验证，这件事没办')
  })

  it('lets one of two agree to what weighs much, and nobody to his own', async () => {
    const known = await aPerson(STATION)
    for (const [seat, employer] of [
      [COLLEAGUE, known],
      [HALL, 'own-employer'],
    ] as const) {
      const call = { route: 'setCreditLine', body: { employer, limitFen: STAFF_LIMIT.aloneFen + 100 } }
      const asked = await askAsStaff(shown.town, 'askApproval', { body: call }, seat)
      if (!asked.ok) throw new Error(asked.refusal)
    }
    await shown.signIn(page, HALL)
    await enter('等人同意的事')
    await page.getByText('2,001元').first().waitFor()
    expect(await page.locator('main').textContent()).toContain('雇主廖*山')
    expect(await page.locator('main').textContent()).not.toContain(known)
    expect(await page.getByRole('button', { name: '同意', exact: true }).count()).toBe(1)
    await page.getByText('这是你自己提的').waitFor()
    await page.getByRole('button', { name: '同意', exact: true }).click()
    await says('同意了')
  })

  it('tells whoever comes back after his session has ended', async () => {
    await shown.signIn(page, STATION)
    await fillRegistration()
    shown.town.clock.at = shown.town.clock.at.add({ minutes: STAFF_LIMIT.sessionIdleMinutes + 1 })
    await submit().click()
    await says('登录过期了')
    expect(await page.content()).not.toContain(CANARY.idNumber)
  })

  it('gives a binding code that is read from afar', async () => {
    await aLicence(STATION)
    await shown.signIn(page, HALL)
    await enter('核实、绑定码')
    await page.getByLabel('姓名').fill(CANARY.name)
    await page.getByLabel('身份证号').fill(CANARY.idNumber)
    await page.getByLabel('看过身份证').check()
    await page.getByRole('button', { name: '给码' }).click()
    await page.locator('.code strong', { hasText: /^\d{8}$/ }).waitFor()
  })

  it('finds somebody by his whole number, masked', async () => {
    await aLicence(STATION)
    await shown.signIn(page, HALL)
    await enter('查人')
    await page.getByLabel('身份证号').fill(CANARY.idNumber)
    await page.getByRole('button', { name: '查', exact: true }).click()
    await says('登记过')
    expect(await page.locator('.facts').textContent()).toContain('138****7777')
  })

  it('is worked by the keyboard alone', async () => {
    await shown.signIn(page, STATION)
    await page.getByRole('button', { name: /^登记/ }).press('Enter')
    await heading('登记')
    expect(await page.evaluate('document.activeElement.textContent')).toBe('登记')
    await page.keyboard.press('Tab')
    await page.keyboard.type('廖')
    expect(await page.getByLabel('姓名').inputValue()).toBe('廖')
    await page.goBack()
    await heading('今天要办的')
  })

  it('loads no more scripts than a phone should have to', async () => {
    await shown.signIn(page, HALL)
    const loaded = await page.evaluate<string[]>(
      'performance.getEntriesByType("resource").map(({ name }) => name).filter((name) => name.endsWith(".js"))',
    )
    const sizes = await Promise.all(
      loaded.map(async (url) => Number((await fetch(url, { headers: { 'accept-encoding': 'gzip' } })).headers.get('content-length'))),
    )
    const bytes = sizes.reduce((sum, each) => sum + each, 0)
    expect(bytes).toBeGreaterThan(50_000)
    expect(bytes).toBeLessThanOrEqual(SCRIPT_BYTES_MAX)
  })

  it.each(SCREENS)(
    'fits its screen and keeps nobody out: %s',
    async (name, screen) => {
      await aLicence(STATION)
      const own = await browser.page(shown.url, { ...screen, reducedMotion: 'reduce', bypassCSP: true })
      const look = async (of: string): Promise<void> => {
        expect(await own.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
        await own.evaluate(axe.source)
        const { violations } = await own.evaluate<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>(
          'axe.run()',
        )
        expect(violations.map(({ id, nodes }) => [of, id, nodes[0]?.html, nodes[0]?.failureSummary])).toEqual([])
        await own.screenshot({ path: pictureOf(`console-${of}-${name}`), fullPage: true })
      }
      await own.getByLabel('工作账号').waitFor()
      await look('door')
      await shown.signIn(own, HALL)
      await own.getByRole('button', { name: /^审核证 1件/ }).waitFor()
      await look('home')
      for (const room of ['登记', '审核证', '核实、绑定码', '改登记资料', '等人同意的事']) {
        await own.getByRole('button', { name: new RegExp(`^${room}`) }).click()
        await own.getByRole('heading', { name: room, level: 1 }).waitFor()
        if (room === '审核证') await own.getByRole('button', { name: '审核', exact: true }).click()
        await look(room)
        await own.getByRole('button', { name: '回工作台' }).click()
      }
      await own.context().close()
    },
    PATIENCE_MS,
  )
})
