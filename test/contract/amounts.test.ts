import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { actingFor, asStaff, json, keyed } from './kit/live-api.ts'
import { type PeopledApi, peopledApi } from './kit/peopled-api.ts'

const [CAI, LIAO, CHEN] = ['wx1/cai', 'wx1/liao', 'wx1/chen']
const by = (contact: string) => ({ ...actingFor(contact), ...json, ...keyed(crypto.randomUUID()) })

let api: PeopledApi
let take = ''
beforeAll(async () => {
  api = await peopledApi()
  take = await contested()
  await api.town.settle()
})
afterAll(() => api.stop())

const onJob = (what: string): string => `/jobs/${api.numbers.working}/${what}`

async function must(contact: string, path: string, body: object): Promise<string> {
  const answer = await api.ask({ method: 'POST', path, headers: by(contact), body: JSON.stringify(body) })
  expect(answer.status).toBe(200)
  return answer.text
}

/** A seat whose work is finished and whose pay is in question, so that every route about pay has something to say about its amount. */
async function contested(): Promise<string> {
  const finished = JSON.parse(await must(CAI, onJob('proposals'), { kind: 'part-day', amountFen: 5_000 }))
  await must(CHEN, onJob('answers'), { yes: false })
  await must(CHEN, onJob('finish'), {})
  await must(CAI, onJob('proposals'), { kind: 'deduction', amountFen: 9_000, reason: '迟到' })
  await must(CHEN, onJob('answers'), { yes: false })
  return String(finished.takes[0].take)
}

/** As they stand in a body: nothing, less than nothing, parts of a fen, beyond what is exact, and what is no number at all. */
const NO_AMOUNTS = ['0', '-1', '-0', '0.001', '10000.5', '9007199254740992', '9007199254740993', '1e21', '1e308', 'NaN', '"10000"', 'null']
const RAW = '"AMOUNT"'

interface Route {
  readonly path: () => string
  readonly headers: () => Readonly<Record<string, string>>
  readonly body: () => object
  readonly code: string
  /** What is an amount here all the same. */
  readonly but?: readonly string[]
}

const ROUTES: Readonly<Record<string, Route>> = {
  settleJob: {
    path: () => onJob('settle'),
    headers: () => by(CAI),
    body: () => ({ amounts: [{ take, amountFen: 'AMOUNT', reason: 'x' }] }),
    code: 'pay-out-of-range',
  },
  proposePay: {
    path: () => onJob('proposals'),
    headers: () => by(CAI),
    body: () => ({ take, kind: 'deduction', amountFen: 'AMOUNT', reason: 'x' }),
    code: 'pay-out-of-range',
  },
  requestPayout: {
    path: () => '/people/me/payouts',
    headers: () => by(LIAO),
    body: () => ({ amountFen: 'AMOUNT' }),
    code: 'payout-out-of-range',
  },
  settleContested: {
    path: () => `/staff/jobs/${api.numbers.working}/settle`,
    headers: () => ({ ...asStaff, ...json, ...keyed(crypto.randomUUID()) }),
    body: () => ({ take, amountFen: 'AMOUNT' }),
    code: 'pay-out-of-range',
  },
  setCreditLine: {
    path: () => '/staff/credit-lines',
    headers: () => ({ ...asStaff, ...json, ...keyed(crypto.randomUUID()) }),
    body: () => ({ employer: 'somebody', limitFen: 'AMOUNT' }),
    code: 'bad-request',
    but: ['0', '-0'],
  },
  postJob: {
    path: () => '/jobs',
    headers: () => by(CAI),
    body: () => ({
      ...{ trade: '搬运', content: '搬桌子', seats: 2, pay: { amountFen: 'AMOUNT', unit: 'job' }, place: '县政府对面' },
      startsAt: api.town.clock.at.add({ hours: 3 }).toString(),
    }),
    code: 'bad-request',
  },
}

async function ask({ path, headers, body }: Route, amount: string) {
  const text = JSON.stringify(body()).replace(RAW, amount)
  const answer = await api.ask({ method: 'POST', path: path(), headers: headers(), body: text })
  return { status: answer.status, code: String(JSON.parse(answer.text).code) }
}

const rows = Object.entries(ROUTES).flatMap(([name, route]) =>
  NO_AMOUNTS.filter((amount) => !route.but?.includes(amount)).map((amount) => [name, amount, route] as const),
)

describe('what is no amount of money', () => {
  it.each(rows)('%s refuses %s with a reason, and changes nothing', async (_name, amount, route) => {
    const before = api.digest()
    const { status, code } = await ask(route, amount)
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
    expect([route.code, 'bad-request']).toContain(code)
    expect(api.digest()).toBe(before)
  })

  it('is refused as the answer to an offer: what was not offered is a no', async () => {
    await must(CAI, onJob('proposals'), { kind: 'deduction', amountFen: 8_000, reason: '迟到' })
    const answered = JSON.parse(await must(CHEN, onJob('answers'), { yes: true, amountFen: 0.001 }))
    expect(answered.mine).toMatchObject({ contested: true, state: 'finished', payFen: 10_000 })
  })
})

it('pay for more seats than one payment can hold is refused', async () => {
  const { body } = ROUTES['postJob'] ?? { body: () => ({}) }
  const text = JSON.stringify({ ...body(), seats: 500 }).replace(RAW, '10000000')
  const answer = await api.ask({ method: 'POST', path: '/jobs', headers: by(CAI), body: text })
  expect([answer.status, JSON.parse(answer.text)]).toMatchObject([422, { code: 'pay-out-of-range' }])
})
