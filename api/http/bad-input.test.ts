import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import request from 'supertest'
import { asBot, startFake } from './testing/fake-county.ts'
import { raw, statusOf } from './testing/raw.ts'

const deep = (depth: number): string => `{"deep":${'['.repeat(depth)}${']'.repeat(depth)}}`
const json = 'application/json'

const deepField = `body.deep${'.0'.repeat(15)}`

/** What is sent, and where the answer says the fault is. */
const bodies: readonly (readonly [string, string | Buffer, string])[] = [
  ['10 000 levels of depth', deep(10_000), deepField],
  ['17 levels of depth', deep(17), deepField],
  ['30 000 elements within the size', `{"list":[${'1,'.repeat(29_999)}1]}`, 'body.list'],
  ['the same field twice', '{"count":1,"count":2}', 'body'],
  ['the same field twice, once escaped', '{"count":1,"\\u0063ount":2}', 'body'],
  ['the same field twice inside', '{"deep":{"a":[{"b":1,"b":1}]}}', 'body'],
  ['__proto__', '{"__proto__":{"count":1}}', 'body.__proto__'],
  ['__proto__ inside', '{"deep":{"__proto__":{"admin":true}}}', 'body.deep.__proto__'],
  ['constructor.prototype', '{"constructor":{"prototype":{"admin":true}}}', 'body.constructor'],
  ['an operator for a value', '{"name":{"$gt":""}}', 'body.name'],
  ['an operator for a field', '{"$where":"sleep(1000)"}', 'body.$where'],
  ['a field with a dot', '{"pay.amountFen":1}', 'body.pay.amountFen'],
  ['unknown fields', '{"role":"admin","balance":1,"status":"paid"}', 'body.role'],
  ['text for a number', '{"count":"1"}', 'body.count'],
  ['a number for text', '{"name":1}', 'body.name'],
  ['null for a number', '{"count":null}', 'body.count'],
  ['1e21', '{"count":1e21}', 'body.count'],
  ['1e400', '{"count":1e400}', 'body.count'],
  ['-0', '{"count":-0}', 'body.count'],
  ['2^53+1', '{"count":9007199254740993}', 'body.count'],
  ['three decimals', '{"count":0.001}', 'body.count'],
  ['NaN', '{"count":NaN}', 'body'],
  ['a NUL', '{"name":"a\\u0000b"}', 'body.name'],
  ['half a surrogate pair', '{"name":"\\ud800"}', 'body.name'],
  ['half a surrogate pair in a field name', '{"\\ud800":1}', 'body.?'],
  ['an array for an object', '[]', 'body'],
  ['text alone', '"hello"', 'body'],
  ['null alone', 'null', 'body'],
  ['half a document', '{"count":', 'body'],
  ['two documents', '{}{}', 'body'],
  ['a comment', '{/* */}', 'body'],
  ['spaces alone', '   ', 'body'],
  ['bytes that are not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), 'body'],
  ['UTF-16', Buffer.from('{"count":1}', 'utf16le'), 'body'],
  ['a byte order mark', '\ufeff{}', 'body'],
]

const tooBig: readonly (readonly [string, string])[] = [
  ['a million elements', `{"list":[${'1,'.repeat(999_999)}1]}`],
  ['half a megabyte of text', JSON.stringify({ name: 'x'.repeat(500_000) })],
]

const types: readonly (readonly [string, Readonly<Record<string, string>>, string | Buffer, number])[] = [
  ['a form', { 'content-type': 'application/x-www-form-urlencoded' }, 'count=1', 415],
  ['plain text, as a browser may send across origins', { 'content-type': 'text/plain' }, '{"count":1}', 415],
  ['a type that only begins right', { 'content-type': 'application/jsonp' }, '{}', 415],
  ['another charset', { 'content-type': 'application/json; charset=utf-16' }, '{}', 415],
  ['a gzip bomb', { 'content-type': json, 'content-encoding': 'gzip' }, gzipSync(Buffer.alloc(10_000_000, 0x20)), 415],
  ['an unknown encoding', { 'content-type': json, 'content-encoding': 'br, gzip' }, '{}', 415],
]

const urls: readonly (readonly [string, string, number])[] = [
  ['limit=1e9', '/things?limit=1000000000', 400],
  ['limit=0', '/things?limit=0', 400],
  ['limit=-1', '/things?limit=-1', 400],
  ['limit=NaN', '/things?limit=NaN', 400],
  ['limit twice', '/things?limit=1&limit=2', 400],
  ['limit as an array', '/things?limit[]=1', 400],
  ['a deep parameter', '/things?a[b][c]=1', 400],
  ['an operator', '/things?limit[$gt]=', 400],
  ['an unknown parameter', '/things?role=admin', 400],
  ['__proto__', '/things?__proto__=1', 400],
  ['__proto__ inside', '/things?__proto__[limit]=1', 400],
  ['a forged cursor', '/things?after=eyJmb3JnZWQiOnRydWV9', 400],
  ['a huge cursor', `/things?after=${'a'.repeat(5000)}`, 400],
  ['many parameters', `/things?${'a=1&'.repeat(1000)}`, 400],
  ['bad percent-encoding in the query', '/things?after=%zz', 400],
  ['broken UTF-8 in the query', '/things?after=%ff%fe', 400],
  ['a NUL in the query', '/things?after=a%00b', 400],
  ['bad percent-encoding in the path', '/things/%zz', 400],
  ['broken UTF-8 in the path', '/things/%ff', 400],
  ['a path upwards', '/docs/../../../etc/passwd', 404],
  ['an encoded path upwards', '/docs/%2e%2e%2f%2e%2e%2fetc%2fpasswd', 404],
  ['a file that is not served', '/docs/package.json', 404],
  ['another case', '/THINGS', 404],
  ['two slashes', '//things', 404],
]

describe('bad input', () => {
  let fake: Awaited<ReturnType<typeof startFake>>
  beforeAll(async () => {
    fake = await startFake({ rates: { contact: 1e6, refused: 1e6 }, timeouts: { headersMs: 300, requestMs: 600 } })
  })
  afterAll(() => fake.server.stop())

  const heads = (more: Readonly<Record<string, string>> = {}): string =>
    Object.entries({ Host: 'x', Connection: 'close', ...asBot, ...more })
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join('')
  const send = (body: string | Buffer, headers: Readonly<Record<string, string>>): Promise<string> =>
    raw(fake.port, `POST /things/T1 HTTP/1.1\r\n${heads({ 'Content-Length': String(Buffer.byteLength(body)), ...headers })}\r\n`, body)
  const problemIn = (answer: string): { code?: string; errors?: { field: string }[] } => JSON.parse(answer.split('\r\n\r\n').at(-1) ?? '{}')

  it.each(bodies)('refuses a body with %s', async (_what, body, field) => {
    const answer = await send(body, { 'Content-Type': json })
    expect([statusOf(answer), problemIn(answer).code]).toEqual([400, 'bad-request'])
    expect(problemIn(answer).errors?.[0]?.field).toBe(field)
  })

  it.each(tooBig)('refuses a body with %s by its size', async (_what, body) => {
    const answer = await send(body, { 'Content-Type': json })
    expect([statusOf(answer), problemIn(answer).code]).toEqual([413, 'payload-too-large'])
  })

  it.each(types)('refuses %s', async (_what, headers, body, status) => {
    expect(statusOf(await send(body, headers))).toBe(status)
  })

  it('refuses a body without a type', async () => {
    expect(statusOf(await send('{"count":1}', {}))).toBe(415)
  })

  it('refuses a chunked body as soon as it is too big', async () => {
    const chunk = `4000\r\n${'x'.repeat(0x4000)}\r\n`
    const head = `POST /things/T1 HTTP/1.1\r\n${heads({ 'Content-Type': json, 'Transfer-Encoding': 'chunked' })}\r\n`
    expect(statusOf(await raw(fake.port, head, ...Array.from({ length: 5 }, () => chunk)))).toBe(413)
  })

  it('takes what is unusual but right', async () => {
    const body = '{"name":"a:b\\"c:{","list":[1,2],"deep":{"a":[{"b":null}],"b":{"a":1.5}}}'
    const answer = await send(body, { 'Content-Type': 'application/json; charset=UTF-8' })
    expect(statusOf(answer)).toBe(201)
    expect(problemIn(answer)).toMatchObject({ body: JSON.parse(body) })
  })

  it.each(urls)('refuses %s', async (_what, path, status) => {
    const answer = await raw(fake.port, `GET ${path} HTTP/1.1\r\n${heads()}\r\n`)
    expect(statusOf(answer)).toBe(status)
  })

  it.each([
    ['100 KB of headers', (head: string) => `GET /things HTTP/1.1\r\n${head}X-Big: ${'x'.repeat(100_000)}\r\n\r\n`, 431],
    ['10 000 query parameters', (head: string) => `GET /things?${'abcdefgh=1&'.repeat(10_000)} HTTP/1.1\r\n${head}\r\n`, 431],
    ['a line that is no HTTP', () => 'HELLO\r\n\r\n', 400],
    [
      'both a length and chunks',
      (head: string) => `POST /full HTTP/1.1\r\n${head}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      400,
    ],
    ['two lengths', (head: string) => `POST /full HTTP/1.1\r\n${head}Content-Length: 0\r\nContent-Length: 9\r\n\r\n`, 400],
    ['headers that never end', (head: string) => `GET /things HTTP/1.1\r\n${head}`, 408],
    [
      'a body that never ends',
      (head: string) => `POST /full HTTP/1.1\r\n${head}Content-Type: ${json}\r\nContent-Length: 100\r\n\r\n{`,
      408,
    ],
  ])('hangs up on %s', async (_what, write, status) => {
    const answer = await raw(fake.port, write(heads()))
    expect(statusOf(answer)).toBe(status)
    expect(answer).toContain('application/problem+json')
  })

  it('builds nothing out of a Host or a forwarded address', async () => {
    const answer = await request(fake.url)
      .get('/nowhere')
      .set({ host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-for': '127.0.0.1', forwarded: 'host=evil.example' })
    expect(answer.status).toBe(404)
    expect(JSON.stringify(answer.headers) + answer.text).not.toContain('evil.example')
  })

  it('grants no origin a preflight, not even null', async () => {
    const answer = await request(fake.url).options('/full').set({ origin: 'null', 'access-control-request-method': 'POST' })
    expect(answer.status).toBe(405)
    expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
  })

  it('refuses an upgrade nobody asked for', async () => {
    const answer = await raw(fake.port, 'GET /things HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n')
    expect(statusOf(answer)).toBe(404)
  })

  it('never answered any of it with a 5xx', () => {
    expect(fake.lines.filter((line) => /"status":5\d\d/.test(line))).toEqual([])
  })
})
