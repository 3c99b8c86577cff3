import { timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { ACTING_CONTACT, fromHeader, IDEMPOTENCY_KEY, isContact, isKey, ownKey } from '../contract/headers.ts'
import type { Caller, Role, RouteRow } from '../contract/route.ts'
import { type Accepted, accept, refuse } from '../core/result.ts'
import { badRequest, type Rejected } from './dispatch.ts'

const HOLDERS = ['bot', 'statistics', 'staff'] as const
type Holder = (typeof HOLDERS)[number]

/** Without a token for a role, nobody has that role. */
export type Tokens = Readonly<Record<Holder, string | undefined>>

/** Whose token opens the routes of a role: each reaches its own only. */
const HOLDER_OF = {
  contact: 'bot',
  bot: 'bot',
  statistics: 'statistics',
  staff: 'staff',
} as const satisfies Readonly<Record<Exclude<Role, 'public'>, Holder>>

const BEARER = /^Bearer ([\x21-\x7e]{1,500})$/i

/** Compares with every token there is, each in a time that depends on its length alone. */
function createHolderOf(tokens: Tokens): (header: string | undefined) => Holder | undefined {
  const known = HOLDERS.flatMap((holder) => {
    const token = tokens[holder]
    return token === undefined || token === '' ? [] : [{ holder, bytes: Buffer.from(token) }]
  })
  return (header) => {
    const given = header === undefined ? undefined : BEARER.exec(header)?.[1]
    if (given === undefined) return undefined
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

/** Whether the row is for the holder of the token. */
function allowed({ role }: RouteRow, holder: Holder | undefined): Accepted<true> | Rejected {
  if (role === 'public') return accept(true)
  if (holder === undefined) return refuse('not-authorised')
  return HOLDER_OF[role] === holder ? accept(true) : refuse('not-allowed')
}

export type Authenticate = (row: RouteRow, headers: IncomingHttpHeaders) => Accepted<Caller> | Rejected

/** Who is calling, as the row's role needs it; the key of a POST becomes the caller's own. */
export function createAuthenticate(tokens: Tokens, county: string): Authenticate {
  const holderOf = createHolderOf(tokens)
  return (row, headers) => {
    const right = row.role === 'public' ? accept(true) : allowed(row, holderOf(headers.authorization))
    if (!right.ok) return right
    const contact = row.role === 'contact' ? header(headers, ACTING_CONTACT, isContact) : accept('')
    if (!contact.ok) return contact
    const key = row.method === 'POST' ? header(headers, IDEMPOTENCY_KEY, isKey) : accept('')
    if (!key.ok) return key
    const who = { role: row.role, contact: contact.value }
    return accept({ ...who, key: key.value === '' ? '' : ownKey(who, key.value), county })
  }
}
