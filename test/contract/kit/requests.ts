import type { RouteRow } from '@linggong/api/contract/route.ts'
import fc from 'fast-check'
import { type Schema, schemaOf, valid } from './arbitrary-of.ts'
import { hostileBody, hostileQuery, hostileSegment, hostileValue } from './hostile.ts'
import { actingFor, asBot, asStaffFor, asStatistics, json, keyed, type Wire } from './live-api.ts'

/** Who may call and what there is to be called about. */
export interface Known {
  readonly contacts: readonly string[]
  readonly numbers: readonly string[]
  readonly notices: readonly string[]
  /** One of a worker's. */
  readonly payouts: readonly string[]
  /** What staff must look at, and what they know each other by. */
  readonly tasks: readonly string[]
  readonly staff: readonly string[]
}

const someKey = fc.oneof({ weight: 6, arbitrary: fc.uuid() }, { weight: 1, arbitrary: fc.constantFrom('again', 'again 二', '🍊') })

function headersOf(row: RouteRow, { contacts }: Known): fc.Arbitrary<Readonly<Record<string, string>>> {
  const { role, method } = row
  const who = fc.constantFrom(...contacts).map((contact): Readonly<Record<string, string>> => {
    if (role === 'contact') return actingFor(contact)
    if (role === 'bot') return asBot
    if (role === 'statistics') return asStatistics
    return role === 'staff' ? asStaffFor(row) : {}
  })
  return fc.tuple(who, someKey).map(([headers, key]) => (method === 'POST' ? { ...headers, ...keyed(key), ...json } : headers))
}

function idsOf({ path }: RouteRow, { notices, payouts, tasks, staff }: Known): readonly string[] {
  if (path.startsWith('/people/me/payouts')) return payouts
  if (path.startsWith('/staff/tasks')) return tasks
  return path.startsWith('/staff/') ? staff : notices
}

function pathOf(row: RouteRow, known: Known): fc.Arbitrary<string> {
  const ids = idsOf(row, known)
  const segment = (name: string) =>
    fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom(...(name === 'id' ? ids : known.numbers)) },
      { weight: 3, arbitrary: hostileSegment },
      { weight: 1, arbitrary: fc.integer({ min: 1000, max: 99_999_999 }).map(String) },
    )
  const parts = row.path.split('/').map((part) => (part.startsWith(':') ? segment(part.slice(1)) : fc.constant(part)))
  return fc.tuple(...parts).map((texts) => texts.join('/'))
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** One field of a right value, at whatever depth, is missing, unknown or not what it should be. */
function nearly(value: unknown): fc.Arbitrary<unknown> {
  if (!isObject(value)) return hostileValue
  const names = Object.keys(value)
  const unknown = fc
    .tuple(fc.constantFrom('role', 'balanceFen', 'state', '$gt', 'a.b', 'constructor', 'county'), hostileValue)
    .map(([name, it]) => ({ ...value, [name]: it }))
  if (names.length === 0) return unknown
  const one = fc.constantFrom(...names)
  const without = one.map((gone) => Object.fromEntries(Object.entries(value).filter(([name]) => name !== gone)))
  const wrong = one.chain((name) => nearly(value[name]).map((it) => ({ ...value, [name]: it })))
  return fc.oneof({ weight: 4, arbitrary: wrong }, { weight: 1, arbitrary: without }, { weight: 1, arbitrary: unknown })
}

function bodyOf(row: RouteRow): fc.Arbitrary<string | undefined> {
  if (row.method === 'GET') return fc.constant(undefined)
  const right = valid(schemaOf(row.body))
  return fc.oneof(
    { weight: 4, arbitrary: right.map((value) => JSON.stringify(value)) },
    { weight: 3, arbitrary: right.chain(nearly).map((value) => JSON.stringify(value)) },
    { weight: 2, arbitrary: hostileBody },
  )
}

const asQuery = (value: unknown): string =>
  isObject(value)
    ? new URLSearchParams(
        Object.entries(value).map(([name, it]) => [name, (typeof it === 'object' ? JSON.stringify(it) : String(it)).toWellFormed()]),
      ).toString()
    : ''

function queryOf(row: RouteRow): fc.Arbitrary<string> {
  const schema: Schema = schemaOf(row.query)
  const right = valid(schema)
  const texts = fc.oneof(
    { weight: 5, arbitrary: right.map(asQuery) },
    { weight: 2, arbitrary: right.chain(nearly).map((value) => asQuery(value).slice(0, 4000)) },
    { weight: 2, arbitrary: hostileQuery },
  )
  const isAsked = Object.keys(schema.properties ?? {}).length > 0
  const query = isAsked ? texts : fc.oneof({ weight: 9, arbitrary: fc.constant('') }, { weight: 1, arbitrary: hostileQuery })
  return query.map((text) => (text === '' ? '' : `?${text}`))
}

/** Right, nearly right and hostile requests to one route, by everybody there is. */
export const requestsTo = (row: RouteRow, known: Known): fc.Arbitrary<Wire> =>
  fc
    .record({ headers: headersOf(row, known), path: pathOf(row, known), query: queryOf(row), body: bodyOf(row) })
    .map(({ headers, path, query, body }) => ({
      method: row.method,
      path: path + query,
      headers,
      ...(body === undefined ? {} : { body }),
    }))
