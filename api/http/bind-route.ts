import type { Request, Response, Router } from 'express'
import type { Log } from '../log.ts'
import type { Authenticate } from './authenticate.ts'
import { asRefusal, badRequest, type Endpoint, type Rejected } from './dispatch.ts'
import { Exchange } from './exchange.ts'
import type { RateLimit } from './rate-limit.ts'
import { CallerGone, readBody } from './read-body.ts'
import { readQuery } from './read-query.ts'
import { withCookie } from './session-cookie.ts'

export interface BindParts {
  readonly authenticate: Authenticate
  readonly rateLimit: RateLimit
  readonly log: Log
  /** Whether browsers reach us by TLS alone. */
  readonly secure: boolean
}

const addressOf = (request: Request): string => request.socket.remoteAddress ?? ''

/** The same order for every route: who asks, how often, what, and only then the handler. */
async function ask({ row, call }: Endpoint, request: Request, { authenticate, rateLimit }: BindParts) {
  const caller = await authenticate(row, request.headers).catch(asRefusal)
  if (!caller.ok) {
    const isUnknown = caller.refusal === 'not-authorised'
    const counted = isUnknown ? await rateLimit.takeRefused(addressOf(request)) : caller
    return counted.ok ? caller : counted
  }
  const taken = await rateLimit.take(caller.value, addressOf(request))
  if (!taken.ok) return taken
  const query = readQuery(request.url)
  if (!query.ok) return badRequest([query.error])
  const body = await readBody(request, row.bodyBytes)
  if (!body.ok) return body
  const from = row.role === 'public' ? { ...caller.value, address: addressOf(request) } : caller.value
  return call({ params: request.params, query: query.query, body: body.value, caller: from })
}

async function exchange({ row }: Endpoint, on: Exchange, about: { asked: () => ReturnType<typeof ask>; secure: boolean }): Promise<void> {
  try {
    const outcome: Awaited<ReturnType<typeof ask>> = await about.asked()
    if (outcome.ok) await on.answer(row, withCookie(row, outcome.value, about.secure))
    else on.refuse(outcome satisfies Rejected)
  } catch (error) {
    if (error instanceof CallerGone) on.abandon()
    else on.fail(error)
  }
}

/** One row of the contract becomes one Express route. */
export function bindRoute(router: Router, endpoint: Endpoint, parts: BindParts): void {
  const { method, path } = endpoint.row
  const about = { log: parts.log, route: path }
  const handle = (request: Request, response: Response): Promise<void> => {
    const asked = () => ask(endpoint, request, parts)
    return exchange(endpoint, new Exchange(request, response, about), { asked, secure: parts.secure })
  }
  if (method === 'GET') router.get(path, handle)
  else router.post(path, handle)
}
