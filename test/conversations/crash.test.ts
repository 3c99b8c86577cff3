import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { asId } from '@linggong/api/core/id.ts'
import { PROVIDER, workerAccount } from '@linggong/api/core/ledger/account.ts'
import { entry, entryKey } from '@linggong/api/core/ledger/entry.ts'
import { aMemo } from '@linggong/api/core/ledger/testing/entries.ts'
import { fen } from '@linggong/api/core/money.ts'
import { bindPayee } from '@linggong/api/person/bind-payee.ts'
import { aCounty } from '../kit/a-county.ts'
import { aBreakingBot } from './kit/breaking-bot.ts'

const POST = '发活 明天早上7点 搬办公桌 3个人 100一个 县政府对面'

let county: Awaited<ReturnType<typeof aCounty>>
beforeEach(async () => {
  county = await aCounty()
  await county.people('boss', 1, 'employer', '1965-01-01')
  await county.people('worker', 2, 'worker')
})
afterEach(() => county.stop())

const broken = (): never => {
  throw new Error('the process is gone')
}

async function openJobs(): Promise<number> {
  const found = await county.county.client.listJobs({ query: {} }, { contact: 'test/boss-0', key: '' })
  return found.ok ? found.value.jobs.length : 0
}

describe('a crash', () => {
  it('before the answer to 「发」 went out: the job is there once, and the same answer comes', async () => {
    const before = aBreakingBot(county)
    await before.hear('boss-0', POST)
    const dying = aBreakingBot(county, { onSend: broken })
    await dying.hear('boss-0', '发', { id: 'publish' })
    expect(dying.said).toEqual([])
    const after = aBreakingBot(county)
    await after.resume()
    expect(after.said).toHaveLength(1)
    expect(after.said[0]).toMatch(/^boss-0: 活号【\d{5}】记好了/)
    await county.settle()
    expect(await openJobs()).toBe(1)
    await after.resume()
    expect(after.said).toHaveLength(1)
  })

  it('in the middle of filing: what was done is not done again', async () => {
    const before = aBreakingBot(county)
    await before.hear('boss-0', POST)
    let calls = 0
    const { publishJob } = county.county.client
    const failing = {
      ...county.county,
      client: {
        ...county.county.client,
        publishJob: async (...call: Parameters<typeof publishJob>) => (++calls === 1 ? broken() : publishJob(...call)),
      },
    }
    const dying = aBreakingBot({ ...county, county: failing })
    await dying.hear('boss-0', '发', { id: 'publish' })
    expect(dying.said).toEqual([])
    const after = aBreakingBot(county)
    await after.resume()
    expect(after.said[0]).toMatch(/记好了/)
    await county.settle()
    expect(await openJobs()).toBe(1)
    const mine = await county.county.client.myJobs({ query: {} }, { contact: 'test/boss-0', key: '' })
    expect(mine.ok && mine.value.posted).toHaveLength(1)
  })

  it('after the wages were paid: the same sum is named, not another', async () => {
    const number = await county.openJob('test/boss-0')
    const worker = aBreakingBot(county)
    await worker.hear('worker-0', `抢${number}`)
    county.clock.at = county.clock.at.add({ hours: 2 })
    await worker.hear('worker-0', '开工4821')
    await worker.hear('worker-0', '收工')
    const dying = aBreakingBot(county, { onSend: broken })
    await dying.hear('boss-0', '确认完工', { id: 'confirm' })
    const after = aBreakingBot(county)
    await after.resume()
    expect(after.said).toEqual([`boss-0: 好，【${number}】1人的工钱100元付出去了。`])
  })

  it('after money was sent: it is sent once, and its owner gets to know where to confirm it', async () => {
    const earned = entry(aMemo({ county: county.county.county, key: entryKey('due', 'take'), kind: 'due' }))
    const { id: person = asId<'person'>('') } = (await county.county.people.byContact('test/worker-0')) ?? {}
    await county.county.ledger.append(earned.debit(PROVIDER, fen(50_000)).credit(workerAccount(person)).done())
    await bindPayee(county.ports, { person, openid: 'o-worker', cause: 'test' })
    await aBreakingBot(county).hear('worker-0', '提现300')
    const failing = { ...county.county, client: { ...county.county.client, openPage: async () => broken() } }
    await aBreakingBot({ ...county, county: failing }).hear('worker-0', '确认', { id: 'confirm' })
    const dying = aBreakingBot(county, { onSend: broken })
    await dying.resume()
    const after = aBreakingBot(county)
    await after.resume()
    expect(after.said).toEqual([expect.stringMatching(/^worker-0: 提现300元/)])
    expect(county.playMoney.sandbox.transfers.values()).toHaveLength(1)
  })

  it('after the answer, before it was marked: the person hears the same once more, and no other word', async () => {
    const dying = aBreakingBot(county, { inbox: { finish: async () => broken() } })
    await dying.hear('worker-0', '注册', { id: 'line' })
    const after = aBreakingBot(county)
    await after.resume()
    expect(after.said).toEqual(dying.said)
    await after.resume()
    expect(after.said).toHaveLength(1)
  })

  it('leaves nothing to be answered twice, however often the channel brings the message again', async () => {
    const dying = aBreakingBot(county, { onSend: broken })
    await dying.hear('worker-0', '帮助', { id: 'line' })
    const after = aBreakingBot(county)
    await Promise.all([after.resume(), after.hear('worker-0', '帮助', { id: 'line' }), after.resume()])
    await after.hear('worker-0', '帮助', { id: 'line' })
    await after.resume()
    expect(after.said).toHaveLength(1)
  })

  it('of more than five minutes: what was not done by then is not done any more', async () => {
    const number = await county.openJob('test/boss-0')
    const dying = aBreakingBot(county, { onSend: broken, inbox: { receive: async () => broken() } })
    await dying.hear('worker-0', `抢${number}`, { id: 'grab' })
    county.clock.at = county.clock.at.add({ minutes: 6 })
    const after = aBreakingBot(county)
    await after.resume()
    await after.hear('worker-0', `抢${number}`, { id: 'grab', at: county.clock.at.subtract({ minutes: 6 }) })
    expect(after.said).toEqual([])
    const job = await county.county.desk.byNumber(number)
    expect(job?.takes).toEqual([])
  })
})

