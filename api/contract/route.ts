import type { z } from 'zod'
import type { RefusalKey } from '../core/refusal.ts'
import type { StaffAction } from '../core/staff/action.ts'
import type { StaffActor } from '../core/staff/policy.ts'

/**
 * Who may call a route. `contact` acts for the chat contact in the `Acting-Contact` header, which only the bot's token may send; `staff` are
 * people who are signed in, each within his rights; `statistics` is the token of the dashboards, or staff with the right to see figures.
 */
export type Role = 'public' | 'contact' | 'bot' | 'statistics' | 'staff'

/** Where staff may call, the row says what they do by it: whoever has no right to that has none to the route. */
type Callers = { readonly role: 'public' | 'contact' | 'bot' } | { readonly role: 'statistics' | 'staff'; readonly action: StaffAction }

export type RouteRow = Callers & {
  readonly method: 'GET' | 'POST'
  /** Express 5 form, `:name` for a parameter. */
  readonly path: string
  /** The answer begins a session of staff, or the call ends it: a browser is told so by a cookie. */
  readonly session?: 'begins' | 'ends'
  readonly tag: string
  readonly summary: string
  readonly params: z.ZodType<object>
  readonly query: z.ZodType<object>
  readonly body: z.ZodType
  /** Where a body may be larger than others, because a file lies in it. */
  readonly bodyBytes?: number
  readonly answer: z.ZodType
  readonly status: 200 | 201 | 204
  readonly refusals: readonly RefusalKey[]
  /** Whoever has the answer already is only told that it is still the same. */
  readonly revalidate?: boolean
}

export type Routes = Readonly<Record<string, RouteRow>>

/** What a handler is given: the row's own shapes, parsed, and who is asking. `key` is the caller's Idempotency-Key, made his own. */
export interface Call<Row extends RouteRow> {
  readonly params: z.output<Row['params']>
  readonly query: z.output<Row['query']>
  readonly body: z.output<Row['body']>
  readonly caller: CallerOf<Row['role']>
}

export interface Caller {
  readonly role: Role
  /** The acting chat contact (`account/contact`); empty for other roles. */
  readonly contact: string
  /** The Idempotency-Key of a POST, scoped to whoever acts; empty for a GET. */
  readonly key: string
  readonly county: string
  /** Who of the staff calls; undefined where a token does. */
  readonly staff?: StaffActor
  /** Where a call that anybody may make came from; undefined for all others, and for one that never left the process. */
  readonly address?: string
}

export interface StaffCaller extends Caller {
  readonly staff: StaffActor
}

type CallerOf<R extends Role> = R extends 'staff' ? StaffCaller : Caller

/** What a caller gives: the wire's input side. Parts a row does not have are left out. */
export interface CallInput<Row extends RouteRow> {
  readonly params?: z.input<Row['params']>
  readonly query?: z.input<Row['query']>
  readonly body?: z.input<Row['body']>
}
