import type { Audited } from '../audit/audit.ts'
import type { Handlers } from '../contract/handler.ts'
import { mayHelpWith } from '../contract/helper-rights.ts'
import type { Caller } from '../contract/route.ts'
import { ROUTES, type RouteId } from '../contract/routes.ts'
import { readHelping } from '../core/person/helping.ts'
import { type Result, refuse } from '../core/result.ts'
import type { People } from '../person/find-person.ts'

interface ActForParts {
  readonly people: Pick<People, 'byContact'>
  readonly audited: Audited
}

type AnyHandler = (call: { readonly caller: Caller }) => Promise<Result<unknown>>

/**
 * Stands before all handlers: a contact that acts for somebody else reaches only what helpers may do, only while he is one, and whatever it
 * changes is written down as done by him for the other.
 */
export function withHelpers(handlers: Handlers, { people, audited }: ActForParts): Handlers {
  const guarded = (id: RouteId, handler: AnyHandler): AnyHandler => {
    if (ROUTES[id].role !== 'contact') return handler
    return async (call) => {
      const helping = readHelping(call.caller.contact)
      if (helping === undefined) return handler(call)
      if (!mayHelpWith(id)) return refuse('helper-may-not')
      const [elder, helper] = await Promise.all([people.byContact(call.caller.contact), people.byContact(helping.contact)])
      if (elder === undefined || helper === undefined) return refuse('not-helping')
      if (ROUTES[id].method === 'GET') return handler(call)
      const key = `act-for:${elder.id}:${helper.id}:${call.caller.key}`
      const actor = { role: 'person', id: helper.id } as const
      return audited({ key, actor, action: 'act-for', subjects: [elder.id], facts: { route: id } }, () => handler(call))
    }
  }
  const all = Object.entries(handlers).map(([id, handler]) => [id, guarded(id as RouteId, handler as unknown as AnyHandler)])
  return Object.fromEntries(all) as unknown as Handlers // each stands where it stood
}
