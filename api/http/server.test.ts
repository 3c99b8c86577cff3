import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import request from 'supertest'
import { StoreUnavailable } from '../store/port.ts'
import { asBot, CANARY, cookieOf, fakeDispatcher, SESSIONS, startFake, TOKENS } from './testing/fake-county.ts'

describe('server', () => {
  let fake: Awaited<ReturnType<typeof startFake>>
  beforeAll(async () => {
    fake = await startFake({ rates: { contact: 1e6, refused: 1e6 } })
  })
  afterAll(() => fake.server.stop())
  const get = (path: string) => request(fake.url).get(path).set(asBot)
  const post = (path: string) => request(fake.url).post(path).set(asBot)

  it('hands a call to its handler and the answer back, with the status of the row', async () => {
    const answer = await post('/things/T1').send({ name: '搬运', count: 3 })
    expect(answer.status).toBe(201)
    expect(answer.body).toEqual({ id: 'T1', body: { name: '搬运', count: 3 }, contact: 'wx1/li', key: 'wx1/li\nm1' })
  })

  it('takes a POST without a body for an empty one', async () => {
    expect((await post('/things/T1')).body).toMatchObject({ body: {} })
    expect((await post('/gone')).status).toBe(204)
  })

  it('understands contacts and keys of any script, percent-encoded', async () => {
    const answer = await post('/things/T1')
      .set('acting-contact', encodeURIComponent('模拟/廖大山'))
      .set('idempotency-key', encodeURIComponent('消息 1'))
    expect(answer.body).toMatchObject({ contact: '模拟/廖大山', key: '模拟/廖大山\n消息 1' })
  })

  it('answers a refusal as a problem with its key, facts and Chinese title', async () => {
    const answer = await post('/full')
    expect(answer.status).toBe(409)
    expect(answer.type).toBe('application/problem+json')
    expect(answer.body).toEqual({
      type: 'urn:linggong:problem:job-full',
      title: '名额已满',
      status: 409,
      code: 'job-full',
      facts: { seats: 5 },
      errors: [],
    })
  })

  it('names the fields at fault', async () => {
    const answer = await post('/things/T1').send({ count: 'three', role: 'admin' })
    expect(answer.status).toBe(400)
    expect(answer.body).toMatchObject({ code: 'bad-request', errors: [{ field: 'body.count' }, { field: 'body.role' }] })
  })

  it('lets no field out that the contract does not name', async () => {
    const answer = await get('/leak')
    expect(answer.body).toEqual({ name: '廖*山' })
  })

  it.each(['/bug', '/wrong'])('answers a mistake of its own (%s) without a word about it, and logs its kind', async (path) => {
    const answer = await get(path)
    expect(answer.status).toBe(500)
    expect(answer.body).toEqual({
      type: 'urn:linggong:problem:unexpected-error',
      title: '服务器出错',
      status: 500,
      code: 'unexpected-error',
      facts: {},
      errors: [],
    })
    expect(fake.lines.at(-1)).toContain(answer.headers['request-id'])
    expect(fake.lines.join('') + answer.text).not.toContain(CANARY)
  })

  it('asks to come back when the database is away', async () => {
    const answer = await get('/away')
    expect([answer.status, answer.body.code, answer.headers['retry-after']]).toEqual([503, 'try-again', '2'])
  })

  it.each([
    ['no token', '/things', {}, 401, 'not-authorised'],
    ['another scheme', '/things', { authorization: `Basic ${TOKENS.bot}` }, 401, 'not-authorised'],
    ['a wrong token', '/things', { authorization: 'Bearer wrong' }, 401, 'not-authorised'],
    ['an empty token', '/things', { authorization: 'Bearer ' }, 401, 'not-authorised'],
    ['the statistics token on a chat route', '/things', { authorization: `Bearer ${TOKENS.statistics}` }, 403, 'not-allowed'],
    ['the bot token on statistics', '/stats/count', { authorization: `Bearer ${TOKENS.bot}` }, 403, 'not-allowed'],
    ['a session of staff on a chat route', '/things', { authorization: `Bearer ${SESSIONS.hall}` }, 403, 'not-allowed'],
    ['a session on statistics without the right', '/stats/count', { authorization: `Bearer ${SESSIONS.admin}` }, 403, 'not-allowed'],
    ['a session that is over', '/stats/count', { authorization: `Bearer ${SESSIONS.nobody}` }, 401, 'not-authorised'],
    [
      'a cookie beside a wrong token',
      '/stats/count',
      { authorization: 'Bearer wrong', cookie: cookieOf(SESSIONS.hall) },
      401,
      'not-authorised',
    ],
    [
      'two cookies of our name',
      '/stats/count',
      { cookie: `${cookieOf(SESSIONS.hall)}; ${cookieOf(SESSIONS.hall)}` },
      401,
      'not-authorised',
    ],
    ['a cookie of another name', '/stats/count', { cookie: `__Host-${cookieOf(SESSIONS.hall)}` }, 401, 'not-authorised'],
    ['no contact', '/things', { authorization: asBot.authorization }, 400, 'bad-request'],
    ['a contact without account', '/things', { authorization: asBot.authorization, 'acting-contact': 'li' }, 400, 'bad-request'],
    ['a contact of bad encoding', '/things', { authorization: asBot.authorization, 'acting-contact': 'wx/%zz' }, 400, 'bad-request'],
  ])('refuses %s', async (_what, path, headers, status, code) => {
    const answer = await request(fake.url).get(path).set(headers)
    expect([answer.status, answer.body.code]).toEqual([status, code])
    expect(answer.headers['www-authenticate']).toBe(status === 401 ? 'Bearer' : undefined)
  })

  it('lets the statistics token reach statistics, and anybody what is public', async () => {
    const counted = await request(fake.url).get('/stats/count').set('authorization', `Bearer ${TOKENS.statistics}`)
    expect(counted.body).toEqual({ n: 1 })
    expect((await request(fake.url).get('/ping')).body).toEqual({ pong: true })
  })

  it('lets a session alone do the work of staff, within its rights and under a key that is nobody else’s', async () => {
    const close = (token: string) =>
      request(fake.url)
        .post('/staff/close')
        .set({ authorization: `Bearer ${token}`, 'acting-contact': 'wx1/li', 'idempotency-key': 'm1' })
    expect((await close(SESSIONS.hall)).body).toEqual({ contact: '', key: 'staff hall-1\nm1' })
    const others = [SESSIONS.admin, SESSIONS.enrolling, SESSIONS.nobody, TOKENS.bot, TOKENS.statistics]
    const answers = await Promise.all(others.map(close))
    expect(answers.map(({ body }) => body.code)).toEqual([
      'not-allowed',
      'second-factor-missing',
      'not-authorised',
      'not-allowed',
      'not-allowed',
    ])
  })

  it('lets a session with the right see figures, and the county with a cookie see them too', async () => {
    const headers = [{ authorization: `Bearer ${SESSIONS.hall}` }, { cookie: `theme=dark; ${cookieOf(SESSIONS.hall)}` }]
    for (const each of headers) expect((await request(fake.url).get('/stats/count').set(each)).body).toEqual({ n: 1 })
  })

  it.each([
    ['the same page', { 'sec-fetch-site': 'same-origin' }, 200],
    ['another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a neighbour', { 'sec-fetch-site': 'same-site' }, 403],
    ['nowhere', {}, 403],
    ['another origin', { origin: 'https://evil.example' }, 403],
    ['an origin that is none', { origin: 'null' }, 403],
  ])('takes a cookie’s call from %s with %p as %p', async (_from, headers, status) => {
    const cookie = cookieOf(SESSIONS.hall)
    const answer = await request(fake.url)
      .post('/staff/close')
      .set({ cookie, 'idempotency-key': 'm1', ...headers })
    expect(answer.status).toBe(status)
  })

  it.each([
    [false, /^linggong-staff=staff\.[\w-]{43}; Path=\/; Max-Age=43200; HttpOnly; SameSite=Strict$/],
    [true, /^__Host-linggong-staff=staff\.[\w-]{43}; Path=\/; Max-Age=43200; HttpOnly; SameSite=Strict; Secure$/],
  ])('gives a browser its session in a cookie alone (TLS: %p)', async (secure, cookie) => {
    const own = await startFake({ secure })
    const begin = (carrier: string) => request(own.url).post('/staff/begin').set('idempotency-key', 'm1').send({ carrier })
    const browser = await begin('cookie')
    expect([browser.headers['set-cookie'], browser.body]).toEqual([[expect.stringMatching(cookie)], { carrier: 'cookie', token: null }])
    const program = await begin('bearer')
    expect([program.headers['set-cookie'], program.body]).toEqual([undefined, { carrier: 'bearer', token: SESSIONS.hall }])
    await own.server.stop()
  })

  it('asks to come back where nobody can say whose session it is', async () => {
    const away = async () => Promise.reject(new StoreUnavailable('away'))
    const own = await startFake({ findStaff: away })
    const answer = await request(own.url).get('/stats/count').set('authorization', `Bearer ${SESSIONS.hall}`)
    expect([answer.status, answer.body.code]).toEqual([503, 'try-again'])
    await own.server.stop()
  })

  it('has nobody in a role without a token', async () => {
    const closed = await startFake({ tokens: { bot: undefined, statistics: '' } })
    const answers = await Promise.all([
      request(closed.url).get('/things').set(asBot),
      request(closed.url).get('/stats/count').set('authorization', 'Bearer undefined'),
    ])
    expect(answers.map((answer) => answer.status)).toEqual([401, 401])
    await closed.server.stop()
  })

  it.each([
    ['missing', undefined],
    ['empty', ''],
    ['too long', 'k'.repeat(201)],
    ['with control characters', 'a%00b'],
    ['of bad encoding', '%zz'],
  ])('refuses a POST whose idempotency key is %s', async (_what, key) => {
    const { 'idempotency-key': _, ...headers } = asBot
    const asked = request(fake.url).post('/full').set(headers)
    const answer = await (key === undefined ? asked : asked.set('idempotency-key', key))
    expect(answer.status).toBe(400)
    expect(answer.body.errors[0].field).toBe('header.Idempotency-Key')
  })

  it('answers an unknown path with a problem and a wrong method with those there are', async () => {
    const unknown = await get('/nowhere')
    expect([unknown.status, unknown.body.code]).toEqual([404, 'not-found'])
    const wrong = await request(fake.url).put('/things/T1').set(asBot).send({})
    expect([wrong.status, wrong.body.code, wrong.headers['allow']]).toEqual([405, 'method-not-allowed', 'POST'])
    expect((await request(fake.url).options('/things')).status).toBe(405)
  })

  it('protects every answer and tells no browser to trust another origin', async () => {
    const answers = await Promise.all([
      get('/ping'),
      get('/nowhere'),
      get('/bug'),
      get('/docs'),
      get('/docs/swagger-ui.css').set('origin', 'null'),
    ])
    for (const { headers } of answers) {
      expect(headers['content-security-policy']).toContain("default-src 'none'")
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['x-powered-by']).toBeUndefined()
      expect(headers['access-control-allow-origin']).toBeUndefined()
    }
  })

  it('logs each request by its template, never by its values', async () => {
    fake.lines.length = 0
    await post(`/things/${CANARY}`).send({ name: CANARY })
    await get(`/things?after=${CANARY}`)
    await get(`/${CANARY}`)
    expect(fake.lines).toHaveLength(3)
    expect(JSON.parse(fake.lines[0] ?? '')).toMatchObject({ method: 'POST', route: '/things/:id', status: 201, msg: 'answered' })
    expect(JSON.parse(fake.lines[1] ?? '')).toMatchObject({ route: '/things', status: 400, code: 'bad-request', msg: 'refused' })
    expect(fake.lines.join('')).not.toContain(CANARY)
  })

  it('limits a caller, says when to come back, and leaves the others alone', async () => {
    const strict = await startFake({ rates: { contact: 0.2, refused: 0.1 } })
    const as = (contact: string) => request(strict.url).get('/things').set(asBot).set('acting-contact', contact)
    const statuses = [await as('wx1/a'), await as('wx1/a'), await as('wx1/a')].map((answer) => answer.status)
    expect(statuses).toEqual([200, 200, 429])
    const over = await as('wx1/a')
    expect([over.body.code, Number(over.headers['retry-after']) > 0]).toEqual(['too-many-requests', true])
    expect((await as('wx1/b')).status).toBe(200)
    const guess = (headers: object) =>
      request(strict.url)
        .get('/things')
        .set({ authorization: 'Bearer guess', ...headers })
    expect((await guess({})).status).toBe(401)
    expect((await guess({ 'x-forwarded-for': '203.0.113.9' })).status).toBe(429)
    await strict.server.stop()
  })

  it('finishes the answers under way before it stops, and takes nothing new', async () => {
    const started = Promise.withResolvers<void>()
    const finish = Promise.withResolvers<void>()
    const dispatcher = fakeDispatcher({
      ping: async () => {
        started.resolve()
        await finish.promise
        return { ok: true, value: { pong: true } }
      },
    })
    const draining = await startFake({ dispatcher })
    const answer = request(draining.url)
      .get('/ping')
      .then((answered) => answered.body)
    await started.promise
    const stopped = draining.server.stop()
    await expect(request(draining.url).get('/ping')).rejects.toThrow()
    finish.resolve()
    expect(await answer).toEqual({ pong: true })
    await stopped
  })
})
