import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { listenMounts } from '@linggong/api/http/mounts.ts'
import { aCounty, MORNING } from '../kit/a-county.ts'

/** So many newer orders and the sandbox knows nothing of an old one. */
const SANDBOX_ROWS = 20_000
const BOSS = 'test/boss-0'

let town: ReturnType<typeof aTown> extends Promise<infer Town> ? Town : never
beforeEach(async () => {
  town = await aTown()
})
afterEach(() => town.stop())

/** A county with an employer, whose pages are served, and where nobody pays unless told. */
async function aTown() {
  const { county, playMoney, clock, settle, people, stop } = await aCounty({ payInPlay: true })
  playMoney.sandbox.mischief.atOnce = false
  await people('boss', 1, 'employer', '1965-01-01')
  await people('worker', 2, 'worker')
  const server = createServer((request, response) => {
    if (!listenMounts(county.mounts, request, response)) response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}`

  /** A draft that is published; gives the page it is to be paid on, and its number. */
  async function published({ insured = false } = {}): Promise<{ readonly page: string; readonly number: string }> {
    const terms = { trade: '搬运', content: '搬办公桌', seats: 2, pay: { amountFen: 10_000, unit: 'job' as const } }
    const body = { ...terms, startsAt: clock.at.add({ hours: 5 }).toString(), place: '县政府对面' }
    const job = await county.client.postJob({ body }, { contact: BOSS, key: 'post' })
    if (!job.ok) throw new Error(job.refusal)
    const { number } = job.value
    if (insured) await county.client.insureJob({ params: { number } }, { contact: BOSS, key: 'insure' })
    const open = await county.client.publishJob({ params: { number }, body: { payBy: 'online' } }, { contact: BOSS, key: 'publish' })
    if (!open.ok || open.value.order === null) throw new Error('nothing is to be paid')
    await settle()
    return { page: open.value.order.url.replace('http://localhost:3000', url), number }
  }

  return {
    ...{ county, playMoney, clock, settle, published, url },
    see: async (page: string) => wordsOf(await (await fetch(page)).text()),
    press: async (page: string, button: string) => {
      const answer = await fetch(`${page}/${button}`, { method: 'POST', headers: { origin: url }, redirect: 'manual' })
      await settle()
      return answer.status
    },
    stateOf: async (number: string) => (await county.desk.byNumber(number))?.state,
    async stop() {
      server.close()
      server.closeAllConnections()
      await stop()
    },
  }
}

const wordsOf = (page: string): string =>
  page
    .slice(page.indexOf('<main'), page.indexOf('</main>'))
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')

describe('the page of a job that waits for its money', () => {
  it('shows what for, is paid by one tap, and then the job is out', async () => {
    const { page, number } = await town.published()
    expect(await town.see(page)).toContain(`先放工钱 200元`)
    for (const words of [number, '搬运', '县政府对面', '100元×2人 = 200元', '还剩2小时0分']) expect(await town.see(page)).toContain(words)
    expect(await town.stateOf(number)).toBe('unpaid')
    expect(await town.press(page, 'play')).toBe(303)
    expect(await town.see(page)).toContain('付好了')
    expect(await town.stateOf(number)).toBe('open')
  })

  it('says what the cover costs apart', async () => {
    const { page } = await town.published({ insured: true })
    expect(await town.see(page)).toMatch(/工钱 100元×2人 = 200元 保险 (\d+)元×2人 = (\d+)元 合计 2\d+元/)
  })

  it('is named by something that cannot be guessed and says nothing', async () => {
    const { page, number } = await town.published()
    const code = page.slice(page.lastIndexOf('/') + 1)
    expect(Buffer.from(code, 'base64url').length).toBeGreaterThanOrEqual(12)
    expect(page).not.toContain(number)
    expect((await fetch(`${town.url}/pay/${number}`)).status).toBe(404)
    expect((await fetch(page.slice(0, -1))).status).toBe(404)
  })

  it('says nothing about a person', async () => {
    const { page } = await town.published()
    const whole = await (await fetch(page)).text()
    const me = await town.county.client.seeMe({}, { contact: BOSS, key: '' })
    expect(me.ok).toBe(true)
    for (const secret of me.ok ? [me.value.name, me.value.phone, me.value.idNumber, 'boss'] : []) expect(whole).not.toContain(secret)
  })

  it('is paid twice by nobody who taps twice', async () => {
    const { page, number } = await town.published()
    await Promise.all([town.press(page, 'play'), town.press(page, 'play'), town.press(page, 'play')])
    expect(await town.see(page)).toContain('付好了')
    expect(await town.stateOf(number)).toBe('open')
    expect(town.playMoney.sandbox.orders.values().filter(({ state }) => state === 'SUCCESS')).toHaveLength(1)
  })

  it('gives another code where the first was not used in time, and that one pays', async () => {
    const { page, number } = await town.published()
    town.clock.at = MORNING.add({ minutes: 125 })
    expect(await town.see(page)).toContain('时间到了')
    await town.county.sweep({ leaveSeconds: 0 })
    await town.settle()
    expect(await town.see(page)).toContain('过期了')
    expect(await town.press(page, 'renew')).toBe(303)
    expect(await town.see(page)).toContain('还剩')
    await town.press(page, 'play')
    expect(await town.see(page)).toContain('付好了')
    expect(await town.stateOf(number)).toBe('open')
  })

  it('says so while the provider gives no code, and tries again', async () => {
    town.playMoney.sandbox.mischief.spoilAnswers = 10
    const { page } = await town.published()
    town.playMoney.sandbox.mischief.spoilAnswers = 0
    expect(await town.see(page)).toContain('付款码马上好')
    expect(await town.press(page, 'renew')).toBe(303)
    expect(await town.see(page)).toContain('还剩')
  })

  it('is paid although the provider has forgotten the order', async () => {
    const { page } = await town.published()
    const { orders } = town.playMoney.sandbox
    const [order] = orders.values()
    for (let n = 0; n < SANDBOX_ROWS && order !== undefined; n += 1) orders.set(`OTHER${n}`, { ...order, number: `OTHER${n}` })
    expect(orders.get(order?.number ?? '')).toBeUndefined()
    await town.press(page, 'play')
    expect(await town.see(page)).toContain('付好了')
  })

  it('is not wanted any more once the job was withdrawn', async () => {
    const { page, number } = await town.published()
    const cancelled = await town.county.client.cancelJob({ params: { number }, body: { weather: false } }, { contact: BOSS, key: 'cancel' })
    expect(cancelled.ok).toBe(true)
    await town.settle()
    expect(await town.see(page)).toContain('不用付了')
    expect(await town.press(page, 'play')).toBe(303)
    expect(await town.see(page)).toContain('不用付了')
  })

  it('says that the money went back when it was paid and then withdrawn', async () => {
    const { page, number } = await town.published()
    await town.press(page, 'play')
    await town.county.client.cancelJob({ params: { number }, body: { weather: false } }, { contact: BOSS, key: 'cancel' })
    await town.settle()
    expect(await town.see(page)).toContain('退回去了')
  })
})
