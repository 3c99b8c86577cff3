import { createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { cookieNamed, setCookieText } from './session-cookie.ts'

const NAME = 'linggong-figures'
const HOURS = 12

/** Where the dashboards' token has been shown once, a browser keeps this instead: it reads figures and does not say the token. */
export interface FiguresPass {
  /** The Set-Cookie for whoever shows the token; undefined for a wrong one. */
  admit(token: string): string | undefined
  isIn(headers: IncomingHttpHeaders): boolean
  /** The Set-Cookie that takes it away. */
  leave(): string
}

const sameText = (one: string, other: string): boolean => {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** The pass is made of the token and ends with it. */
export function createFiguresPass({ token, secure }: { readonly token: string | undefined; readonly secure: boolean }): FiguresPass {
  const leave = (): string => setCookieText({ name: NAME, value: '', hours: 0, secure })
  if (token === undefined || token === '') return { admit: () => undefined, isIn: () => false, leave }
  const pass = createHmac('sha256', token).update(NAME).digest('base64url')
  return {
    admit: (given) => (sameText(given, token) ? setCookieText({ name: NAME, value: pass, hours: HOURS, secure }) : undefined),
    isIn: (headers) => sameText(cookieNamed(headers, NAME, secure) ?? '', pass),
    leave,
  }
}
