import { request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals'
import { servedSimulator } from '../testing/served-simulator.ts'
import { until } from '../testing/until.ts'

let served: Awaited<ReturnType<typeof servedSimulator>>
let before = 0

beforeAll(async () => {
  served = await servedSimulator(({ text }) => (text === '找活' ? '今天没有活' : undefined))
})
afterAll(() => served.stop())
beforeEach(() => {
  before = newest()
})

const newest = () => served.simulator.messages().at(-1)?.seq ?? 0
const get = (path: string) => fetch(`${served.url}${path}`)
const post = (path: string, body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}) =>
  fetch(`${served.url}${path}`, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } })
const say = (said: unknown) => post('/simulator/messages', JSON.stringify(said))

/** Whatever field an answer of the simulator may have. */
interface Answer {
  readonly [field: string]: unknown
  readonly status?: number
  readonly code?: string
  readonly id?: string
  readonly next?: number
  readonly people?: readonly { id: string }[]
}
const read = async (response: Response): Promise<Answer> => (await response.json()) as Answer

async function expectProblem(response: Response, status: number, code: string) {
  const problem = await read(response)
  expect([response.status, problem.status, problem.code]).toEqual([status, status, code])
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/)
  expect(problem['title']).toMatch(/\p{Script=Han}/u)
  expect(newest()).toBe(before)
  return problem
}

describe('POST /simulator/pictures', () => {
  const show = (picture: Uint8Array, about: object = {}) =>
    post('/simulator/pictures', JSON.stringify({ from: 'chen', picture: Buffer.from(picture).toString('base64'), ...about }))
  const JPEG = new Uint8Array([0xff, 0xd8, 0xff, 0xd9])

  it.each([
    ['a JPEG', JPEG, 'image/jpeg'],
    ['a PNG', new Uint8Array([0x89, 0x50, 0x4e, 0x47]), 'image/png'],
    ['a page that calls itself a picture', Buffer.from('<html><script>alert(1)</script>'), 'application/octet-stream'],
  ])('shows %s and gives it back as what it is', async (_what, picture, type) => {
    const response = await show(picture)
    const { id } = await read(response)
    expect([response.status, newest()]).toEqual([202, before + 1])
    const given = await get(`/simulator/pictures/${id}`)
    expect([given.headers.get('content-type'), given.headers.get('x-content-type-options')]).toEqual([type, 'nosniff'])
    expect(new Uint8Array(await given.arrayBuffer())).toEqual(new Uint8Array(picture))
  })

  it('takes more bytes than the bot does, and not without end', async () => {
    expect((await show(new Uint8Array(3 * 1024 * 1024))).status).toBe(202)
    before = newest()
    await expectProblem(await show(new Uint8Array(6 * 1024 * 1024)), 413, 'payload-too-large')
  })

  it.each([
    ['of nobody', { from: 'nobody' }, 404, 'not-found'],
    ['that is no base64', { picture: '<>' }, 400, 'bad-request'],
    ['without bytes', { picture: '' }, 400, 'bad-request'],
  ])('refuses a picture %s', async (_what, about, status, code) => expectProblem(await show(JPEG, about), status, code))
})

