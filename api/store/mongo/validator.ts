import { z } from 'zod'
import type { Collection } from '../port.ts'

type Schema = Readonly<Record<string, unknown>>

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Same words, same meaning in MongoDB. Not `minLength` (it counts characters, zod counts UTF-16 units) nor `pattern` (another dialect). */
const KEPT = ['enum', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'minItems', 'maxItems', 'maxLength']

const alternatives = (schema: Schema, word: string, isTop: boolean): Schema => {
  const options = schema[word]
  return Array.isArray(options) ? { [word]: options.map((option: unknown) => reduced(option, isTop)) } : {}
}

/** MongoDB knows no `integer`; a list of types with one would be `number` as well. */
function typeOf({ type }: Schema): Schema {
  if (type === 'integer') return { type: 'number', multipleOf: 1 }
  if (Array.isArray(type)) return { type: type.map((one: unknown) => (one === 'integer' ? 'number' : one)) }
  return type === undefined ? {} : { type }
}

function objectOf(schema: Schema, isTop: boolean): Schema {
  const { properties, required, additionalProperties } = schema
  const fields = isSchema(properties) ? Object.entries(properties).map(([name, field]) => [name, reduced(field)] as const) : []
  const own = isTop ? [['_id', { type: 'string' }] as const] : []
  return {
    ...(fields.length > 0 ? { properties: Object.fromEntries([...own, ...fields]) } : {}),
    ...(Array.isArray(required) && required.length > 0 ? { required } : {}),
    ...(isSchema(additionalProperties) ? { additionalProperties: reduced(additionalProperties) } : {}),
    ...(additionalProperties === false ? { additionalProperties } : {}),
  }
}

/** What MongoDB supports of a draft-4 schema; what it does not is dropped, as zod has the last word on both ways anyway. */
function reduced(schema: unknown, isTop = false): Schema {
  if (!isSchema(schema) || schema['$ref'] !== undefined) return {}
  return {
    ...typeOf(schema),
    ...Object.fromEntries(KEPT.filter((word) => schema[word] !== undefined).map((word) => [word, schema[word]])),
    ...(isSchema(schema['items']) ? { items: reduced(schema['items']) } : {}),
    ...objectOf(schema, isTop),
    ...alternatives(schema, 'oneOf', isTop),
    ...alternatives(schema, 'anyOf', isTop),
    ...alternatives(schema, 'allOf', isTop),
  }
}

/** The database's own second look at every write: the stored form's fields, kinds, choices and bounds, made from the zod schema. */
export const validatorOf = (of: Collection): Schema =>
  reduced(z.toJSONSchema(of.schema, { io: 'input', target: 'draft-4', unrepresentable: 'any', cycles: 'ref' }), true)

const NOT_EVERYWHERE = ['additionalProperties', 'anyOf']

/** Without the words that some servers of the same protocol (DocumentDB) do not know. */
export function basicValidator(schema: Schema): Schema {
  const simpler = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(simpler)
    return isSchema(value) ? basicValidator(value) : value
  }
  const kept = Object.entries(schema).filter(([word]) => !NOT_EVERYWHERE.includes(word))
  return Object.fromEntries(kept.map(([word, value]) => [word, simpler(value)]))
}
