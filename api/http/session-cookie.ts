import type { IncomingHttpHeaders } from 'node:http'
import { isSessionToken } from '../contract/headers.ts'
import type { RouteRow } from '../contract/route.ts'
import { STAFF_LIMIT } from '../core/staff/staff-limit.ts'

const NAME = 'linggong-staff'
/** A browser takes this prefix only over TLS, for this host alone and for all of its paths, so no neighbour can plant one. */
const SECURE_NAME = `__Host-${NAME}`
const SECONDS_PER_HOUR = 3600

/** The token that a browser's cookie carries; of two with our name none is believed. */
export function cookieToken({ cookie = '' }: IncomingHttpHeaders, secure: boolean): string | undefined {
  const wanted = `${secure ? SECURE_NAME : NAME}=`
  const found = cookie
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(wanted))
  const token = found.length === 1 ? found[0]?.slice(wanted.length) : undefined
  return token !== undefined && isSessionToken(token) ? token : undefined
}

/** No script reads it and no other site's page sends it. */
function setCookie(token: string, secure: boolean): string {
  const seconds = token === '' ? 0 : STAFF_LIMIT.sessionHours * SECONDS_PER_HOUR
  const name = secure ? SECURE_NAME : NAME
  return `${name}=${token}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`
}

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
