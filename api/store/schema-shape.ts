import type { z } from 'zod'

/** What a stored value may be at one place of a schema. `array`: an array lies on the way there. */
export interface Shape {
  readonly kind: 'string' | 'number' | 'boolean' | 'null' | 'missing' | 'other'
  readonly array: boolean
}

type AnySchema = z.core.$ZodType

/** zod's own list of schema kinds, so that the compiler knows what each holds. */
export const definitionOf = (schema: AnySchema): z.core.$ZodTypes['_zod']['def'] => (schema as z.core.$ZodTypes)._zod.def

const one = (kind: Shape['kind']): Shape[] => [{ kind, array: false }]

function kindOfValue(value: unknown): Shape['kind'] {
  if (value === null) return 'null'
  if (value === undefined) return 'missing'
  const type = typeof value
  return type === 'string' || type === 'number' || type === 'boolean' ? type : 'other'
}

const ofValues = (values: readonly unknown[]): Shape[] => values.map((value) => ({ kind: kindOfValue(value), array: false }))

/** Looks through a wrapper or an alternative; undefined where the schema is neither. */
function throughWrapper(schema: AnySchema, path: readonly string[]): Shape[] | undefined {
  const def = definitionOf(schema)
  switch (def.type) {
    case 'optional':
    case 'default':
    case 'prefault':
      return [...shapesAt(def.innerType, path), ...one('missing')]
    case 'nullable':
      return [...shapesAt(def.innerType, path), ...one('null')]
    case 'readonly':
    case 'nonoptional':
      return shapesAt(def.innerType, path)
    case 'pipe':
      return shapesAt(def.in, path)
    case 'lazy':
      return shapesAt(def.getter(), path)
    case 'union':
      return def.options.flatMap((option) => shapesAt(option, path))
    case 'intersection':
      return [...shapesAt(def.left, path), ...shapesAt(def.right, path)]
    default:
      return undefined
  }
}

function ofScalar(schema: AnySchema): Shape[] {
  const def = definitionOf(schema)
  switch (def.type) {
    case 'string':
    case 'template_literal':
      return one('string')
    case 'number':
    case 'boolean':
    case 'null':
      return one(def.type)
    case 'undefined':
      return one('missing')
    case 'literal':
      return ofValues(def.values)
    case 'enum':
      return ofValues(Object.values(def.entries))
    default:
      return one('other')
  }
}

/** Every kind of value the stored form may have at a dot path; a path the schema does not know is only ever `missing`. */
export function shapesAt(schema: AnySchema, path: readonly string[]): Shape[] {
  const wrapped = throughWrapper(schema, path)
  if (wrapped !== undefined) return wrapped
  const def = definitionOf(schema)
  if (def.type === 'array') return shapesAt(def.element, path).map((shape) => ({ ...shape, array: true }))
  const [field, ...rest] = path
  if (field === undefined) return ofScalar(schema)
  if (def.type === 'record') return [...shapesAt(def.valueType, rest), ...one('missing')]
  const next = def.type === 'object' && Object.hasOwn(def.shape, field) ? def.shape[field] : undefined
  return next === undefined ? one('missing') : shapesAt(next, rest)
}
