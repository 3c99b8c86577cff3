import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import type { RouteRow } from '@linggong/api/contract/route.ts'
import { ROUTES } from '@linggong/api/contract/routes.ts'
import { rightsOf } from '@linggong/api/core/staff/policy.ts'
import { SEATS, tokenOf } from '../kit/seat-staff.ts'
import { asBot, asStaffFor, asStatistics, json, keyed, type LiveApi, liveApi } from './kit/live-api.ts'

type Headers = Readonly<Record<string, string>>
type Role = RouteRow['role']

const contact: Headers = { 'acting-contact': 'wx1/li' }
const key = keyed('k1')

const UNKNOWN = { public: 'in', contact: '401', bot: '401', statistics: '401', staff: '401' } as const

/** Who calls, and what a route of each role says to that; `in` is whatever the route answers to one who may call it. */
const CALLERS: readonly (readonly [string, Headers, Readonly<Record<Role, string>>])[] = [
  ['nobody', {}, UNKNOWN],
  ['a name without a token', { ...contact, ...key }, UNKNOWN],
  ['a wrong token', { authorization: 'Bearer wrong', ...contact, ...key }, UNKNOWN],
  ['an empty token', { authorization: 'Bearer ', ...contact, ...key }, UNKNOWN],
  ['another scheme', { authorization: asBot.authorization.replace('Bearer', 'Basic'), ...contact, ...key }, UNKNOWN],
  ['two tokens in one', { authorization: `${asBot.authorization}, ${asStatistics.authorization}`, ...contact, ...key }, UNKNOWN],
  ['the bot for a contact', { ...asBot, ...contact, ...key }, { public: 'in', contact: 'in', bot: 'in', statistics: '403', staff: '403' }],
  ['the bot for nobody', { ...asBot, ...key }, { public: 'in', contact: '400', bot: 'in', statistics: '403', staff: '403' }],
  [
    'the bot for a contact without account',
    { ...asBot, ...key, 'acting-contact': 'li' },
    { public: 'in', contact: '400', bot: 'in', statistics: '403', staff: '403' },
  ],
  [
    'the bot for a contact of control characters',
    { ...asBot, ...key, 'acting-contact': 'wx1/li%00' },
    { public: 'in', contact: '400', bot: 'in', statistics: '403', staff: '403' },
  ],
  ['the dashboards', { ...asStatistics, ...contact, ...key }, { public: 'in', contact: '403', bot: '403', statistics: 'in', staff: '403' }],
]

const routes: readonly (readonly [string, RouteRow])[] = Object.entries(ROUTES)

let api: LiveApi
beforeAll(async () => {
  api = await liveApi()
})
afterAll(() => api.stop())

async function statusOf({ method, path }: RouteRow, headers: Headers): Promise<string> {
  const asked = path.replace(':number', '10008').replace(':id', 'n1')
  const { status, text } = await api.ask({ method, path: asked, headers: { ...json, ...headers } })
  const isRefusedAtTheDoor = status === 401 || JSON.parse(text).code === 'not-allowed' || text.includes('"header.')
  return isRefusedAtTheDoor ? String(status) : 'in'
}

describe('who may call what', () => {
  /** Whoever is let in still has to number what he changes. */
  const lacksKey = (row: RouteRow, headers: Headers): boolean => row.method === 'POST' && headers['idempotency-key'] === undefined
  const expectedAt = (row: RouteRow, headers: Headers, by: string): string => (by === 'in' && lacksKey(row, headers) ? '400' : by)
  const rows = CALLERS.flatMap(([who, headers, by]) =>
    routes.map(([id, row]) => [who, id, row, headers, expectedAt(row, headers, by[row.role])] as const),
  )

  it.each(routes)('a session of staff at %s, by the right of its role alone', async (_id, row) => {
    for (const { login, roles } of SEATS) {
      const may = row.role === 'public' || ('action' in row && roles.some((role) => Object.hasOwn(rightsOf(role), row.action)))
      const headers = { authorization: `Bearer ${tokenOf(login)}`, ...contact, ...key }
      const status = await statusOf(row, headers)
      expect([login, status === 'in']).toEqual([login, may])
      await api.seat(login)
    }
  })

  it.each(rows)('%s at %s', async (_who, _id, row, headers, expected) => {
    expect(await statusOf(row, headers)).toBe(expected)
  })

  it.each(routes.filter(([, { method }]) => method === 'POST'))('nobody at %s without a key', async (_id, row) => {
    const known = row.role === 'staff' ? asStaffFor(row) : asBot
    expect(await statusOf(row, { ...known, ...contact })).toBe('400')
    expect(await statusOf(row, { ...known, ...contact, 'idempotency-key': 'k'.repeat(201) })).toBe('400')
  })

  it('was asked of every route there is, and of every role', () => {
    expect(rows).toHaveLength(CALLERS.length * routes.length)
    expect([...new Set(routes.map(([, { role }]) => role))].sort()).toEqual(['bot', 'contact', 'public', 'staff', 'statistics'])
  })
})
