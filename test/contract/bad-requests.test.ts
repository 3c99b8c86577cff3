import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { RouteRow } from '@linggong/api/contract/route.ts'
import { ROUTES } from '@linggong/api/contract/routes.ts'
import { raw, statusOf } from '@linggong/api/http/testing/raw.ts'
import { actingFor, asStaff, asStaffFor, asStatistics, json, keyed } from './kit/live-api.ts'
import { type PeopledApi, peopledApi } from './kit/peopled-api.ts'

const routes: readonly (readonly [string, RouteRow])[] = Object.entries(ROUTES)
const posts = routes.filter(([, { method }]) => method === 'POST')
const onJob = routes.filter(([, { path }]) => path.includes(':number'))

let api: PeopledApi
beforeAll(async () => {
  api = await peopledApi()
})
afterAll(() => api.stop())

const [CAI, LIAO, CHEN] = ['wx1/cai', 'wx1/liao', 'wx1/chen']
const byHall = () => ({ ...asStaff, ...json, ...keyed(crypto.randomUUID()) })
const byStaff = (row: RouteRow) => ({ ...byHall(), ...asStaffFor(row) })
const by = (contact: string) => ({ ...actingFor(contact), ...json, ...keyed(crypto.randomUUID()) })

async function ask(method: string, path: string, about: { contact?: string; body?: unknown; headers?: Readonly<Record<string, string>> }) {
  const { contact = CAI, body, headers = by(contact) } = about
  const answer = await api.ask({ method, path, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
  return { status: answer.status, code: String(JSON.parse(answer.text).code) }
}

/** What is refused leaves the database as it was. */
async function refused(asking: () => Promise<{ status: number; code: string }>): Promise<{ status: number; code: string }> {
  const before = api.digest()
  const answer = await asking()
  expect(api.digest()).toBe(before)
  return answer
}

describe('half a megabyte, or more where a file is taken', () => {
  it.each(posts)('is not taken by %s', async (_id, row) => {
    const { path, role, bodyBytes = 0 } = row
    const before = api.digest()
    const body = JSON.stringify({ content: 'x'.repeat(500_000 + bodyBytes) })
    const headers = {
      Host: 'x',
      Connection: 'close',
      'Content-Length': String(body.length),
      ...(role === 'staff' ? byStaff(row) : by(CAI)),
    }
    const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
    const at = path.replace(':number', api.numbers.open).replace(':id', 'n1')
    expect(statusOf(await raw(api.port, `POST ${at} HTTP/1.1\r\n${head.join('')}\r\n`, body))).toBe(413)
    expect(api.digest()).toBe(before)
  })
})

describe('a number that is no job’s', () => {
  const NUMBERS = [
    '0',
    '-1',
    '1e9',
    '007',
    '1.5',
    '１０００８',
    '10008 ',
    '10243',
    '99999999',
    '999999999',
    '{"$gt":""}',
    '__proto__',
    '..',
  ]
  const rows = onJob.flatMap(([id, row]) => NUMBERS.map((number) => [number, id, row] as const))

  const BODIES: Readonly<Record<string, unknown>> = { startWork: { code: '4821' }, settleContested: { take: 'take-1', amountFen: 1 } }

  it.each(rows)('%p at %s', async (number, id, { method, path, role }) => {
    const by = role === 'staff' ? { headers: byHall() } : {}
    const asked = () => ask(method, path.replace(':number', encodeURIComponent(number)), { body: BODIES[id], ...by })
    const { status, code } = await refused(asked)
    expect([400, 404]).toContain(status)
    expect(['bad-request', 'job-not-found']).toContain(code)
  })
})

describe('a page', () => {
  it.each([
    ['GET', '/jobs?limit=1e9'],
    ['GET', '/jobs?limit=1000000000'],
    ['GET', '/jobs?limit=101'],
    ['GET', '/jobs?limit=0'],
    ['GET', '/jobs?limit=1.5'],
    ['GET', '/jobs?after=forged'],
    ['GET', `/jobs?after=${Buffer.from('["2026-11-23","x"]').toString('base64url')}.AAAAAAAAAAAAAAAA`],
    ['GET', '/jobs?leastPayFen=-1'],
    ['GET', '/jobs?day=2026-02-30'],
    ['GET', '/people/me/jobs?limit=1e9'],
    ['GET', '/people/me/jobs?after=forged'],
    ['GET', '/people/me?limit=1'],
    ['GET', '/health?limit=1'],
  ])('%s %s is refused', async (method, path) => {
    expect(await refused(() => ask(method, path, {}))).toEqual({ status: 400, code: 'bad-request' })
  })

  it.each([
    ['backwards', 'from=2026-11-30&to=2026-11-01'],
    ['of two thousand years', 'from=0001-01-01&to=2026-11-01'],
    ['without an end', 'from=2026-11-01'],
    ['of no bucket', 'from=2026-11-01&to=2026-11-30&bucket=hour'],
  ])('of figures %s is refused', async (_what, query) => {
    const path = `/stats/query?metric=workers_new&${query}`
    expect(await refused(() => ask('GET', path, { headers: asStatistics }))).toEqual({ status: 400, code: 'bad-request' })
  })

  it.each([
    ['GET', '/staff/tasks?limit=101', undefined],
    ['GET', '/staff/tasks?after=forged', undefined],
    ['GET', '/staff/tasks?state=gone', undefined],
    ['GET', '/staff/tasks?kind=__proto__', undefined],
    ['GET', '/staff/arrears?limit=101', undefined],
    ['GET', '/staff/arrears?after=forged', undefined],
    ['POST', '/staff/tasks/x/close', {}],
    ['POST', '/staff/tasks/x/close', { note: '  ' }],
    ['POST', '/staff/tasks/x/close', { note: '看'.repeat(201) }],
    ['POST', '/staff/tasks/x/close', { note: 'done', doneBy: 'somebody' }],
  ])('of the hall: %s %s %p is refused', async (method, path, body) => {
    expect(await refused(() => ask(method, path, { headers: byHall(), body }))).toEqual({ status: 400, code: 'bad-request' })
  })

  it('cannot be gone on with by another question', async () => {
    const { text } = await api.ask({ method: 'GET', path: '/jobs?limit=1', headers: by(LIAO) })
    const next = encodeURIComponent(JSON.parse(text).next)
    expect(await ask('GET', `/jobs?limit=1&after=${next}`, { contact: LIAO })).toMatchObject({ status: 200 })
    expect(await ask('GET', `/jobs?trade=x&after=${next}`, {})).toEqual({ status: 400, code: 'bad-request' })
  })
})

describe('what belongs to somebody else', () => {
  it.each([
    ['GET', 'othersDraft', '', CAI, 404, 'job-not-found'],
    ['POST', 'othersDraft', '/publish', CAI, 403, 'not-your-job'],
    ['POST', 'othersDraft', '/cancel', CAI, 403, 'not-your-job'],
    ['POST', 'othersDraft', '/takes', LIAO, 404, 'job-not-found'],
    ['POST', 'others', '/cancel', CAI, 403, 'not-your-job'],
    ['POST', 'others', '/cancel', LIAO, 403, 'not-your-job'],
    ['POST', 'others', '/confirm', CAI, 403, 'not-your-job'],
    ['GET', 'others', '/insurance', CAI, 403, 'not-your-job'],
    ['POST', 'others', '/insurance', LIAO, 403, 'not-your-job'],
    ['POST', 'working', '/takes/undo', LIAO, 404, 'no-take'],
    ['POST', 'working', '/takes/hand-back', LIAO, 404, 'no-take'],
    ['POST', 'working', '/finish', LIAO, 404, 'no-take'],
    ['POST', 'open', '/takes', CAI, 403, 'not-a-worker'],
    ['POST', 'filled', '/takes', CHEN, 409, 'job-full'],
    ['POST', 'open', '/takes', 'wx1/nobody', 403, 'not-registered'],
    ['POST', 'open', '/cancel', 'wx1/nobody', 403, 'not-registered'],
  ] as const)('%s %s%s by %s', async (method, job, path, contact, status, code) => {
    expect(await refused(() => ask(method, `/jobs/${api.numbers[job]}${path}`, { contact }))).toEqual({ status, code })
  })

  it('is seen without the code and the people', async () => {
    const { text } = await api.ask({ method: 'GET', path: `/jobs/${api.numbers.working}`, headers: by('wx1/deng') })
    expect(JSON.parse(text)).toMatchObject({ startCode: null, takes: [], mine: null, isEmployer: false, employerName: '蔡*语' })
  })
})
