import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { RouteRow } from '@linggong/api/contract/route.ts'
import { ROUTES, type RouteId, type RouteOf } from '@linggong/api/contract/routes.ts'
import { aCreditCode } from '@linggong/api/core/company/testing/credit-codes.ts'
import { asId } from '@linggong/api/core/id.ts'
import type { Penalty } from '@linggong/api/core/penalty/penalty.ts'
import type { RefusalKey } from '@linggong/api/core/refusal.ts'
import { conducts } from '@linggong/api/penalty/conduct.collection.ts'
import { newConduct } from '@linggong/api/penalty/conduct.ts'
import { MORNING } from '../kit/a-county.ts'
import { actingFor, json, keyed } from './kit/live-api.ts'
import { JPEG } from './kit/neighbours.ts'
import { type PeopledApi, peopledApi, SECRETS, STRANGERS } from './kit/peopled-api.ts'

/** The routes of people that name a thing. */
type NamingRoute = {
  [Id in RouteId]: RouteOf<Id> extends { readonly role: 'contact'; readonly path: `${string}:${string}` } ? Id : never
}[RouteId]

interface Case {
  /** Whose thing it is not. */
  readonly by: 'wx1/cai' | 'wx1/deng' | 'wx1/liao' | 'wx1/chen'
  readonly thing: keyof PeopledApi['numbers'] | 'payout' | 'company' | 'tie' | 'penalty' | 'helper' | 'elder'
  readonly body?: object
  readonly code: RefusalKey
}

/** One row a route that names a thing: somebody else asks for it. A new route that has none here does not compile. */
const CASES: Readonly<Record<NamingRoute, Case>> = {
  seeJob: { by: 'wx1/cai', thing: 'othersDraft', code: 'job-not-found' },
  seeRatings: { by: 'wx1/cai', thing: 'othersDraft', code: 'job-not-found' },
  rateJob: { by: 'wx1/cai', thing: 'settled', body: { ratings: [{ stars: 5 }] }, code: 'no-take' },
  publishJob: { by: 'wx1/cai', thing: 'othersDraft', code: 'not-your-job' },
  payJob: { by: 'wx1/cai', thing: 'others', code: 'not-your-job' },
  cancelJob: { by: 'wx1/cai', thing: 'others', code: 'not-your-job' },
  quoteCancel: { by: 'wx1/cai', thing: 'others', code: 'not-your-job' },
  quotePremium: { by: 'wx1/cai', thing: 'others', code: 'not-your-job' },
  insureJob: { by: 'wx1/cai', thing: 'others', code: 'not-your-job' },
  confirmWork: { by: 'wx1/deng', thing: 'working', code: 'not-your-job' },
  settleJob: { by: 'wx1/deng', thing: 'working', body: { amounts: [{ take: 'take-1', amountFen: 1, reason: 'x' }] }, code: 'not-your-job' },
  proposePay: { by: 'wx1/liao', thing: 'working', body: { kind: 'part-day', amountFen: 5_000 }, code: 'no-take' },
  answerPay: { by: 'wx1/liao', thing: 'working', body: { yes: true }, code: 'no-take' },
  takeJob: { by: 'wx1/chen', thing: 'othersDraft', code: 'job-not-found' },
  undoTake: { by: 'wx1/liao', thing: 'working', code: 'no-take' },
  handBack: { by: 'wx1/liao', thing: 'working', code: 'no-take' },
  startWork: { by: 'wx1/chen', thing: 'filled', body: { code: '4821' }, code: 'no-take' },
  finishWork: { by: 'wx1/liao', thing: 'working', code: 'no-take' },
  seeWageSlip: { by: 'wx1/chen', thing: 'settled', code: 'no-take' },
  tie: { by: 'wx1/cai', thing: 'settled', body: { kind: 'preferred', take: 'take-1' }, code: 'no-take' },
  appealPenalty: { by: 'wx1/chen', thing: 'penalty', body: { why: 'other' }, code: 'penalty-not-found' },
  untie: { by: 'wx1/chen', thing: 'tie', code: 'not-found' },
  inviteRepresentative: { by: 'wx1/cai', thing: 'company', code: 'not-a-representative' },
  leaveCompany: { by: 'wx1/cai', thing: 'company', code: 'not-a-representative' },
  endHelper: { by: 'wx1/cai', thing: 'helper', code: 'not-helping' },
  leaveElder: { by: 'wx1/cai', thing: 'elder', code: 'not-helping' },
  seePayout: { by: 'wx1/chen', thing: 'payout', code: 'payout-not-found' },
  cancelPayout: { by: 'wx1/chen', thing: 'payout', code: 'payout-not-found' },
}

