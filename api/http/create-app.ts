import express, { type ErrorRequestHandler, type Express, type Request, type Response } from 'express'
import { refuse } from '../core/result.ts'
import { type BindParts, bindRoute } from './bind-route.ts'
import type { Dispatcher } from './dispatch.ts'
import { bindDocs } from './docs.ts'
import { Exchange } from './exchange.ts'
import { setSecurityHeaders } from './mounts.ts'

const NO_ROUTE = '(none)'

function plainExpress(): Express {
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.enable('case sensitive routing')
  app.enable('strict routing')
  app.set('query parser', 'simple')
  app.set('trust proxy', false)
  return app
}

/** A path there is, asked in a way there is not. */
function bindWrongMethods(app: Express, dispatcher: Dispatcher, log: BindParts['log']): void {
  const methods = Map.groupBy([...dispatcher.values()], ({ row }) => row.path)
  for (const [path, endpoints] of methods) {
    const allowed = endpoints.map(({ row }) => row.method).join(', ')
    app.all(path, (request: Request, response: Response) => new Exchange(request, response, { log, route: path }).refuseMethod(allowed))
  }
}

const isCallersFault = (error: unknown): boolean => {
  const status: unknown = typeof error === 'object' && error !== null ? Reflect.get(error, 'status') : undefined
  return typeof status === 'number' && status >= 400 && status < 500
}

/** The Express application out of the contract: its routes, the description of them, and a problem for everything else. */
export function createApp(dispatcher: Dispatcher, parts: BindParts): Express {
  const app = plainExpress()
  for (const endpoint of dispatcher.values()) bindRoute(app, endpoint, parts)
  bindDocs(app, setSecurityHeaders)
  bindWrongMethods(app, dispatcher, parts.log)
  const about = { log: parts.log, route: NO_ROUTE }
  app.use((request: Request, response: Response) => new Exchange(request, response, about).refuse(refuse('not-found')))
  const onError: ErrorRequestHandler = (error, request, response, _next) => {
    const exchange = new Exchange(request, response, about)
    if (isCallersFault(error)) exchange.refuse(refuse('bad-request'))
    else exchange.fail(error)
  }
  app.use(onError)
  return app
}