describe('POST and GET /simulator/messages', () => {
  it('takes a line, and gives it back with the answer', async () => {
    const response = await say({ from: 'chen', text: '找活' })
    expect(response.status).toBe(202)
    const { id } = await read(response)
    await until(() => newest() === before + 2)
    const { messages, next } = await read(await get(`/simulator/messages?after=${before}`))
    expect(messages).toMatchObject([
      { seq: before + 1, id, from: 'chen', name: '陈小旺', to: 'linggong', text: '找活', fromBot: false },
      { seq: before + 2, from: 'linggong', to: 'chen', text: '今天没有活', fromBot: true },
    ])
    expect(next).toBe(before + 2)
    expect(await (await get(`/simulator/messages?after=${next}`)).json()).toEqual({ messages: [], next })
  })

  it('takes the same id twice', async () => {
    const responses = [
      await say({ from: 'liao', room: 'group', text: '抢1024', id: 'twice' }),
      await say({ from: 'liao', room: 'group', text: '抢1024', id: 'twice' }),
    ]
    expect(responses.map(({ status }) => status)).toEqual([202, 202])
    expect(newest()).toBe(before + 1)
    expect(served.heard.filter(({ id }) => id === 'twice').length).toBeGreaterThanOrEqual(1)
  })

  it('takes hostile text as text', async () => {
    for (const text of ['{"$gt":""}', '\u0000', '\ud800', '\u202e', '   ', 'x'.repeat(60_000)]) {
      expect((await say({ from: 'chen', text })).status).toBe(202)
    }
  })

  it.each([
    ['nothing', ''],
    ['not JSON', '{from'],
    ['null', 'null'],
    ['a list', '[]'],
    ['a text', '"找活"'],
    ['no text', '{"from":"chen"}'],
    ['an empty text', '{"from":"chen","text":""}'],
    ['a number for the text', '{"from":"chen","text":1}'],
    ['an object for the text', '{"from":"chen","text":{"$gt":""}}'],
    ['null for the room', '{"from":"chen","text":"a","room":null}'],
    ['an unknown field', '{"from":"chen","text":"a","role":"admin"}'],
    ['__proto__', '{"from":"chen","text":"a","__proto__":{"x":1}}'],
    ['an id with a line break', '{"from":"chen","text":"a","id":"a\\nb"}'],
    ['an id that is too long', `{"from":"chen","text":"a","id":"${'a'.repeat(200)}"}`],
    ['great depth', `{"from":"chen","text":${'['.repeat(10_000)}${']'.repeat(10_000)}}`],
    ['bytes that are not UTF-8', new Uint8Array([0x7b, 0xff, 0xfe])],
  ])('refuses %s', async (_what, body) => {
    await expectProblem(await post('/simulator/messages', body), 400, 'bad-request')
  })

  it('names the field at fault and does not repeat what was sent', async () => {
    const problem = await expectProblem(await say({ from: 'chen', text: 350428 }), 400, 'bad-request')
    expect(problem['errors']).toMatchObject([{ field: 'text' }])
    expect(JSON.stringify(problem)).not.toContain('350428')
  })

  it.each([
    [{ from: 'nobody', text: 'a' }, 404, 'not-found'],
    [{ from: 'linggong', text: 'a' }, 404, 'not-found'],
    [{ from: '__proto__', text: 'a' }, 404, 'not-found'],
    [{ from: 'chen', room: 'nowhere', text: 'a' }, 404, 'not-found'],
    [{ from: 'chen', text: '别的话', id: 'twice' }, 422, 'key-reused'],
  ])('refuses %j', async (said, status, code) => {
    await expectProblem(await say(said), status, code)
  })

  it.each([64 * 1024 + 1, 500 * 1024, 20 * 1024 * 1024])('refuses a body of %d bytes and says why', async (bytes) => {
    const response = await post('/simulator/messages', `{"from":"chen","text":"${'x'.repeat(bytes)}"}`).catch(() => undefined)
    // The very longest is cut off while it is being sent.
    if (bytes < 8 * 1024 * 1024 || response !== undefined) await expectProblem(response ?? Response.error(), 413, 'payload-too-large')
    expect((await say({ from: 'chen', text: '还在' })).status).toBe(202)
  })

  it('refuses a compressed body', async () => {
    await expectProblem(await post('/simulator/messages', 'x', { 'content-encoding': 'gzip' }), 415, 'wrong-content-type')
  })

  it('refuses what another site sends', async () => {
    const body = JSON.stringify({ from: 'chen', text: '发' })
    for (const origin of ['https://elsewhere.example', 'null', 'not a url']) {
      await expectProblem(await post('/simulator/messages', body, { origin }), 403, 'not-allowed')
    }
    expect((await post('/simulator/messages', body, { origin: served.url })).status).toBe(202)
  })

  it.each(['-1', '1.5', 'x', '1e3', '', '99999999999999999999'])('refuses after=%s', async (after) => {
    await expectProblem(await get(`/simulator/messages?after=${after}`), 400, 'bad-request')
  })

  it('survives a sender that hangs up', async () => {
    const socket = connect(served.port, '127.0.0.1')
    socket.write('POST /simulator/messages HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"from":')
    await new Promise((resolve) => setTimeout(resolve, 20))
    socket.destroy()
    expect((await get('/simulator/people')).status).toBe(200)
    expect(newest()).toBe(before)
  })
})

