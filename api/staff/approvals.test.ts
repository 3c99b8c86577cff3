import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import type { Call, RouteRow, StaffCaller } from '../contract/route.ts'
import { ROUTES, type RouteId } from '../contract/routes.ts'
import type { Rights } from '../core/staff/account.ts'
import { answer, askApproval, listApprovals } from './approvals.ts'
import { createStaffGuard } from './guard-staff.ts'
import { proveAgain } from './own-account.ts'
import { aStaffRoom, must, PASSWORD, type StaffRoom } from './testing/staff-room.ts'

let room: StaffRoom
let guard: ReturnType<typeof createStaffGuard>
beforeEach(() => {
  room = aStaffRoom()
  guard = createStaffGuard(room.ports)
})
afterEach(() => room.close())

const IN_TOWN: Rights = { roles: ['hall-operator'], scope: { kind: 'townships', townships: ['古镛镇'] } }
const SECURITY: Rights = { roles: ['security'], scope: { kind: 'county' } }
const AUDITOR: Rights = { roles: ['auditor'], scope: { kind: 'county' } }

async function member(login: string, rights?: Rights): Promise<StaffCaller> {
  const joined = await room.join(login, rights === undefined ? {} : { rights })
  return joined.caller()
}

interface Asked {
  readonly params?: object
  readonly query?: object
  readonly body?: object
}

/** What the guard of a route says to a call, parsed as its row does. */
async function knock(caller: StaffCaller, route: RouteId, { params = {}, query = {}, body = {} }: Asked): Promise<string> {
  const row: RouteRow = ROUTES[route]
  const by = row.method === 'GET' ? { ...caller, key: '' } : caller
  const call: Call<RouteRow> = { params: row.params.parse(params), query: row.query.parse(query), body: row.body.parse(body), caller: by }
  const may = await guard(route, { row, call })
  return may.ok ? 'in' : may.refusal
}

const settle = (amountFen: number): Asked => ({ params: { number: '10008' }, body: { take: 'take-1', amountFen } })
const wanted = (route: string, { params = {}, query = {}, body = {} }: Asked) => ({ route, params, query, body })
const fresh = (caller: StaffCaller): StaffCaller => ({ ...caller, key: crypto.randomUUID() })
const agree = (caller: StaffCaller, id: string, to: 'approved' | 'declined' = 'approved') =>
  answer(room.ports, { caller: fresh(caller), id, to })
const LEDGER = { query: { from: '2026-11-01', to: '2026-11-23', full: '1' } }

describe('much money', () => {
  it('is settled by one person up to the limit, and above it by two', async () => {
    const [zhou, lin] = [await member('zhou'), await member('lin')]
    expect(await knock(zhou, 'settleContested', settle(200_000))).toBe('in')
    expect(await knock(zhou, 'settleContested', settle(200_001))).toBe('second-person-needed')
    const { id } = must(await askApproval(room.ports, zhou, wanted('settleContested', settle(200_001))))
    expect(await knock(zhou, 'settleContested', settle(200_001))).toBe('second-person-needed')
    must(await agree(lin, id))
    expect(await knock(zhou, 'settleContested', settle(200_001))).toBe('in')
  })

  it('is agreed to for just that call of just that person, once, and repeated by it', async () => {
    const [zhou, lin] = [await member('zhou'), await member('lin')]
    const { id } = must(await askApproval(room.ports, zhou, wanted('settleContested', settle(300_000))))
    must(await agree(lin, id))
    expect(await knock(zhou, 'settleContested', settle(300_001))).toBe('second-person-needed')
    expect(await knock(lin, 'settleContested', settle(300_000))).toBe('second-person-needed')
    const call = fresh(zhou)
    expect(await knock(call, 'settleContested', settle(300_000))).toBe('in')
    expect(await knock(call, 'settleContested', settle(300_000))).toBe('in')
    expect(await knock(fresh(zhou), 'settleContested', settle(300_000))).toBe('second-person-needed')
  })

  it('is used by one of two calls at once', async () => {
    const [zhou, lin] = [await member('zhou'), await member('lin')]
    must(await agree(lin, must(await askApproval(room.ports, zhou, wanted('setCreditLine', credit()))).id))
    const both = await Promise.all([fresh(zhou), fresh(zhou)].map((caller) => knock(caller, 'setCreditLine', credit())))
    expect(both.sort()).toEqual(['in', 'second-person-needed'])
  })
  const credit = (): Asked => ({ body: { employer: 'cai', limitFen: 500_000 } })

  it('waits for who has just proven himself', async () => {
    const zhou = await room.join('zhou')
    room.clock.forward({ minutes: 5 })
    const caller = await zhou.caller()
    expect(await knock(caller, 'settleContested', settle(200_001))).toBe('prove-again')
    expect(await knock(caller, 'settleContested', settle(200_000))).toBe('in')
    const proven = must(await proveAgain(room.ports, caller, { password: PASSWORD }))
    expect(await knock(await room.callerOf(proven.begun.token), 'settleContested', settle(200_001))).toBe('second-person-needed')
  })
})

