import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { PROVIDER, workerAccount } from '@linggong/api/core/ledger/account.ts'
import { entry, entryKey } from '@linggong/api/core/ledger/entry.ts'
import { aMemo } from '@linggong/api/core/ledger/testing/entries.ts'
import { fen } from '@linggong/api/core/money.ts'
import { listenMounts } from '@linggong/api/http/mounts.ts'
import { notices } from '@linggong/api/notice/notice.collection.ts'
import { verifyLedger } from '@linggong/api/wallet/verify-ledger.ts'
import { aCounty, MORNING } from '../kit/a-county.ts'

const [LI, CHEN] = ['test/worker-0', 'test/worker-1']
const BASE = 'http://localhost:3000'

let town: Awaited<ReturnType<typeof aTown>>
beforeEach(async () => {
  town = await aTown()
})
afterEach(async () => {
  const { store, county } = town.county
  const report = await verifyLedger({ store, county })
  await town.stop()
  expect(report).toMatchObject({ trialBalanceFen: 0, faults: [] })
})

/** A county with two workers of whom one has 500 yuan, whose pages are served, and where nobody confirms unless told. */
async function aTown() {
  const { county, playMoney, clock, settle, people, stop } = await aCounty()
  playMoney.sandbox.mischief.atOnce = false
  await people('worker', 2, 'worker')
  const idOf = async (contact = LI) => (await county.people.byContact(contact))?.id ?? Promise.reject(new Error('nobody'))
  const memo = aMemo({ county: county.county, key: entryKey('due', 'some-take'), kind: 'due' })
  const earned = entry(memo)
    .debit(PROVIDER, fen(50_000))
    .credit(workerAccount(await idOf()))
  await county.ledger.append(earned.done())
  const server = createServer((request, response) => {
    if (!listenMounts(county.mounts, request, response)) response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // it listens
  const url = `http://127.0.0.1:${port}`
  const here = (address: string) => address.replace(BASE, url)
  let calls = 0
  const as = (contact: string) => {
    calls += 1
    return { contact, key: `call-${calls}` }
  }

  /** The address of somebody's own page, as the bot gets it. */
  async function page(of: 'wallet' | 'payee', contact = LI): Promise<string> {
    const opened = await county.client.openPage({ body: { page: of } }, as(contact))
    if (!opened.ok) throw new Error(opened.refusal)
    return here(opened.value.url)
  }

  /** A button is pressed; gives the page it leads to, as an address and as words. */
  async function press(address: string, fields: Readonly<Record<string, string>> = {}) {
    const body = new URLSearchParams(fields)
    const answer = await fetch(address, { method: 'POST', headers: { origin: url }, body, redirect: 'manual' })
    await settle()
    const goes = answer.headers.get('location')
    return { status: answer.status, goes: goes === null ? address : `${url}${goes}`, text: await answer.text() }
  }

  const see = async (address: string) => wordsOf(await (await fetch(address)).text())

  /** Names an account, as whoever has the address does; gives the words of the last page. */
  async function bind(address: string): Promise<string> {
    const [, login = ''] = /href="(http[^"]*authorize[^"]*)"/.exec(await (await fetch(address)).text()) ?? []
    const [, back = ''] = /href="(http:[^"]*code=[^"]*)"/.exec(await (await fetch(plain(login).split('#')[0] ?? '')).text()) ?? []
    const words = await see(here(plain(back)))
    await settle()
    return words
  }

  return {
    ...{ county, playMoney, clock, settle, url, page, press, see, bind, as, here },
    /** From the wallet to the page of a payout, by way of both buttons. */
    async withdraw(wallet: string, yuan: string) {
      const asked = await press(`${wallet}/ask`, { yuan })
      const [, amount = ''] = /name="fen" value="(\d+)"/.exec(asked.text) ?? []
      const [, key = ''] = /name="key" value="([\w-]+)"/.exec(asked.text) ?? []
      return {
        asked,
        sent: await press(`${wallet}/send`, { fen: amount, key }),
        again: () => press(`${wallet}/send`, { fen: amount, key }),
      }
    },
    transfers: () => playMoney.sandbox.transfers.values(),
    wallet: async (contact = LI) => {
      const seen = await county.client.seeWallet({}, { contact, key: '' })
      return seen.ok ? seen.value : Promise.reject(new Error(seen.refusal))
    },
    async later(minutes: number) {
      clock.at = clock.at.add({ minutes })
      await county.sweep({ leaveSeconds: 0 })
      await settle()
    },
    async stop() {
      server.close()
      server.closeAllConnections()
      await stop()
    },
  }
}

const plain = (markup: string): string => markup.replaceAll('&#38;', '&')
const wordsOf = (page: string): string =>
  page
    .slice(page.indexOf('<main'), page.indexOf('</main>'))
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')

describe('a worker and his money', () => {
  it('names his account, sees what he has, asks for some of it, confirms and has it', async () => {
    expect(await town.see(await town.page('wallet'))).toContain('回聊天里发「绑定收款微信」')
    expect(await town.bind(await town.page('payee'))).toContain('绑好了')
    const wallet = await town.page('wallet')
    for (const words of ['我的钱包', '500元', '提多少元', '补工钱', '活号10240', '这个月挣了 500元，1个活'])
      expect(await town.see(wallet)).toContain(words)
    const { asked, sent } = await town.withdraw(wallet, ' 300元 ')
    expect(wordsOf(asked.text)).toMatch(/确认提现 300元 .*还要在微信里点一下/)
    expect(await town.see(sent.goes)).toMatch(/确认收款 300元 .*11月24日07:30前确认/)
    expect(await town.see(wallet)).toMatch(/200元 .*还没到账的提现 300元：等你确认 去确认收款/)
    const [, confirm = ''] = /href="(http:[^"]*sandbox[^"]*)"/.exec(await (await fetch(sent.goes)).text()) ?? []
    await fetch(confirm, { method: 'POST' })
    await town.settle()
    expect(await town.see(sent.goes)).toContain('到账了 300元 在你的微信零钱里')
    expect(await town.wallet()).toMatchObject({ balanceFen: 20_000, outgoingFen: 0, payouts: [] })
  })

  it('gets it once, however often he presses', async () => {
    await town.bind(await town.page('payee'))
    const { sent, again } = await town.withdraw(await town.page('wallet'), '300')
    const more = await Promise.all([again(), again(), again()])
    const numberOf = (address: string) => address.split('/').at(-2)
    expect(new Set([sent, ...more].map(({ goes }) => numberOf(goes))).size).toBe(1)
    expect([town.transfers().length, await town.wallet()]).toMatchObject([1, { balanceFen: 20_000 }])
  })

  it('may think better of it, until he has confirmed', async () => {
    await town.bind(await town.page('payee'))
    const wallet = await town.page('wallet')
    const first = await town.withdraw(wallet, '100')
    await town.press(`${first.sent.goes}/cancel`)
    expect(await town.see(first.sent.goes)).toMatch(/取消了 100元 .*一分没少/)
    const second = await town.withdraw(wallet, '100')
    for (const { number } of town.transfers()) town.playMoney.sandbox.confirm(number)
    await town.settle()
    const late = await town.press(`${second.sent.goes}/cancel`)
    expect([late.status, wordsOf(late.text)]).toEqual([200, expect.stringContaining('取消不了')])
    expect(await town.wallet()).toMatchObject({ balanceFen: 40_000 })
  })

  it('has it back when he does not confirm within a day', async () => {
    await town.bind(await town.page('payee'))
    const { sent } = await town.withdraw(await town.page('wallet'), '500')
    expect(await town.wallet()).toMatchObject({ balanceFen: 0, outgoingFen: 50_000 })
    for (let turn = 0; turn < 26; turn += 1) await town.later(60)
    expect(await town.wallet()).toMatchObject({ balanceFen: 50_000, outgoingFen: 0 })
    expect((await fetch(sent.goes)).status).toBe(404)
  })

  it.each([
    ['', '没看懂'],
    ['三百', '没看懂'],
    ['-1', '没看懂'],
    ['0.001', '没看懂'],
    ['1e21', '没看懂'],
    ['NaN', '没看懂'],
    ['9007199254740992', '没看懂'],
    ['0', '最少提1元'],
    ['0.99', '最少提1元'],
    ['500.01', '钱不够，现在能提500元'],
  ])('that asks for %j hears why not', async (yuan, words) => {
    await town.bind(await town.page('payee'))
    const answer = await town.press(`${await town.page('wallet')}/ask`, { yuan })
    expect([answer.status, wordsOf(answer.text)]).toEqual([200, expect.stringContaining(words)])
  })

  it.each([
    [{ fen: '60000', key: 'k'.repeat(20) }, '钱不够'],
    [{ fen: '1', key: 'k'.repeat(20) }, '最少提1元'],
    [{ fen: '9007199254740992', key: 'k'.repeat(20) }, '没有办成'],
    [{ fen: '-300', key: 'k'.repeat(20) }, '没有办成'],
    [{ fen: '300', key: '' }, '没有办成'],
    [{}, '没有办成'],
  ])('that sends %j, which no page of ours has, gets nothing', async (fields, words) => {
    await town.bind(await town.page('payee'))
    const answer = await town.press(`${await town.page('wallet')}/send`, fields)
    expect(wordsOf(answer.text)).toContain(words)
    expect(await town.wallet()).toMatchObject({ balanceFen: 50_000, outgoingFen: 0 })
  })
})

describe('somebody else', () => {
  it('cannot open with the address of one page another', async () => {
    await town.bind(await town.page('payee'))
    const wallet = await town.page('wallet')
    const { sent } = await town.withdraw(wallet, '300')
    const [id, code] = sent.goes.split('/').slice(-2)
    const walletCode = wallet.split('/').at(-1)
    for (const path of [
      `/wallet/${code}`,
      `/payee/${code}`,
      `/payee/${walletCode}`,
      `/payout/${id}/${walletCode}`,
      `/payout/X${id?.slice(1)}/${code}`,
      `/payout/${id}/${code}x`,
      `/payout/${id}`,
    ])
      expect([path, (await fetch(`${town.url}${path}`)).status]).toEqual([path, 404])
  })

  it('cannot press a button from another site', async () => {
    await town.bind(await town.page('payee'))
    const wallet = await town.page('wallet')
    const { sent } = await town.withdraw(wallet, '100')
    for (const address of [`${wallet}/ask`, `${wallet}/send`, `${wallet}/open`, `${sent.goes}/cancel`]) {
      const answer = await fetch(address, {
        method: 'POST',
        headers: { origin: 'http://evil.example' },
        body: new URLSearchParams({ yuan: '1' }),
      })
      expect(answer.status).toBe(403)
    }
    expect(await town.wallet()).toMatchObject({ balanceFen: 40_000 })
  })

  it('does not see through the wallet of one the payout of another', async () => {
    await town.bind(await town.page('payee'))
    await town.withdraw(await town.page('wallet'), '100')
    const [{ number = '' } = {}] = town.transfers()
    const chens = await town.page('wallet', CHEN)
    expect(await town.press(`${chens}/open`, { payout: number })).toMatchObject({ status: 303, goes: chens })
    expect(await town.county.client.openPage({ body: { page: 'payout', payout: number } }, town.as(CHEN))).toMatchObject({
      refusal: 'payout-not-found',
    })
    const asked = { params: { id: number } }
    expect(await town.county.client.seePayout(asked, { contact: CHEN, key: '' })).toMatchObject({ refusal: 'payout-not-found' })
    expect(await town.county.client.cancelPayout(asked, town.as(CHEN))).toMatchObject({ refusal: 'payout-not-found' })
  })

  it('cannot name his own account with an address that was used, looked up too late, or made up', async () => {
    const address = await town.page('payee')
    await Promise.all([fetch(address), fetch(address), fetch(address, { method: 'HEAD' })])
    expect(await town.bind(address)).toContain('绑好了')
    expect((await fetch(address)).status).toBe(404)
    const late = await town.page('payee')
    const [, login = ''] = /href="(http[^"]*authorize[^"]*)"/.exec(await (await fetch(late)).text()) ?? []
    town.clock.at = MORNING.add({ minutes: 10 })
    const [, back = ''] = /href="(http:[^"]*code=[^"]*)"/.exec(await (await fetch(plain(login).split('#')[0] ?? '')).text()) ?? []
    expect(await town.see(town.here(plain(back)))).toContain('链接过期了')
    expect(await town.see(`${town.url}/payee/back?code=x&state=made-up-state`)).toContain('链接过期了')
    expect(await town.see(`${town.url}/payee/back`)).toContain('链接过期了')
  })

  it('who takes an account’s place gets nothing for a day, and its owner is told', async () => {
    await town.bind(await town.page('payee'))
    const address = await town.page('payee')
    expect(await town.see(address)).toContain('24小时后才能提现')
    expect(await town.bind(address)).toContain('换好了')
    const { sent } = await town.withdraw(await town.page('wallet'), '300')
    expect(wordsOf(sent.text)).toContain('收款微信刚换，过一天才能提')
    const told = { index: 'waiting', county: town.county.county, equals: { state: 'waiting' }, limit: 100 }
    expect((await town.county.store.find(notices, told)).docs.map(({ kind }) => kind).sort()).toEqual(['payee-bound', 'payee-changed'])
    town.clock.at = MORNING.add({ hours: 24 })
    const later = await town.withdraw(await town.page('wallet'), '300')
    expect(later.sent.status).toBe(303)
  })

  it('finds no name, number or account in any address', async () => {
    const me = await town.county.client.seeMe({}, { contact: LI, key: '' })
    const person = (await town.county.people.byContact(LI))?.id
    const addresses = [await town.page('payee'), await town.page('wallet')].join()
    for (const secret of [person, LI, 'worker', me.ok ? me.value.phone : '', me.ok ? me.value.name : ''])
      expect(addresses).not.toContain(secret)
  })
})

describe('an address of one’s own', () => {
  it.each(['wallet', 'payee'] as const)('of %s opens for its time and no longer', async (of) => {
    const address = await town.page(of)
    expect((await fetch(address)).status).toBe(200)
    town.clock.at = MORNING.add({ minutes: 30 })
    expect((await fetch(address)).status).toBe(404)
    expect(await town.see(address)).toContain('链接过期了')
  })

  it.each(['__proto__', '..', '%2e%2e', '%00', '%zz', '<script>', 'a'.repeat(5_000), 'x'])('%j is none', async (code) => {
    for (const room of ['wallet', 'payee', `payout/${'N'.repeat(26)}`]) {
      const answer = await fetch(`${town.url}/${room}/${encodeURIComponent(code)}`)
      expect(answer.status).toBe(404)
      expect(await answer.text()).not.toContain('<script>')
    }
  })

  it('takes no body that is no small form', async () => {
    const wallet = await town.page('wallet')
    const send = (body: string, type: string) =>
      fetch(`${wallet}/ask`, { method: 'POST', headers: { origin: town.url, 'content-type': type }, body }).then(({ status }) => status)
    expect(await send('{"yuan":"300"}', 'application/json')).toBe(404)
    expect(await send(`yuan=${'9'.repeat(10_000)}`, 'application/x-www-form-urlencoded')).toBe(404)
    expect(await send('yuan=1&yuan=2&__proto__=x', 'application/x-www-form-urlencoded')).toBe(200)
  })
})
