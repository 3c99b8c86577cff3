import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { RouteRow } from '@linggong/api/contract/route.ts'
import { ROUTES } from '@linggong/api/contract/routes.ts'
import { asId } from '@linggong/api/core/id.ts'
import { STAFF_ACTIONS, type StaffAction } from '@linggong/api/core/staff/action.ts'
import { askedAt } from '@linggong/api/core/staff/approval.ts'
import { can, rightsOf, type StaffActor } from '@linggong/api/core/staff/policy.ts'
import { STAFF_ROLES } from '@linggong/api/core/staff/role.ts'
import type { Scope } from '@linggong/api/core/staff/scope.ts'
import { aStaffActor } from '@linggong/api/core/testing/staff.ts'
import { createAuthenticate } from '@linggong/api/http/authenticate.ts'
import { createApp } from '@linggong/api/http/create-app.ts'
import { createRateLimit } from '@linggong/api/http/rate-limit.ts'
import { TOKENS } from '@linggong/api/http/testing/fake-county.ts'
import { approvals } from '@linggong/api/staff/approval.collection.ts'
import { type Seat, seatStaff, tokenOf } from '../kit/seat-staff.ts'
import { json, keyed, type LiveApi, liveApi, UNSEATING } from './kit/live-api.ts'
import { aNeighbour, type Neighbour, RELATIONS } from './kit/neighbours.ts'
import { actionOf, RIGHTS_CASES, STAFF_ROUTES, type StaffRoute } from './kit/rights-cases.ts'

const COUNTY: Scope = { kind: 'county' }
const TOWNSHIP: Scope = { kind: 'townships', townships: ['古镛镇'] }
const STATION: Scope = { kind: 'station', township: '古镛镇', station: '山门村' }

/** Every role in every kind of scope that it can have. */
const WHO: readonly (Seat & { readonly scope: Scope })[] = [
  ...(['system-admin', 'security', 'auditor'] as const).map((role) => ({ login: role, roles: [role], scope: COUNTY })),
  ...(['hall-operator', 'mediator', 'official'] as const).flatMap((role) => [
    { login: `${role}-of-county`, roles: [role], scope: COUNTY },
    { login: `${role}-of-township`, roles: [role], scope: TOWNSHIP },
  ]),
  { login: 'station-operator', roles: ['station-operator'], scope: STATION },
]
const actorOf = ({ login, roles, scope }: (typeof WHO)[number]): StaffActor =>
  aStaffActor({ id: asId<'staff'>(`staff-${login}`), roles, scope })

let api: LiveApi
const neighbours: Neighbour[] = []
beforeAll(async () => {
  api = await liveApi()
  for (const [nth, relation] of RELATIONS.entries()) neighbours.push(await aNeighbour(api.town, relation, nth))
  await api.town.county.settle()
})
afterAll(() => api.stop())

const row = (route: StaffRoute): RouteRow => ROUTES[route]
const filled = (path: string, params: Readonly<Record<string, string>> = {}): string =>
  path.replaceAll(/:(\w+)/g, (_all, name: string) => encodeURIComponent(params[name] ?? ''))

/** What somebody has asked for who is there; `own` asks himself. */
async function askThere({ relation, place, colleague }: Neighbour, actor: StaffActor): Promise<void> {
  const { store, staff } = api.town.county
  const id = `asked-${relation}-${actor.id}`
  const scope = { kind: 'townships', townships: [place.township] } as const
  const asks = { asker: relation === 'own' ? actor.id : colleague, scope, action: 'export-files', route: 'exportWageLedger' } as const
  await store.remove(approvals, place.county, id)
  await store.insert(approvals, {
    ...{ id, county: place.county, version: 1, digest: 'digest', asked: '{"params":{},"query":{},"body":{}}' },
    ...asks,
    ...askedAt(staff.clock.now()),
  })
}