describe('/simulator/pictures', () => {
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47])

  it('gives the bytes of a picture as a picture', async () => {
    const { id = '' } = await served.channel.send({ to: { contact: 'cai' }, picture: { name: 'qr.png', alt: '付款码', png } })
    const { messages } = await read(await get(`/simulator/messages?after=${newest() - 1}`))
    expect(messages).toMatchObject([{ id, kind: 'picture', text: '付款码', src: `/simulator/pictures/${id}` }])
    const response = await get(`/simulator/pictures/${id}`)
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png'])
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(png)
  })

  it.each(['', 'nothing', '__proto__', 'twice', '..%2f..%2fpackage.json', '%'])('has none under %j', async (id) => {
    await expectProblem(await get(`/simulator/pictures/${id}`), 404, 'not-found')
  })

  it('takes none', async () => {
    const { id = '' } = await served.channel.send({ to: { contact: 'cai' }, picture: { name: 'qr.png', alt: '付款码', png } })
    expect((await post(`/simulator/pictures/${id}`, '{}')).status).toBe(404)
  })
})

describe('/simulator/people', () => {
  it('lists who there is', async () => {
    const { bot, people, rooms } = await read(await get('/simulator/people'))
    expect(bot).toEqual({ id: 'linggong', name: '零工小助手' })
    expect(people?.map(({ id }) => id)).toEqual(['chen', 'liao', 'cai'])
    expect(rooms).toMatchObject([{ id: 'group', members: ['chen', 'liao', 'cai', 'linggong'] }])
  })

  it('lets somebody join and speak', async () => {
    const response = await post('/simulator/people', '{"name":" 小张 "}')
    const person = await read(response)
    expect([response.status, person['name']]).toEqual([201, '小张'])
    expect((await say({ from: person.id, room: 'group', text: '大家好' })).status).toBe(202)
  })

  it.each([
    '{}',
    '{"name":""}',
    '{"name":"   "}',
    `{"name":"${'长'.repeat(21)}"}`,
    '{"name":1}',
    '{"name":"a","role":"staff"}',
    '{"name":"a\\u0000"}',
    '{"name":"\\ud800"}',
  ])('refuses %s', async (body) => {
    await expectProblem(await post('/simulator/people', body), 400, 'bad-request')
  })
})

describe('the page', () => {
  it('comes with a strict policy and without inline code', async () => {
    const response = await get('/simulator')
    const html = await response.text()
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'")
    expect(html).not.toMatch(/<script(?![^>]*src=)|style="|\son\w+="|https?:/)
    expect(html).toBe(await (await get('/simulator/')).text())
  })

  it('has its types stripped and is not sent twice', async () => {
    const response = await get('/simulator/main.ts')
    expect(response.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(await response.text()).not.toContain(': FromServer')
    const etag = response.headers.get('etag') ?? ''
    expect((await fetch(`${served.url}/simulator/main.ts`, { headers: { 'if-none-match': etag } })).status).toBe(304)
    expect((await fetch(`${served.url}/simulator`, { method: 'HEAD' })).status).toBe(200)
    expect((await fetch(`${served.url}/simulator`, { method: 'DELETE' })).status).toBe(405)
  })

  it('is small, with everything it loads', async () => {
    const texts = new Map<string, string>()
    const load = async (path: string): Promise<void> => {
      if (texts.has(path)) return
      texts.set(path, '')
      const text = await (await get(path)).text()
      texts.set(path, text)
      const linked = [...text.matchAll(/(?:src|href)="(\/simulator\/[\w.-]+)"/g)].map(([, name = '']) => name)
      const imported = [...text.matchAll(/from '\.\/([\w.-]+)'/g)].map(([, name]) => `/simulator/${name}`)
      await Promise.all([...linked, ...imported].map(load))
    }
    await load('/simulator')
    expect(texts.size).toBeGreaterThan(10)
    expect([...texts.values()].join('').length).toBeLessThan(60_000)
  })

  it.each([
    '/simulator/nothing',
    '/simulator/../../package.json',
    '/simulator/%2e%2e/%2e%2e/package.json',
    '/simulator/..%2fsimulator.ts',
    '/simulator/page/main.ts',
    '/simulator/simulator.ts',
    '/simulator/%',
    '/simulator/%zz',
    '/simulator/__proto__',
    '/simulator//',
  ])('does not give out %s', async (path) => {
    const status = await new Promise((resolve) => {
      httpRequest({ port: served.port, path }, (response) => resolve(response.resume().statusCode)).end()
    })
    expect(status).toBe(404)
  })

  it.each(['/', '/simulatorx', '/api/simulator'])('leaves %s to others', async (path) => {
    expect((await get(path)).status).toBe(404)
    expect((await get(path)).headers.get('content-type')).toBeNull()
  })
})
