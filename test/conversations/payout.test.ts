import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { fen } from '@linggong/api/core/money.ts'
import { SCRIPT_ACCOUNT, startChat } from '@linggong/api/start-chat.ts'
import { loadCountyFile } from '@linggong/api/start-county-file.ts'
import { verifyLedger } from '@linggong/api/wallet/verify-ledger.ts'
import { askAsStaff } from '../kit/seat-staff.ts'

const MORNING = Temporal.Instant.from('2026-11-23T07:30:00+08:00')
const PAYDAY = JSON.parse(readFileSync(path.join(import.meta.dirname, 'counties/payday.json'), 'utf8'))

let town: Awaited<ReturnType<typeof aPaidTown>>
beforeEach(async () => {
  town = await aPaidTown()
})
afterEach(async () => {
  const { store, county } = town.chat.county
  const report = await verifyLedger({ store, county })
  await town.chat.stop()
  expect(report).toMatchObject({ trialBalanceFen: 0, faults: [] })
})

/** Two workers have earned 500 yuan each; whoever is sent money confirms it when a test says so. */
async function aPaidTown(unlookedFen = fen(500_000)) {
  const chat = await startChat({ startsAt: MORNING, rooms: () => ['market'], paysAtOnce: false, unlookedFen })
  await loadCountyFile({ county: chat.county, vault: chat.vault, clock: chat.clock, account: SCRIPT_ACCOUNT }, PAYDAY)
  let lines = 0
  async function say(from: string, text: string): Promise<readonly string[]> {
    lines += 1
    await chat.hear({ from, name: from, text, id: `line-${lines}`, at: chat.clock.now() })
    return chat.takeSaid().map((said) => `${said.to}: ${said.text}`)
  }
  const at = (time: string) => chat.moveTo(Temporal.Instant.from(`2026-11-23T${time}:00+08:00`))
  await at('09:00')
  for (const worker of ['lin', 'zhang']) await say(worker, '开工4821')
  await at('13:00')
  for (const worker of ['lin', 'zhang']) await say(worker, '收工')
  await say('cai', '确认完工')
  return {
    chat,
    at,
    say,
    sandbox: chat.playMoney.sandbox,
    async heard(): Promise<readonly string[]> {
      await chat.settle()
      return chat.takeSaid().map((said) => `${said.to}: ${said.text}`)
    },
    /** Words without addresses, which are another each time. */
    words: async (from: string, text: string) => (await say(from, text)).map((said) => said.replace(/http\S+/g, '<link>')),
  }
}

const number = () => town.sandbox.transfers.values()[0]?.number ?? ''

describe('money asked for in chat', () => {
  it('waits for its owner, who finds it again, and is told when it is his', async () => {
    await town.say('lin', '提现300')
    expect(await town.words('lin', '确认')).toEqual(['lin: 提现300元，还差一步，点开确认收款：\n<link>\n24小时不点，钱自动回到钱包。'])
    for (const text of ['提现', '提现100', '取钱'])
      expect(await town.words('lin', text)).toEqual(['lin: 有一笔提现300元等你确认，点开：\n<link>\n不要了回「取消提现」。'])
    expect(await town.words('lin', '钱包')).toEqual([expect.stringContaining('我的钱包：200元\n提现路上：300元')])
    town.sandbox.confirm(number())
    expect(await town.heard()).toEqual(['lin: 提现300元到账了，在你的微信零钱里。'])
    expect(await town.words('lin', '提现')).toEqual(['lin: 把钱包里的200元提到你的微信？\n对就回「确认」，少提点回数字，不提回「算了」。'])
  })

  it('comes back when nobody confirmed it within a day, and its owner hears of it in the morning at the latest', async () => {
    await town.say('lin', '提现')
    await town.say('lin', '确认')
    await town.chat.moveTo(MORNING.add({ hours: 48 }))
    expect(await town.heard()).toEqual([
      'lin: 提现500元过了24小时没确认，取消了。\n钱回到你的钱包了，一分没少。\n还要就再回「提现」，点开链接确认收款。',
    ])
    expect(await town.words('lin', '钱包')).toEqual([expect.stringContaining('我的钱包：500元\n')])
  })

  it('is taken back with one more word', async () => {
    await town.say('lin', '提现300')
    await town.say('lin', '确认')
    expect(await town.words('lin', '取消提现')).toEqual(['lin: 要取消提现300元，退回钱包？\n真要取消回「确认」，不取消回「算了」。'])
    expect(await town.words('lin', '算了')).toEqual(['lin: 好，不动。'])
    await town.say('lin', '不提了')
    expect(await town.words('lin', '确认')).toEqual([
      'lin: 提现300元取消了，钱回到你的钱包。',
      'lin: 提现300元取消了。\n钱回到你的钱包了，一分没少。',
    ])
    expect(await town.words('lin', '取消提现')).toEqual(['lin: 没有正在办的提现。要提回「提现」。'])
  })

  it.each([
    ['NAME_NOT_CORRECT', '登记的名字和微信实名对不上'],
    ['REAL_NAME_CHECK_FAIL', '现在收不了款'],
    ['DAY_RECEIVED_QUOTA_EXCEED', '超过微信收款的限额'],
    ['PRODUCT_AUTH_CHECK_FAIL', '没办成'],
  ])('that fails for %s says why in plain words', async (reason, words) => {
    await town.say('lin', '提现300')
    await town.say('lin', '确认')
    town.sandbox.failPayout(number(), reason)
    expect(await town.heard()).toEqual([expect.stringMatching(new RegExp(`提现300元.*${words}.*\\n钱回到你的钱包了`))])
  })

  it('is under way while the provider gives no answer', async () => {
    town.sandbox.mischief.spoilAnswers = 4
    await town.say('lin', '提现300')
    expect(await town.words('lin', '确认')).toEqual([expect.stringContaining('提现300元')])
    town.sandbox.mischief.spoilAnswers = 0
    await town.chat.moveTo(town.chat.clock.now().add({ minutes: 10 }))
    expect(await town.words('lin', '提现')).toEqual([expect.stringContaining('等你确认')])
    expect(town.sandbox.transfers.values()).toHaveLength(1)
  })

  it('is nobody’s business in a group', async () => {
    await town.chat.hear({ from: 'lin', name: 'lin', text: '提现300', room: 'market', id: 'group-1', at: town.chat.clock.now() })
    expect(await town.heard()).toEqual([])
    await town.chat.hear({ from: 'lin', name: 'lin', text: '@零工助手 钱包', room: 'market', id: 'group-2', at: town.chat.clock.now() })
    expect((await town.heard()).join()).not.toMatch(/元|http/)
  })

  it('confirmed twice is sent once', async () => {
    await town.say('lin', '提现300')
    await Promise.all([town.say('lin', '确认'), town.say('lin', '确认')])
    expect(town.sandbox.transfers.values()).toHaveLength(1)
  })
})

