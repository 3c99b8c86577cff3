import type { z } from 'zod'
import type { Result } from '../core/result.ts'
import type { Call, Caller, CallInput } from './route.ts'
import type { RouteId, RouteOf } from './routes.ts'

export type Answer<Id extends RouteId> = z.output<RouteOf<Id>['answer']>

/** A slice's edge: one handler a row. Input is parsed before it, the answer is checked after it. */
export type Handler<Id extends RouteId> = (call: Call<RouteOf<Id>>) => Promise<Result<Answer<Id>>>
export type Handlers = { readonly [Id in RouteId]: Handler<Id> }

/** The typed client, the same whether it travels over HTTP or stays in the process. A network failure is `try-again`. */
export type Client = {
  readonly [Id in RouteId]: (input: CallInput<RouteOf<Id>>, as: Pick<Caller, 'contact' | 'key'>) => Promise<Result<Answer<Id>>>
}