describe('a person whom no message reaches', () => {
  it('is not announced in the group again and again', async () => {
    const number = await county.openJob('test/boss-0')
    const { hear, resume, said } = aBreakingBot(county, { onSend: (line) => (line.startsWith('worker-0') ? broken() : undefined) })
    await hear('worker-0', `抢${number}`, { room: 'market' })
    for (let minute = 0; minute < 4; minute += 1) await resume()
    expect(said).toEqual([`market: 抢到了！${number}还剩4个。详情私聊发你了。`])
  })

  it('keeps nobody else waiting', async () => {
    const { hear, said } = aBreakingBot(county, { onSend: (line) => (line.startsWith('worker-0') ? broken() : undefined) })
    await Promise.all([hear('worker-0', '帮助'), hear('worker-1', '帮助')])
    expect(said).toHaveLength(1)
  })
})

describe('what is kept of a message', () => {
  it('is no ID number that was said in the group, not even sealed', async () => {
    const { hear, said, kept } = aBreakingBot(county)
    await hear('stranger', '我叫王建国 350428196805060015', { room: 'market' })
    await hear('stranger', '350428 19680506 0015', { room: 'market', mentioned: true })
    expect(said).toEqual(Array.from({ length: 2 }, () => 'stranger: 你刚在群里发了身份证号，快撤回！登记在这里私聊发给我。'))
    expect(kept).toHaveLength(2)
    for (const text of kept) expect(text).not.toMatch(/350428|0015/)
  })

  it('is nothing of what people say to each other', async () => {
    const { hear, said, kept } = aBreakingBot(county)
    for (const text of ['中午吃什么', '谁抢10241了', '1', '好的', '钱包', '我的单']) await hear('worker-0', text, { room: 'market' })
    expect([said, kept]).toEqual([[], []])
  })

  it('ends where the bot stops reading', async () => {
    const { hear, kept } = aBreakingBot(county)
    await hear('worker-0', '长'.repeat(500_000), { name: '名'.repeat(500_000), quote: '引'.repeat(500_000) })
    expect(kept[0]?.length).toBeLessThan(2000)
  })
})

describe('what is no text', () => {
  it.each([
    ['voice', {}, '语音现在还听不了，请打字，或到零工驿站找人帮忙。'],
    ['picture', { picture: { missing: 'lost' } }, '这张照片没收到，请再发一次。'],
    ['picture', { picture: { missing: 'too-large' } }, '照片太大，收不下。选「标准」不选「原图」再发，或回「上传证书」拿链接传。'],
  ] as const)('a %s in private that cannot be used is asked for again, in a group it is nothing', async (kind, about, words) => {
    const { hear, said } = aBreakingBot(county)
    await hear('worker-0', '', { kind, ...about })
    await hear('worker-0', '', { kind, room: 'market' })
    expect(said).toEqual([`worker-0: ${words}`])
  })

  it.each(['recall', 'other'] as const)('a %s asks nothing', async (kind) => {
    const { hear, said, kept } = aBreakingBot(county)
    await hear('worker-0', '抢10008', { kind, quote: '抢10008' })
    await hear('worker-0', '抢10008', { kind, room: 'market' })
    expect([said, kept]).toEqual([[], []])
  })
})
