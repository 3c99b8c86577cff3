import type { Answer } from '@linggong/api/contract/handler.ts'
import type { Problem } from '@linggong/api/contract/problem.ts'
import type { CallInput } from '@linggong/api/contract/route.ts'
import type { RouteOf } from '@linggong/api/contract/routes.ts'
import { NO } from '../../console-copy.ts'
import { WAYS, type WayId } from './ways.ts'

export type Input<Id extends WayId> = CallInput<RouteOf<Id>>

/** Why something is not to be had, in a sentence. */
export interface No {
  readonly ok: false
  readonly code: string
  readonly title: string
  /** The fields at fault, as the API names them: `body.phone`. */
  readonly fields: readonly string[]
  /** Nobody knows whether it was done: it may be asked once more under the same key. */
  readonly isOpen: boolean
}

export type Reply<Id extends WayId> = { readonly ok: true; readonly value: Answer<Id> } | No

/** A network of the mountains that swallows requests is as good as none. */
const PATIENCE_MS = 20_000
const SERVER_FAULT = 500

const partsOf = (part: object | undefined): readonly (readonly [string, string])[] =>
  Object.entries(part ?? {}).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)] as const]))

function addressOf<Id extends WayId>(id: Id, { params, query }: { readonly params?: object; readonly query?: object }): string {
  const path = partsOf(params).reduce((way, [name, value]) => way.replace(`:${name}`, encodeURIComponent(value)), `${WAYS[id][1]}`)
  const asked = new URLSearchParams(partsOf(query).map(([name, value]) => [name, value])).toString()
  return asked === '' ? path : `${path}?${asked}`
}

const unheard = (code: 'unreachable' | 'too-slow'): No => ({ ok: false, code, title: NO[code], fields: [], isOpen: true })

async function refused(response: Response): Promise<No> {
  const said: Partial<Problem> = await response.json().catch(() => ({}))
  const isOpen = response.status >= SERVER_FAULT
  const title = isOpen ? NO['try-again'] : (NO.sentences[said.code ?? ''] ?? said.title ?? NO['try-again'])
  return { ok: false, code: said.code ?? 'try-again', title, fields: (said.errors ?? []).map(({ field }) => field), isOpen }
}

/** One call. Whatever happens to it there is an answer, and a sentence where it is a no. The session travels as a cookie that no script sees. */
export async function send<Id extends WayId>(id: Id, input: Input<Id>, key: string): Promise<Reply<Id>> {
  const [method] = WAYS[id]
  const post = {
    method,
    headers: { 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify(input.body ?? {}),
  }
  const stop = new AbortController()
  const giveUp = setTimeout(() => stop.abort(), PATIENCE_MS)
  try {
    const about = method === 'GET' ? {} : post
    const response = await fetch(addressOf(id, input), { ...about, cache: 'no-store', signal: stop.signal })
    if (!response.ok) return await refused(response)
    const value: Answer<Id> = await response.json()
    return { ok: true, value }
  } catch {
    return unheard(stop.signal.aborted ? 'too-slow' : 'unreachable')
  } finally {
    clearTimeout(giveUp)
  }
}

const KEY_BYTES = 16

/** Also where a browser has no `randomUUID`, as over plain HTTP in the hall's own network. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(KEY_BYTES)), (byte) => byte.toString(16).padStart(2, '0')).join('')