/** Whether a call was let through to its thing; where it was not, nothing has changed. */
async function isLetIn(route: StaffRoute, actor: StaffActor, thing: Neighbour): Promise<boolean> {
  const { asks, no, isNo } = RIGHTS_CASES[route]
  const { method, path } = row(route)
  const { params, query = {}, body = {} } = asks(thing, actor)
  const post = { ...json, ...keyed(crypto.randomUUID()) }
  const headers = { authorization: `Bearer ${tokenOf(actor.id.replace('staff-', ''))}`, ...(method === 'POST' ? post : {}) }
  const wire = { method, path: `${filled(path, params)}?${new URLSearchParams(query)}`, headers }
  await api.town.county.settle()
  const before = api.marks()
  const answer = await api.ask(method === 'POST' ? { ...wire, body: JSON.stringify(body) } : wire)
  expect([200, 201, 401, 403, 404, 409, 422, 429]).toContain(answer.status)
  const code: unknown = answer.status < 400 ? 'none' : JSON.parse(answer.text).code
  const isOut = code === 'not-allowed' || code === no || (isNo?.(answer) ?? false)
  if (isOut) expect(api.marks()).toBe(before)
  return !isOut
}

describe('who reaches what, over HTTP', () => {
  it.each(STAFF_ROUTES)('%s lets in just whom the policy lets in', async (route) => {
    const [told, meant]: [string[], string[]] = [[], []]
    for (const seat of WHO) {
      const actor = actorOf(seat)
      await seatStaff(api.town.county.staff, seat)
      for (const thing of neighbours) {
        if (UNSEATING.includes(actionOf(route))) await seatStaff(api.town.county.staff, seat)
        if (actionOf(route) === 'approve') await askThere(thing, actor)
        const may = can(actor, actionOf(route)) && (RIGHTS_CASES[route].may?.(thing, actor) ?? true)
        const who = `${seat.login}: ${thing.relation}`
        if (may) meant.push(who)
        if (await isLetIn(route, actor, thing)) told.push(who)
      }
    }
    expect(told).toEqual(meant)
  })
})

describe('every route', () => {
  const rows: readonly (readonly [string, RouteRow])[] = Object.entries(ROUTES)

  it('that staff may call is asked above, in every relation, by every role', () => {
    expect([...STAFF_ROUTES].sort()).toEqual(rows.flatMap(([id, each]) => ('action' in each ? [id] : [])).sort())
    expect(new Set(WHO.flatMap(({ roles }) => roles)).size).toBe(STAFF_ROLES.length)
    expect(neighbours.map(({ relation }) => relation)).toEqual(RELATIONS)
  })

  it('under /staff and /stats names a right, unless it is a way in', () => {
    const without = rows.filter(([, { path, role }]) => /^\/(staff|stats)\//.test(path) && role !== 'staff' && role !== 'statistics')
    expect(without.map(([id]) => id).sort()).toEqual(['joinStaff', 'renewStaff', 'signIn'])
  })

  it('that is bound is a row of the contract, or tells the contract', async () => {
    const { dispatcher, findStaff, county } = api.town.county
    const parts = { authenticate: createAuthenticate({ tokens: TOKENS, county, findStaff, secure: false }), rateLimit: createRateLimit() }
    const app = createApp(dispatcher, { ...parts, log: api.town.log, secure: false })
    const bound = app.router.stack.flatMap(({ route }) => (route === undefined ? [] : [String(route.path)]))
    const declared = new Set(rows.map(([, { path }]) => path))
    expect(new Set(bound.filter((path) => !declared.has(path) && !path.startsWith('/docs')))).toEqual(new Set(['/openapi.json']))
    expect(new Set(bound).size).toBeGreaterThanOrEqual(declared.size)
  })

  it('lies where nothing else is mounted', () => {
    const under = ({ path }: RouteRow, prefix: string) => path === prefix || path.startsWith(`${prefix}/`)
    const { mounts } = api.town.county
    expect(mounts.length).toBeGreaterThan(0)
    expect(mounts.filter(({ prefix }) => rows.some(([, each]) => under(each, prefix)))).toEqual([])
  })

  it('names a right that somebody has, and nobody has a right that leads nowhere', () => {
    const held = new Set(STAFF_ROLES.flatMap((role) => Object.keys(rightsOf(role))))
    const named = new Set<StaffAction>(STAFF_ROUTES.map(actionOf))
    expect([...held].sort()).toEqual([...STAFF_ACTIONS].sort())
    expect([...named].sort()).toEqual([...STAFF_ACTIONS].sort())
  })
})
