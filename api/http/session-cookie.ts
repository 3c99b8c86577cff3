import type { IncomingHttpHeaders } from 'node:http'
import { isSessionToken } from '../contract/headers.ts'
import type { RouteRow } from '../contract/route.ts'
import { STAFF_LIMIT } from '../core/staff/staff-limit.ts'

const NAME = 'linggong-staff'
const SECONDS_PER_HOUR = 3600

/** A browser takes this prefix only over TLS, for this host alone and for all of its paths, so no neighbour can plant one. */
const nameOf = (name: string, secure: boolean): string => (secure ? `__Host-${name}` : name)

/** What a browser's cookie of ours says; of two with one name none is believed. */
export function cookieNamed({ cookie = '' }: IncomingHttpHeaders, name: string, secure: boolean): string | undefined {
  const wanted = `${nameOf(name, secure)}=`
  const found = cookie
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(wanted))
  return found.length === 1 ? found[0]?.slice(wanted.length) : undefined
}

/** The token of a session of staff that a browser carries. */
export function cookieToken(headers: IncomingHttpHeaders, secure: boolean): string | undefined {
  const token = cookieNamed(headers, NAME, secure)
  return token !== undefined && isSessionToken(token) ? token : undefined
}

interface OwnCookie {
  readonly name: string
  readonly value: string
  readonly hours: number
  readonly secure: boolean
}

/** No script reads it and no other site's page sends it. */
export const setCookieText = ({ name, value, hours, secure }: OwnCookie): string =>
  `${nameOf(name, secure)}=${value}; Path=/; Max-Age=${hours * SECONDS_PER_HOUR}; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`

const setCookie = (token: string, secure: boolean): string =>
  setCookieText({ name: NAME, value: token, hours: token === '' ? 0 : STAFF_LIMIT.sessionHours, secure })

/** An answer with the headers that go with it. */
export interface Outgoing {
  readonly value: unknown
  readonly headers: readonly string[]
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

/** What leaves for a browser: the token of a session that begins goes into its cookie and out of the answer. */
export function withCookie({ session }: RouteRow, value: unknown, secure: boolean): Outgoing {
  if (session === undefined || !isRecord(value)) return { value, headers: [] }
  const { carrier, token } = value
  if (carrier !== 'cookie') return { value, headers: [] }
  const set = (text: string) => ['Set-Cookie', setCookie(text, secure)]
  if (session === 'ends') return { value, headers: set('') }
  return typeof token === 'string' ? { value: { ...value, token: null }, headers: set(token) } : { value, headers: [] }
}
