import type { Client } from '../contract/handler.ts'
import { ownKey } from '../contract/headers.ts'
import type { CallInput, RouteRow } from '../contract/route.ts'
import { type Result, refuse } from '../core/result.ts'
import { errorFields, type Log } from '../log.ts'
import type { Dispatcher } from './dispatch.ts'

interface DirectParts {
  readonly dispatcher: Dispatcher
  readonly county: string
  readonly log: Log
}

type As = Parameters<Client[keyof Client]>[1]

/** The client of a bot that lives in the server's own process: the same checks on both sides, without the wire. */
export function createDirectClient({ dispatcher, county, log }: DirectParts): Client {
  const calls = [...dispatcher].map(([id, { row, call }]) => {
    const ask = async (input: CallInput<RouteRow>, as: As): Promise<Result<unknown>> => {
      const contact = row.role === 'contact' ? as.contact : ''
      const key = row.method === 'POST' ? ownKey({ contact }, as.key) : ''
      const caller = { role: row.role, contact, key, county }
      try {
        const { params = {}, query = {}, body = {} } = input
        const outcome = await call({ params, query, body, caller })
        return outcome.ok ? outcome : refuse(outcome.refusal, outcome.facts)
      } catch (error) {
        log.error({ method: row.method, route: row.path, ...errorFields(error) }, 'a call failed')
        return refuse('try-again')
      }
    }
    return [id, ask] as const
  })
  return Object.fromEntries(calls) as unknown as Client // the dispatcher holds every row of the table the type is made of
}
