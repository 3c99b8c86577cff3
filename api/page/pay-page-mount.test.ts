import { request } from 'node:http'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { startFake } from '../http/testing/fake-county.ts'
import { createLog } from '../log.ts'
import { createPayPage } from './pay-page.routes.ts'
import type { PayState } from './pay-view.ts'
import { ASKED, aPayView, NOON } from './testing/sample-view.ts'

const CODE = '0123456789abcdefGHIJ_-'
const OTHER = 'zzzzzzzzzzzzzzzzzzzzzz'

let states: Map<string, PayState>
let asked: string[]
let fake: Awaited<ReturnType<typeof startFake>>
const logged: string[] = []
const log = createLog({ level: 'debug', to: { write: (line) => void logged.push(line) } })

const parts = {
  clock: { now: () => NOON },
  log,
  payViewOf: async (code: string) => {
    asked.push(code)
    const state = states.get(code)
    return state && aPayView(state)
  },
  renew: async (code: string) => void states.set(code, ASKED),
}
const play = { payInPlay: async (code: string) => void states.set(code, { state: 'paid' }) }

beforeEach(() => {
  states = new Map([[CODE, ASKED]])
  asked = []
})

const get = (path: string) => fetch(`${fake.url}${path}`, { redirect: 'manual' })
const post = (path: string, origin = fake.url) => fetch(`${fake.url}${path}`, { method: 'POST', redirect: 'manual', headers: { origin } })

describe('/pay with play money', () => {
  beforeAll(async () => {
    fake = await startFake({ mounts: [createPayPage({ ...parts, ...play, chatUrl: '/simulator' })] })
  })
  afterAll(() => fake.server.stop())

  it('is paid by one tap, which leads back to the page', async () => {
    expect(await (await get(`/pay/${CODE}`)).text()).toContain(`action="/pay/${CODE}/play"`)
    const answer = await post(`/pay/${CODE}/play`)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/pay/${CODE}`])
    expect(await (await get(`/pay/${CODE}`)).text()).toContain('付好了')
  })

  it('gives another code where the last was not used', async () => {
    states.set(CODE, { state: 'expired' })
    expect((await post(`/pay/${CODE}/renew`)).status).toBe(303)
    expect(states.get(CODE)).toEqual(ASKED)
  })

  it('is not paid from another site, nor under a code that nobody has', async () => {
    expect((await post(`/pay/${CODE}/play`, 'http://evil.example')).status).toBe(403)
    expect((await post(`/pay/${OTHER}/play`)).status).toBe(404)
    expect([...states]).toEqual([[CODE, ASKED]])
  })

  it('shows how it stands to whoever comes back to the address of a button', async () => {
    const answer = await get(`/pay/${CODE}/play`)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/pay/${CODE}`])
    expect(states.get(CODE)).toEqual(ASKED)
  })

  it.each([`/pay/${OTHER}`, '/pay', '/pay/', `/pay/${CODE}/other`, `/pay/${CODE}/play/`, `/pay/${CODE}/`])(
    'has nothing at %s',
    async (path) => {
      expect((await get(path)).status).toBe(404)
    },
  )

  it('is not changed by a POST to the page itself', async () => {
    expect((await post(`/pay/${CODE}`)).status).toBe(404)
  })

  it.each([
    '__proto__',
    'constructor',
    '..',
    '../../etc/passwd',
    '%2e%2e%2f%2e%2e%2f',
    '%00',
    '%zz',
    '<script>alert(1)</script>',
    '{"$gt":""}',
    'a'.repeat(15),
    'a'.repeat(65),
    'a'.repeat(10_000),
    `${CODE}%0d%0aset-cookie:x=1`,
    '10244',
  ])('asks nobody for %j', async (code) => {
    const status = await new Promise((resolve) => {
      request({ port: fake.port, path: `/pay/${Buffer.from(code).toString('latin1')}` }, (response) =>
        resolve(response.resume().statusCode),
      ).end()
    })
    expect([status, asked]).toEqual([404, []])
  })

  it('ignores a query, and keeps its address out of the log', async () => {
    expect((await get(`/pay/${CODE}?from=singlemessage&isappinstalled=0`)).status).toBe(200)
    expect(logged.join('')).not.toContain(CODE)
  })
})

describe('/pay with money', () => {
  beforeAll(async () => {
    fake = await startFake({ mounts: [createPayPage(parts)] })
  })
  afterAll(() => fake.server.stop())

  it('is not paid by a tap', async () => {
    expect((await post(`/pay/${CODE}/play`)).status).toBe(404)
    expect(states.get(CODE)).toEqual(ASKED)
  })
})
