import { describe, expect, it } from '@jest/globals'
import { Validator } from '@seriousme/openapi-schema-validator'
import { REFUSAL } from '../core/refusal.ts'
import { openApi } from './openapi.ts'
import { ROUTES } from './routes.ts'

const description = openApi(ROUTES, { title: 't', version: '1' })
const text = JSON.stringify(description)
// What the specification says of these places; the validator below holds the rest to it.
const paths = description['paths'] as Record<string, Record<string, Operation>>

interface Operation {
  readonly operationId: string
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly required: boolean }[]
  readonly responses: Readonly<Record<string, unknown>>
  readonly security: readonly object[]
}

const operationOf = (path: string, method: string): Operation | undefined =>
  paths[path.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()]

describe('the OpenAPI file', () => {
  it('is valid OpenAPI 3.1', async () => {
    const validator = new Validator()
    const outcome = await validator.validate(JSON.parse(text))
    expect(outcome.errors).toBeUndefined()
    expect(outcome.valid).toBe(true)
    expect(validator.version).toBe('3.1')
  })

  it.each(Object.entries(ROUTES))('describes %s with its parameters, its rights and each status it may answer', (id, row) => {
    const operation = operationOf(row.path, row.method)
    expect(operation?.operationId).toBe(id)
    const named = (place: string) => operation?.parameters.filter((one) => one.in === place).map((one) => one.name)
    expect(named('path')).toEqual([...row.path.matchAll(/:(\w+)/g)].map((match) => match[1]))
    expect(named('header')).toEqual([
      ...(row.role === 'contact' ? ['Acting-Contact'] : []),
      ...(row.method === 'POST' ? ['Idempotency-Key'] : []),
    ])
    const statuses = [row.status, ...row.refusals.map((refusal) => REFUSAL[refusal].status), 400, 429, 503].map(String)
    expect(Object.keys(operation?.responses ?? {})).toEqual(expect.arrayContaining(statuses))
    /** Figures are read by their own token or by staff who have signed in. */
    const doors = { public: 0, statistics: 2 } as const
    expect(operation?.security).toHaveLength(row.role === 'public' || row.role === 'statistics' ? doors[row.role] : 1)
  })

  it('describes nothing that is not in the table', () => {
    expect(Object.values(paths).flatMap((path) => Object.keys(path))).toHaveLength(Object.keys(ROUTES).length)
  })

  it('requires of a query only what has no default', () => {
    const query = operationOf('/jobs', 'GET')?.parameters.filter((one) => one.in === 'query') ?? []
    expect(query.length).toBeGreaterThan(3)
    expect(query.filter((one) => one.required)).toEqual([])
  })
})

interface Shape {
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, Shape>>
  readonly [rest: string]: unknown
}

/** Every property of every shape, with its name. */
function* propertiesOf(shape: unknown): Iterable<readonly [name: string, shape: Shape]> {
  if (typeof shape !== 'object' || shape === null) return
  for (const [key, value] of Object.entries(shape)) {
    if (key === 'properties' && typeof value === 'object' && value !== null) yield* Object.entries<Shape>(value)
    yield* propertiesOf(value)
  }
}

const isNumeric = ({ type }: Shape): boolean => type === 'number' || type === 'integer'
const MONEY = /amount|pay(?!out|ment)|premium|balance|held|owed|limit|lent|fee|earned|outgoing|wage|tax|cash/i
const wordsOfMoney = (name: string): boolean => MONEY.test(name)
/** Numbers beside money that are none: how many, and how much of a hundred. */
const NO_MONEY = /(days|people|jobs|count|months|percent|hours)/i

describe('money on the wire', () => {
  const all = [...propertiesOf(description)]

  it('is named in fen wherever it is a number', () => {
    const numbers = all.filter(([name, shape]) => isNumeric(shape) && wordsOfMoney(name) && !NO_MONEY.test(name))
    expect(numbers.length).toBeGreaterThan(20)
    expect(numbers.map(([name]) => name).filter((name) => !name.endsWith('Fen'))).toEqual([])
  })

  it('is a whole number in every answer', () => {
    const responses = [...propertiesOf(Object.values(paths).flatMap((path) => Object.values(path).map((each) => each.responses)))]
    const amounts = responses.filter(([name]) => name.endsWith('Fen'))
    expect(amounts.length).toBeGreaterThan(20)
    expect(amounts.filter(([, shape]) => shape.type !== undefined && shape.type !== 'integer')).toEqual([])
  })
})