describe('much money asked for in chat', () => {
  const HELD = 'lin: 提现300元收到了。钱多，大厅先看一眼再发。\n一般当天办好，办好了告诉你。\n急用回「取消提现」，再少提一点。'
  const LOOKED = { note: '本人到大厅看过身份证' }

  /** What is much here is little, so that two workers' pay will do. */
  beforeEach(async () => {
    await town.chat.stop()
    town = await aPaidTown(fen(20_000))
    await town.say('lin', '提现300')
    expect(await town.words('lin', '确认')).toEqual([HELD])
  })

  async function answer(route: 'releasePayout' | 'declinePayout'): Promise<void> {
    const [held] = await askAsStaff(town.chat, 'listHeldPayouts', {}).then((list) =>
      list.ok ? (list.value as { readonly payouts: readonly { readonly payout: string }[] }).payouts : [],
    )
    const answered = await askAsStaff(town.chat, route, { params: { id: held?.payout }, body: LOOKED })
    if (!answered.ok) throw new Error(answered.refusal)
  }

  it('is told to wait for the hall, and what to do when that is too long', async () => {
    for (const text of ['提现', '提现100']) expect(await town.words('lin', text)).toEqual([HELD])
    expect(await town.words('lin', '钱包')).toEqual([expect.stringContaining('我的钱包：200元\n提现路上：300元')])
    await town.say('lin', '取消提现')
    expect((await town.words('lin', '确认'))[0]).toBe('lin: 提现300元取消了，钱回到你的钱包。')
    await town.say('lin', '提现100')
    expect(await town.words('lin', '确认')).toEqual([expect.stringContaining('lin: 提现100元，还差一步')])
  })

  it('is let go by the hall, and its owner hears that there is one step left', async () => {
    await answer('releasePayout')
    expect(await town.heard()).toEqual(['lin: 大厅看过了，提现300元还差一步。\n回「提现」，点开链接确认收款。24小时不点，钱回到钱包。'])
    expect(await town.words('lin', '提现')).toEqual(['lin: 有一笔提现300元等你确认，点开：\n<link>\n不要了回「取消提现」。'])
    town.sandbox.confirm(number())
    expect(await town.heard()).toEqual(['lin: 提现300元到账了，在你的微信零钱里。'])
  })

  it('is not let go, and its owner hears where the money is and whom to ask', async () => {
    await answer('declinePayout')
    expect(await town.heard()).toEqual([
      'lin: 提现300元大厅没放行。\n钱回到你的钱包了，一分没少。\n想问为什么，回「人工」，或带身份证到零工大厅。',
    ])
    expect(await town.words('lin', '钱包')).toEqual([expect.stringContaining('我的钱包：500元\n')])
  })
})