const PENALTY: Penalty = {
  ...{
    id: 'no-show:take-1',
    reason: 'no-show',
    job: asId<'job'>('job-1'),
    jobNumber: '10008',
    points: 8,
    appeal: null,
    talkedOverAt: null,
  },
  at: MORNING,
}

let api: PeopledApi
let named: Readonly<Record<Case['thing'], string>>
beforeAll(async () => {
  api = await peopledApi()
  const { client } = api.town.county
  const creditCode = aCreditCode()
  const body = { name: '山门果业有限公司', creditCode, picture: JPEG }
  const company = await client.registerCompany({ body }, { contact: 'wx1/deng', key: 'company' })
  const tie = await client.tie({ params: { number: api.numbers.settled }, body: { kind: 'blocked' } }, { contact: 'wx1/liao', key: 'tie' })
  if (!company.ok || !tie.ok) throw new Error('a company and a tie were made')
  const given = await client.letHelp({ body: { consent: true } }, { contact: 'wx1/liao', key: 'let' })
  const code = given.ok ? given.value.code : ''
  const help = await client.helpElder({ body: { code, called: '爸' } }, { contact: 'wx1/chen', key: 'help' })
  if (!help.ok) throw new Error(help.refusal)
  const helper = (await api.town.county.people.byContact('wx1/chen'))?.id ?? ''
  const liao = (await api.town.county.people.byContact('wx1/liao'))?.id ?? asId<'person'>('nobody')
  await api.town.county.store.insert(conducts, {
    ...newConduct(liao, { county: api.town.county.county, demo: false }),
    penalties: [PENALTY],
  })
  await api.town.settle()
  named = {
    ...api.numbers,
    payout: api.payouts[0] ?? '',
    company: company.value.company,
    tie: tie.value.tie,
    penalty: PENALTY.id,
    helper,
    elder: help.value.person,
  }
})
afterAll(() => api.stop())

async function ask(route: NamingRoute, by: string) {
  const { thing, body = {} } = CASES[route]
  const { method, path }: RouteRow = ROUTES[route]
  const post = method === 'POST' ? { body: JSON.stringify(body) } : {}
  const headers = { ...actingFor(by), ...json, ...keyed(crypto.randomUUID()) }
  const answer = await api.ask({ method, path: path.replace(/:\w+/, named[thing]), headers, ...post })
  return { code: String(JSON.parse(answer.text).code), all: answer.all }
}

describe('what is somebody else’s', () => {
  it.each(Object.keys(CASES) as NamingRoute[])('is nobody’s at %s: it changes nothing and tells nothing', async (route) => {
    const before = api.digest()
    const { code, all } = await ask(route, CASES[route].by)
    expect(code).toBe(CASES[route].code)
    expect(SECRETS.flatMap(({ name, idNumber, phone }) => [name, idNumber, phone]).filter((secret) => all.includes(secret))).toEqual([])
    expect(api.digest()).toBe(before)
  })

  it.each(Object.keys(CASES) as NamingRoute[])('is not even asked about by somebody unknown at %s', async (route) => {
    const before = api.digest()
    const { code } = await ask(route, STRANGERS[0] ?? '')
    expect(['not-registered', 'job-not-found']).toContain(code)
    expect(api.digest()).toBe(before)
  })
})