describe('a file', () => {
  it('needs a fresh proof, and with people as they are a second person, of security too', async () => {
    const [zhou, gao] = [await member('zhou'), await member('gao', SECURITY)]
    expect(await knock(zhou, 'exportWageLedger', { query: { from: '2026-11-01', to: '2026-11-23' } })).toBe('in')
    expect(await knock(zhou, 'exportWageLedger', LEDGER)).toBe('second-person-needed')
    must(await agree(gao, must(await askApproval(room.ports, zhou, wanted('exportWageLedger', LEDGER))).id))
    expect(await knock(zhou, 'exportWageLedger', LEDGER)).toBe('in')
    expect(await knock(zhou, 'exportWageLedger', LEDGER)).toBe('second-person-needed')
    expect(await knock(gao, 'exportWageLedger', LEDGER)).toBe('not-allowed')
  })
})

describe('a second person', () => {
  it.each<[string, () => Promise<StaffCaller>, string]>([
    ['one of a part of the county', () => member('lin', IN_TOWN), 'not-found'],
    ['an auditor, who sees it', () => member('lin', AUDITOR), 'not-allowed'],
    ['security, who has no say in pay', () => member('lin', SECURITY), 'not-allowed'],
  ])('is not %s', async (_who, second, refusal) => {
    const zhou = await member('zhou')
    const { id } = must(await askApproval(room.ports, zhou, wanted('settleContested', settle(300_000))))
    expect(await agree(await second(), id)).toMatchObject({ refusal })
  })

  it('is not the first', async () => {
    const zhou = await member('zhou')
    const { id } = must(await askApproval(room.ports, zhou, wanted('settleContested', settle(300_000))))
    expect(await agree(zhou, id)).toMatchObject({ refusal: 'own-approval' })
  })

  it('may say no, and then it is no', async () => {
    const [zhou, lin] = [await member('zhou'), await member('lin')]
    const { id } = must(await askApproval(room.ports, zhou, wanted('settleContested', settle(300_000))))
    must(await agree(lin, id, 'declined'))
    expect(await agree(lin, id)).toMatchObject({ refusal: 'approval-over' })
    expect(await knock(zhou, 'settleContested', settle(300_000))).toBe('second-person-needed')
  })

  it.each([
    ['answers too late', { minutes: 60 }, { minutes: 0 }],
    ['is taken at his word too late', { minutes: 0 }, { minutes: 15 }],
  ])('%s for nothing', async (_how, first, then) => {
    const [zhou, lin] = [await member('zhou'), await member('lin')]
    const { id } = must(await askApproval(room.ports, zhou, wanted('settleContested', settle(300_000))))
    room.clock.forward(first)
    await agree(lin, id)
    room.clock.forward(then)
    const now = { ...zhou, staff: { ...zhou.staff, provenAt: room.clock.now() } }
    expect(await knock(now, 'settleContested', settle(300_000))).toBe('second-person-needed')
  })
})

describe('asking', () => {
  it.each<[string, string, Asked, string]>([
    ['for a route there is not', 'nothing', {}, 'not-found'],
    ['for a route of the prototype', 'constructor', {}, 'not-found'],
    ['for a route of somebody else', 'takeJob', { params: { number: '10008' } }, 'not-found'],
    ['for what one has no right to', 'resetStaff', { params: { id: 'x' } }, 'not-allowed'],
    ['for what one may do alone', 'settleContested', settle(1), 'bad-request'],
    ['for what no row understands', 'settleContested', { params: { number: '10008' }, body: { amountFen: 300_000 } }, 'bad-request'],
    ['for more than the row knows', 'settleContested', { ...settle(300_000), query: { force: true } }, 'bad-request'],
  ])('%s is refused', async (_what, route, asked, refusal) => {
    expect(await askApproval(room.ports, await member('zhou'), wanted(route, asked))).toMatchObject({ refusal })
  })

  it('twice by one call is asked once; by one key for another thing it is refused', async () => {
    const zhou = await member('zhou')
    const first = must(await askApproval(room.ports, zhou, wanted('settleContested', settle(300_000))))
    expect(must(await askApproval(room.ports, zhou, wanted('settleContested', settle(300_000))))).toEqual(first)
    expect(await askApproval(room.ports, zhou, wanted('settleContested', settle(300_001)))).toMatchObject({ refusal: 'key-reused' })
  })

  it('is seen by oneself and by those whose scope it lies in', async () => {
    const zhou = await member('zhou', { roles: ['mediator'], scope: { kind: 'townships', townships: ['古镛镇', '万安镇'] } })
    const others = [
      await member('lin'),
      await member('chen', IN_TOWN),
      await member('gao', SECURITY),
      await member('deng', { ...IN_TOWN, roles: ['mediator'] }),
    ]
    must(await askApproval(room.ports, zhou, wanted('settleContested', settle(300_000))))
    const seen = await Promise.all([zhou, ...others].map(({ staff }) => listApprovals(room.ports, staff, { state: 'asked', limit: 10 })))
    expect(seen.map(({ approvals }) => approvals.length)).toEqual([1, 1, 0, 1, 0])
  })
})
