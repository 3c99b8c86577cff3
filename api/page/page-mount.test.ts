import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { startFake } from '../http/testing/fake-county.ts'
import { createLog } from '../log.ts'
import { html } from './html.ts'
import { framePage } from './page-frame.ts'
import { createPageMount, type PageRequest } from './page-mount.routes.ts'

const asked: Pick<PageRequest, 'method' | 'path'>[] = []
const logged: string[] = []

const room = createPageMount({
  prefix: '/room',
  log: createLog({ level: 'debug', to: { write: (line) => void logged.push(line) } }),
  async answer({ method, path }) {
    asked.push({ method, path })
    if (path === 'broken') throw new Error('broken')
    if (path === 'nothing') return undefined
    if (method === 'POST') return { goTo: '/room/done' }
    return { status: 200, page: framePage({ title: '<屋>', main: html`<p>${path}</p>`, ...(path === 'live' ? { waitsIn: 'asked' } : {}) }) }
  },
})

let fake: Awaited<ReturnType<typeof startFake>>
beforeAll(async () => {
  fake = await startFake({ mounts: [room] })
})
afterAll(() => fake.server.stop())

const get = (path: string, init: RequestInit = {}) => fetch(`${fake.url}/room${path}`, { redirect: 'manual', ...init })

/** fetch writes its own headers of this kind. */
function postFrom(headers: Readonly<Record<string, string>>): Promise<number | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<number | undefined>()
  const call = request(`${fake.url}/room/page`, { method: 'POST', headers }, (response) => {
    response.resume()
    resolve(response.statusCode)
  })
  call.on('error', reject).end()
  return promise
}

describe('a page', () => {
  it('is kept by nobody, is framed by nobody, tells no other site its address and runs nothing but its own', async () => {
    const answer = await get('/page?x=1')
    expect([answer.status, asked.at(-1)]).toEqual([200, { method: 'GET', path: 'page' }])
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'x-robots-tag': 'noindex',
    })
    const policy = answer.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe|\*|https?:/)
  })

  it('is a page of its own: language, size of a phone, an escaped title', async () => {
    const page = await (await get('/page')).text()
    expect(page).toMatch(/^<!doctype html>\n<html lang="zh-CN">/)
    expect(page).toContain('width=device-width')
    expect(page).toContain('<title>&#60;屋&#62; · 零工市场</title>')
    expect(page).not.toContain('<script')
  })

  it('that waits looks for its news, with scripts and without', async () => {
    const page = await (await get('/live')).text()
    expect(page).toContain('<main data-waits-in="asked">')
    expect(page).toContain('<noscript><meta http-equiv="refresh"')
    expect(page).toContain('<script type="module">')
  })

  it.each([
    ['GET', '/nothing', 404],
    ['HEAD', '/page', 200],
    ['PUT', '/page', 405],
    ['DELETE', '/page', 405],
    ['GET', '/broken', 503],
  ])('answers %s %s with %s', async (method, path, status) => {
    expect((await get(path, { method })).status).toBe(status)
  })

  it('that breaks tells its log neither why in words nor where', () => {
    expect(logged.join('')).toContain('"route":"/room"')
    expect(logged.join('')).not.toMatch(/room\/broken|"broken"/)
  })
})

describe('a button', () => {
  it('does something and leads on', async () => {
    const answer = await get('/page', { method: 'POST', headers: { origin: fake.url } })
    expect([answer.status, answer.headers.get('location'), asked.at(-1)?.method]).toEqual([303, '/room/done', 'POST'])
  })

  it.each([
    [{ origin: 'http://evil.example' }],
    [{ origin: 'null' }],
    [{}],
    [{ origin: 'http://here', host: 'here', 'sec-fetch-site': 'cross-site' }],
    [{ origin: 'http://here', host: 'here', 'sec-fetch-site': 'same-site' }],
  ])('is not pressed from %j', async (headers) => {
    const before = asked.length
    expect([await postFrom(headers), asked.length]).toEqual([403, before])
  })

  it.each([
    [{ origin: 'https://here', host: 'here' }],
    [{ origin: 'https://county.example', host: 'inner:3000', 'sec-fetch-site': 'same-origin' }],
  ])('is pressed from a page behind a proxy: %j', async (headers) => {
    expect(await postFrom(headers)).toBe(303)
  })
})
