import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import request from 'supertest'
import { createFiguresPass } from './figures-pass.ts'
import { cookieOf, SESSIONS, startFake, TOKENS } from './testing/fake-county.ts'

const pass = createFiguresPass({ token: TOKENS.statistics, secure: false })
const cookie = (pass.admit(TOKENS.statistics) ?? '').split(';', 1)[0] ?? ''

describe('the pass of a browser that has shown the dashboards’ token', () => {
  let fake: Awaited<ReturnType<typeof startFake>>
  beforeAll(async () => {
    fake = await startFake()
  })
  afterAll(() => fake.server.stop())

  const ask = async (method: 'get' | 'post', path: string, headers: Readonly<Record<string, string>>) =>
    (await request(fake.url)[method](path).set(headers)).status

  it('is read by no script, sent by no other site, and does not say the token', () => {
    expect(pass.admit(TOKENS.statistics)).toMatch(/^linggong-figures=[\w-]{43}; Path=\/; Max-Age=43200; HttpOnly; SameSite=Strict$/)
    expect(pass.admit(TOKENS.statistics)).not.toContain(TOKENS.statistics)
    expect(createFiguresPass({ token: TOKENS.statistics, secure: true }).admit(TOKENS.statistics)).toMatch(
      /^__Host-linggong-figures=.*; Secure$/,
    )
  })

  it.each(['', 'wrong', `${TOKENS.statistics} `, TOKENS.bot])('is not given for %j', (token) => {
    expect(pass.admit(token)).toBeUndefined()
  })

  it('is given to nobody where there is no token', () => {
    for (const token of [undefined, '']) expect(createFiguresPass({ token, secure: false }).admit('')).toBeUndefined()
  })

  it('reads figures', async () => {
    expect(await ask('get', '/stats/count', { cookie })).toBe(200)
    expect(await ask('get', '/stats/count', { cookie: `${cookieOf(SESSIONS.nobody)}; ${cookie}` })).toBe(200)
  })

  it.each([
    ['a changed one', 'get', '/stats/count', { cookie: `${cookie}x` }],
    ['the token in its place', 'get', '/stats/count', { cookie: `linggong-figures=${TOKENS.statistics}` }],
    ['two of them', 'get', '/stats/count', { cookie: `${cookie}; ${cookie}` }],
    ['beside a wrong header', 'get', '/stats/count', { cookie, authorization: 'Bearer wrong' }],
    ['for what the bot does', 'get', '/things', { cookie }],
    ['for what staff do', 'post', '/staff/close', { cookie, 'idempotency-key': 'k' }],
  ] as const)('opens nothing: %s', async (_how, method, path, headers) => {
    expect(await ask(method, path, headers)).toBe(401)
  })

  it('gives nobody of the staff a right that he has not', async () => {
    expect(await ask('get', '/stats/count', { cookie: `${cookieOf(SESSIONS.admin)}; ${cookie}` })).toBe(403)
  })
})
