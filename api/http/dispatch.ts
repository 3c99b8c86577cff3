import { z } from 'zod'
import type { Handlers } from '../contract/handler.ts'
import type { FieldError } from '../contract/problem.ts'
import type { Call, Caller, RouteRow, Routes } from '../contract/route.ts'
import { ROUTES } from '../contract/routes.ts'
import { assert } from '../core/assert.ts'
import { type Accepted, accept, type Refused, type Result, refuse } from '../core/result.ts'
import { QueueUnavailable } from '../queue/port.ts'
import { BadCursor, StoreUnavailable } from '../store/port.ts'
import { fieldErrors, tellableField } from './field-errors.ts'

/** A call as it came in, not yet looked at. */
export interface Incoming {
  readonly params: unknown
  readonly query: unknown
  readonly body: unknown
  readonly caller: Caller
}

/** A refusal with the fields at fault, where it is about fields. */
export interface Rejected extends Refused {
  readonly errors?: readonly FieldError[]
}

export interface Endpoint {
  readonly row: RouteRow
  /** Validates, calls the handler and checks its answer. Throws only where our own code is wrong. */
  readonly call: (incoming: Incoming) => Promise<Accepted<unknown> | Rejected>
}

export type Dispatcher = ReadonlyMap<string, Endpoint>
type AnyHandler = (call: Call<RouteRow>) => Promise<Result<unknown>>

/** Stands before every handler that staff may call: what has to be so before a parsed call is done at all. */
export type Guard = (route: string, on: { readonly row: RouteRow; readonly call: Call<RouteRow> }) => Promise<Result<unknown>>
export type HandlersOf<R extends Routes> = {
  readonly [Id in keyof R]: (call: Call<R[Id]>) => Promise<Result<z.output<R[Id]['answer']>>>
}

const CHINESE = { error: z.locales.zhCN().localeError }
const PARTS = ['params', 'query', 'body'] as const

export function badRequest(given: readonly FieldError[]): Rejected {
  const errors = given.map((error) => ({ ...error, field: tellableField(error.field) }))
  return { ...refuse('bad-request', { field: errors[0]?.field ?? '' }), errors }
}

/** Only what the caller sent wrong, or what is away, becomes a refusal. */
export function asRefusal(error: unknown): Rejected {
  if (error instanceof StoreUnavailable || error instanceof QueueUnavailable) return refuse('try-again')
  if (error instanceof BadCursor) return badRequest([{ field: 'query.after', message: 'cursor' }])
  throw error
}

function parse(row: RouteRow, incoming: Incoming): Accepted<Call<RouteRow>> | Rejected {
  const parsed: Record<string, unknown> = {}
  for (const part of PARTS) {
    const outcome = row[part].safeParse(incoming[part], CHINESE)
    if (!outcome.success) return badRequest(fieldErrors(part, outcome.error.issues))
    parsed[part] = outcome.data
  }
  return accept({ ...parsed, caller: incoming.caller } as Call<RouteRow>) // each part is what its schema gave
}

function checked(row: RouteRow, answer: Result<unknown>): Accepted<unknown> | Refused {
  if (!answer.ok) return answer
  const outcome = row.answer.safeParse(answer.value)
  assert(outcome.success, `the answer of ${row.method} ${row.path} fits its contract`)
  return accept(outcome.data)
}

const notOk = (answer: Result<unknown>): Refused | undefined => (answer.ok ? undefined : answer)

/** A call of staff is somebody's: without one, as from a client in the process, there is nobody who could be allowed anything. */
const isNobodys = ({ role }: RouteRow, { caller }: Incoming): boolean => role === 'staff' && caller.staff === undefined

function endpointOf(row: RouteRow, handler: AnyHandler, guarded?: (call: Call<RouteRow>) => Promise<Result<unknown>>): Endpoint {
  return {
    row,
    async call(incoming) {
      if (isNobodys(row, incoming)) return refuse('not-allowed')
      const call = parse(row, incoming)
      if (!call.ok) return call
      try {
        const no = guarded === undefined ? undefined : notOk(await guarded(call.value))
        return no ?? checked(row, await handler(call.value))
      } catch (error) {
        return asRefusal(error)
      }
    },
  }
}

/** Binds handlers to a route table: the one place where a handler's own types are given up, and its row's schemas stand for them. */
export function dispatcherOf<R extends Routes>(routes: R, handlers: HandlersOf<R>, guard?: Guard): Dispatcher {
  const bound = Object.entries(routes).map(([id, row]) => {
    const guarded = guard && 'action' in row ? (call: Call<RouteRow>) => guard(id, { row, call }) : undefined
    return [id, endpointOf(row, handlers[id] as unknown as AnyHandler, guarded)] as const
  })
  return new Map(bound)
}

/** The core that HTTP and the direct client share. */
export const createDispatcher = (handlers: Handlers, guard?: Guard): Dispatcher => dispatcherOf(ROUTES, handlers, guard)
