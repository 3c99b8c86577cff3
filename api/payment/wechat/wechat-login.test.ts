import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { MovableClock } from '../../schedule/testing/movable-clock.ts'
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts'
import { createWechatLogin, readWechatApp } from './wechat-login.ts'

const BACK = 'http://localhost:3000/payee/back'
const STATE = 'one-time-link_0123456789'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ clock: new MovableClock('2026-11-23T08:00:00Z') })
})
afterAll(() => sandbox.stop())

const login = (change: Partial<Sandbox['app']> = {}) => createWechatLogin({ ...sandbox.app, ...change })
const open = (url: string, init?: RequestInit) => fetch(url.split('#')[0] ?? '', init)

/** Presses the one button of the page that somebody was sent to; where it leads. */
async function pressed(url: string): Promise<URL> {
  const [, href = ''] = /href="(http:[^"]+)"/.exec(await (await open(url)).text()) ?? []
  return new URL(href.replaceAll('&#38;', '&'))
}
const loginUrl = (backTo = BACK, state = STATE) => login().loginUrl({ backTo, state })
const aCode = async () => (await pressed(loginUrl())).searchParams.get('code') ?? ''

describe('the login of a payee', () => {
  it('sends him to the chat app, which sends him back with a code', async () => {
    const back = await pressed(loginUrl())
    expect([back.origin + back.pathname, back.searchParams.get('state')]).toEqual([BACK, STATE])
    expect(await login().accountOf(back.searchParams.get('code') ?? '')).toMatchObject({ state: 'known', openid: expect.any(String) })
  })

  it('takes a code once', async () => {
    const code = await aCode()
    await login().accountOf(code)
    expect(await login().accountOf(code)).toEqual({ state: 'refused' })
  })

  it.each(['', 'nothing', '../x', 'a b', 'x'.repeat(129), '0&appid=other'])('takes no code %j', async (code) => {
    expect(await login().accountOf(code)).toEqual({ state: 'refused' })
  })

  it('knows nothing with a wrong secret, without an answer and from an answer it cannot read', async () => {
    const code = await aCode()
    expect(await login({ secret: 'f'.repeat(32) }).accountOf(code)).toEqual({ state: 'unknown', code: '40125' })
    expect(await login({ apiUrl: 'http://127.0.0.1:1/' }).accountOf(code)).toEqual({ state: 'unknown', code: 'no-answer' })
    const babble = createServer((_request, response) => response.end('{"openid":""}')).listen(0, '127.0.0.1')
    await new Promise((resolve) => babble.once('listening', resolve))
    const { port } = babble.address() as AddressInfo // it listens
    expect(await login({ apiUrl: `http://127.0.0.1:${port}/` }).accountOf(code)).toEqual({ state: 'unknown', code: 'unreadable' })
    babble.close()
    expect(await login().accountOf(code)).toMatchObject({ state: 'known' })
  })

  it('speaks the vendor’s own address, in the vendor’s own order', () => {
    const real = createWechatLogin(
      readWechatApp({ WECHAT_APP_SECRET: '0123456789abcdef0123456789abcdef' }, { appid: 'wx0123456789abcdef' }),
    )
    expect(real.loginUrl({ backTo: 'https://county.example/payee/back', state: 'abc' })).toBe(
      'https://open.weixin.qq.com/connect/oauth2/authorize?appid=wx0123456789abcdef' +
        '&redirect_uri=https%3A%2F%2Fcounty.example%2Fpayee%2Fback&response_type=code&scope=snsapi_base&state=abc#wechat_redirect',
    )
  })
})

describe('the secret of the app', () => {
  it.each([
    [{}, 'WECHAT_APP_SECRET is missing'],
    [{ WECHAT_APP_SECRET: ' ' }, 'WECHAT_APP_SECRET is missing'],
    [{ WECHAT_APP_SECRET: 'hunter2' }, 'WECHAT_APP_SECRET is not an app secret'],
  ])('%j: %s', (env, said) => {
    expect(() => readWechatApp(env, { appid: 'wx0123456789abcdef' })).toThrow(said)
    expect(() => readWechatApp(env, { appid: 'wx0123456789abcdef' })).not.toThrow('hunter2')
  })
})

describe('the sandbox’s page to log in on', () => {
  it.each([
    ['another app', () => loginUrl().replace(/appid=[^&]*/, 'appid=wxother')],
    ['another scope', () => loginUrl().replace('snsapi_base', 'snsapi_userinfo')],
    ['a way back to another machine', () => loginUrl('https://evil.example/payee/back')],
    ['a way back that is a script', () => loginUrl('javascript:alert(1)')],
    ['no state', () => loginUrl(BACK, '')],
    ['a state of markup', () => loginUrl(BACK, '"><script>')],
  ])('gives no code to %s', async (_what, url) => {
    const answer = await open(url())
    expect(answer.status).toBe(404)
    expect(await answer.text()).not.toContain('code=')
  })

  it('is not shown to another site', async () => {
    expect((await open(loginUrl(), { headers: { origin: 'http://evil.example' } })).status).toBe(404)
  })
})
