import { timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { ACTING_CONTACT, fromHeader, IDEMPOTENCY_KEY, isContact, isKey, isSessionToken, ownKey } from '../contract/headers.ts'
import type { Caller, RouteRow } from '../contract/route.ts'
import { type Accepted, accept, refuse } from '../core/result.ts'
import { type StaffActor, whyNot } from '../core/staff/policy.ts'
import type { Carrier } from '../core/staff/session.ts'
import { badRequest, type Rejected } from './dispatch.ts'
import { createFiguresPass } from './figures-pass.ts'
import { isOwnSite } from './own-site.ts'
import { cookieToken } from './session-cookie.ts'

const HOLDERS = ['bot', 'statistics'] as const
type Holder = (typeof HOLDERS)[number]

/** Without a token for a role, nobody has that role. */
export type Tokens = Readonly<Record<Holder, string | undefined>>

/** Who of the staff a session's token belongs to, at this moment. */
export type FindStaff = (token: string, carrier: Carrier) => Promise<StaffActor | undefined>

/** Whose token opens the routes of a role: each reaches its own only, and none a route of staff. */
const HOLDER_OF = { contact: 'bot', bot: 'bot', statistics: 'statistics', staff: undefined } as const

const BEARER = /^Bearer ([\x21-\x7e]{1,500})$/i

/** Compares with every token there is, each in a time that depends on its length alone. */
function createHolderOf(tokens: Tokens): (given: string) => Holder | undefined {
  const known = HOLDERS.flatMap((holder) => {
    const token = tokens[holder]
    return token === undefined || token === '' ? [] : [{ holder, bytes: Buffer.from(token) }]
  })
  return (given) => {
    const bytes = Buffer.from(given)
    let holder: Holder | undefined
    for (const one of known) if (one.bytes.length === bytes.length && timingSafeEqual(one.bytes, bytes)) holder = one.holder
    return holder
  }
}

const single = (header: string | string[] | undefined): string => (typeof header === 'string' ? header : '')

function header(headers: IncomingHttpHeaders, name: string, isValid: (text: string) => boolean): Accepted<string> | Rejected {
  const text = fromHeader(single(headers[name.toLowerCase()]))
  return text !== undefined && isValid(text) ? accept(text) : badRequest([{ field: `header.${name}`, message: 'missing or malformed' }])
}

interface Carried {
  readonly token: string
  readonly carrier: Carrier
}

/** A header that names a token is the one that counts, right or wrong: no cookie stands in for it. */
function carried(headers: IncomingHttpHeaders, secure: boolean): Carried | undefined {
  const { authorization } = headers
  const token = authorization === undefined ? cookieToken(headers, secure) : BEARER.exec(authorization)?.[1]
  return token === undefined ? undefined : { token, carrier: authorization === undefined ? 'cookie' : 'bearer' }
}

/** Whether one of the staff may call the route, and sent the call himself: a browser adds its cookie to other pages' calls as well. */
function staffMay(row: RouteRow, actor: StaffActor, isForeign: boolean): Accepted<StaffActor> | Rejected {
  if (!('action' in row) || isForeign) return refuse('not-allowed')
  return whyNot(actor, row.action) ?? accept(actor)
}

interface DoorParts {
  readonly tokens: Tokens
  readonly county: string
  readonly findStaff: FindStaff
  /** Whether browsers reach us by TLS alone. */
  readonly secure: boolean
}

export type Authenticate = (row: RouteRow, headers: IncomingHttpHeaders) => Promise<Accepted<Caller> | Rejected>

/** Who is calling, as the row needs it; the key of a POST becomes the caller's own. */
export function createAuthenticate({ tokens, county, findStaff, secure }: DoorParts): Authenticate {
  const holderOf = createHolderOf(tokens)
  const pass = createFiguresPass({ token: tokens.statistics, secure })
  /** Where a browser has shown the dashboards' token; it changes nothing by it. */
  const hasPass = (row: RouteRow, headers: IncomingHttpHeaders): boolean =>
    row.role === 'statistics' && row.method === 'GET' && headers.authorization === undefined && pass.isIn(headers)

  async function allowed(row: RouteRow, headers: IncomingHttpHeaders): Promise<Accepted<StaffActor | undefined> | Rejected> {
    if (row.role === 'public') return accept(undefined)
    const by = carried(headers, secure)
    if (by === undefined) return hasPass(row, headers) ? accept(undefined) : refuse('not-authorised')
    const holder = by.carrier === 'bearer' ? holderOf(by.token) : undefined
    if (holder !== undefined) return HOLDER_OF[row.role] === holder ? accept(undefined) : refuse('not-allowed')
    const actor = isSessionToken(by.token) ? await findStaff(by.token, by.carrier) : undefined
    if (actor === undefined) return hasPass(row, headers) ? accept(undefined) : refuse('not-authorised')
    return staffMay(row, actor, by.carrier === 'cookie' && row.method === 'POST' && !isOwnSite(headers))
  }

  return async (row, headers) => {
    const right = await allowed(row, headers)
    if (!right.ok) return right
    const contact = row.role === 'contact' ? header(headers, ACTING_CONTACT, isContact) : accept('')
    if (!contact.ok) return contact
    const key = row.method === 'POST' ? header(headers, IDEMPOTENCY_KEY, isKey) : accept('')
    if (!key.ok) return key
    const who = { role: row.role, contact: contact.value, ...(right.value === undefined ? {} : { staff: right.value }) }
    return accept({ ...who, key: key.value === '' ? '' : ownKey(who, key.value), county })
  }
}
