import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { MORNING } from '../kit/a-county.ts'
import { aPayTown, BOSS, type PayTown } from './kit/pay-town.ts'

/** So many newer orders and the sandbox knows nothing of an old one. */
const SANDBOX_ROWS = 20_000

let town: PayTown
beforeEach(async () => {
  town = await aPayTown()
})
afterEach(() => town.stop())

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
