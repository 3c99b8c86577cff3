import { z } from 'zod'
import { REFUSAL, type RefusalKey } from '../core/refusal.ts'
import { FILE_TYPES, fileAnswer } from './file-answer.ts'
import { ACTING_CONTACT, IDEMPOTENCY_KEY } from './headers.ts'
import { PROBLEM_TYPE, problem } from './problem.ts'
import type { Role, RouteRow, Routes } from './route.ts'

type Json = Readonly<Record<string, unknown>>

/** What any route may answer besides its own refusals. */
const EVERYWHERE: readonly RefusalKey[] = ['bad-request', 'too-many-requests', 'try-again']
const WITH_BODY: readonly RefusalKey[] = ['payload-too-large', 'wrong-content-type', 'key-reused']
/** What the token that opens the routes of a role is called here, and what to know of it. */
const BOT = { name: 'botToken', about: 'BOT_TOKEN' }
const TOKEN_OF = {
  contact: BOT,
  bot: BOT,
  statistics: { name: 'statisticsToken', about: 'STATS_TOKEN, which reaches only /stats' },
  staff: { name: 'staffSession', about: 'The token of a session that one of the staff began; a browser has it in a cookie' },
} as const satisfies Readonly<Record<Exclude<Role, 'public'>, { readonly name: string; readonly about: string }>>
const WITH_TOKEN: readonly RefusalKey[] = ['not-authorised', 'not-allowed']

const jsonSchema = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, target: 'draft-2020-12', unrepresentable: 'any' })
  return rest
}

function fieldsOf(schema: z.ZodType): { readonly properties: Readonly<Record<string, Json>>; readonly required: readonly string[] } {
  const { properties = {}, required = [] } = jsonSchema(schema, 'input')
  return { properties: properties as Readonly<Record<string, Json>>, required: required as readonly string[] } // as JSON Schema has them
}

function parametersIn(place: 'path' | 'query', schema: z.ZodType): Json[] {
  const { properties, required } = fieldsOf(schema)
  return Object.entries(properties).map(([name, shape]) => ({ name, in: place, required: required.includes(name), schema: shape }))
}

const headerParameter = (name: string, description: string): Json => ({
  name,
  in: 'header',
  required: true,
  description,
  schema: { type: 'string', minLength: 1 },
})

function parametersOf(row: RouteRow): readonly Json[] {
  return [
    ...parametersIn('path', row.params),
    ...parametersIn('query', row.query),
    ...(row.role === 'contact' ? [headerParameter(ACTING_CONTACT, 'The chat contact acted for, account/contact, percent-encoded')] : []),
    ...(row.method === 'POST' ? [headerParameter(IDEMPOTENCY_KEY, 'The same key again is the same call; at most 200 characters')] : []),
  ]
}

function bodyOf(row: RouteRow): Json {
  if (row.method === 'GET') return {}
  const schema = jsonSchema(row.body, 'input')
  return { requestBody: { required: fieldsOf(row.body).required.length > 0, content: { 'application/json': { schema } } } }
}

function refusalsOf(row: RouteRow): readonly RefusalKey[] {
  const more = [...(row.role === 'public' ? [] : WITH_TOKEN), ...(row.method === 'POST' ? WITH_BODY : [])]
  return [...new Set([...row.refusals, ...more, ...EVERYWHERE])]
}

/** One answer a status: which codes it can carry is said in its description, since they share the shape. */
function problemsOf(row: RouteRow): Json {
  const codes = Object.groupBy(refusalsOf(row), (refusal) => REFUSAL[refusal].status)
  const content = { [PROBLEM_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } }
  return Object.fromEntries(Object.entries(codes).map(([status, keys]) => [status, { description: keys.join(', '), content }]))
}

function securityOf(row: RouteRow): readonly Json[] {
  if (row.role === 'public') return []
  const own = [{ [TOKEN_OF[row.role].name]: [] }]
  return row.role === 'statistics' ? [...own, { [TOKEN_OF.staff.name]: [] }] : own
}

/** A file is bytes of one of its types, everything else JSON of its schema. */
function contentOf({ answer }: RouteRow): Json {
  if (answer !== fileAnswer) return { 'application/json': { schema: jsonSchema(answer, 'output') } }
  return Object.fromEntries(Object.values(FILE_TYPES).map((type) => [type, {}]))
}

function operationOf(id: string, row: RouteRow): Json {
  const content = contentOf(row)
  const done = row.status === 204 ? { description: row.summary } : { description: row.summary, content }
  return {
    operationId: id,
    tags: [row.tag],
    summary: row.summary,
    ...('action' in row && { 'x-staff-action': row.action }),
    security: securityOf(row),
    parameters: parametersOf(row),
    ...bodyOf(row),
    responses: { [row.status]: done, ...problemsOf(row) },
  }
}

/** OpenAPI 3.1 out of the route table, so that what is described is what is checked. */
export function openApi(routes: Routes, about: { readonly title: string; readonly version: string }): Json {
  const paths: Record<string, Record<string, Json>> = {}
  for (const [id, row] of Object.entries(routes)) {
    const path = row.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [row.method.toLowerCase()]: operationOf(id, row) }
  }
  const bearer = (description: string): Json => ({ type: 'http', scheme: 'bearer', description })
  return {
    openapi: '3.1.0',
    info: { ...about, license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: '/' }],
    tags: [...new Set(Object.values(routes).map((row) => row.tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas: { Problem: jsonSchema(problem, 'output') },
      securitySchemes: Object.fromEntries(Object.values(TOKEN_OF).map(({ name, about }) => [name, bearer(about)])),
    },
  }
}
