import { assert } from '../core/assert.ts'
import { isRefusal } from '../core/refusal.ts'
import { accept, type Result, refuse } from '../core/result.ts'
import { FILE_TYPES, fileAnswer } from './file-answer.ts'
import type { Client } from './handler.ts'
import { ACTING_CONTACT, IDEMPOTENCY_KEY, toHeader } from './headers.ts'
import { problem } from './problem.ts'
import type { CallInput, RouteRow } from './route.ts'
import { ROUTES } from './routes.ts'

interface HttpClientParts {
  /** Without a slash at the end. */
  readonly baseUrl: string
  readonly token: string
  readonly fetch?: typeof fetch
  readonly timeoutMs?: number
}

type As = Parameters<Client[keyof Client]>[1]

const TIMEOUT_MS = 10_000
/** A file comes as fast as it is made. */
const FILE_TIMEOUT_MS = 600_000
const FILE_NAME = /filename\*=UTF-8''([^;]+)/

const entriesOf = (part: unknown): [string, unknown][] => (typeof part === 'object' && part !== null ? Object.entries(part) : [])

function pathOf(row: RouteRow, params: unknown): string {
  const values = new Map(entriesOf(params))
  return row.path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(values.get(name))))
}

function queryOf(query: unknown): string {
  const given = entriesOf(query).filter(([, value]) => value !== undefined)
  return given.length === 0 ? '' : `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`
}

function headersOf(row: RouteRow, token: string, as: As): Record<string, string> {
  return {
    authorization: `Bearer ${token}`,
    accept: 'application/json',
    ...(row.role === 'contact' && { [ACTING_CONTACT]: toHeader(as.contact) }),
    ...(row.method === 'POST' && { [IDEMPOTENCY_KEY]: toHeader(as.key), 'content-type': 'application/json' }),
  }
}

/** A code this client does not know comes from a newer server: what is ours to mend is `bad-request`, what is the server's `try-again`. */
function refused(status: number, answer: unknown): Result<never> {
  const parsed = problem.safeParse(answer)
  if (parsed.success && isRefusal(parsed.data.code)) return refuse(parsed.data.code, parsed.data.facts)
  return refuse(status >= 400 && status < 500 && parsed.success ? 'bad-request' : 'try-again')
}

function fileOf({ headers, body }: Response): unknown {
  const type = headers.get('content-type')
  const format = Object.entries(FILE_TYPES).find(([, known]) => known === type)?.[0]
  const name = FILE_NAME.exec(headers.get('content-disposition') ?? '')?.[1] ?? ''
  return { name: decodeURIComponent(name), format, bytes: body }
}

async function ask(parts: HttpClientParts, row: RouteRow, call: { readonly input: CallInput<RouteRow>; readonly as: As }) {
  const { params = {}, query = {}, body = {} } = call.input
  const response = await (parts.fetch ?? fetch)(parts.baseUrl + pathOf(row, params) + queryOf(query), {
    method: row.method,
    headers: headersOf(row, parts.token, call.as),
    ...(row.method === 'POST' && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(parts.timeoutMs ?? (row.answer === fileAnswer ? FILE_TIMEOUT_MS : TIMEOUT_MS)),
    redirect: 'error',
  })
  if (row.answer === fileAnswer && response.ok) return { ok: true, status: response.status, answer: fileOf(response) }
  const text = await response.text()
  const answer: unknown = text === '' ? undefined : JSON.parse(text)
  return { ok: response.ok, status: response.status, answer }
}

/** The typed client over HTTP. Whatever keeps an answer from coming is `try-again`; repeating with the same key is safe. */
export function createHttpClient(parts: HttpClientParts): Client {
  const calls = Object.entries(ROUTES).map(([id, row]: [string, RouteRow]) => {
    const call = async (input: CallInput<RouteRow>, as: As): Promise<Result<unknown>> => {
      const answered = await ask(parts, row, { input, as }).catch(() => undefined)
      if (answered === undefined) return refuse('try-again')
      if (!answered.ok) return refused(answered.status, answered.answer)
      const parsed = row.answer.safeParse(answered.answer)
      assert(parsed.success, `the answer of ${row.method} ${row.path} fits the contract`)
      return accept(parsed.data)
    }
    return [id, call] as const
  })
  return Object.fromEntries(calls) as unknown as Client // one entry a row of the table the type is made of
}
