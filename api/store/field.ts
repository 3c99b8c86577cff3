import type { Collection, FieldPath } from './port.ts'
import { type Shape, shapesAt } from './schema-shape.ts'

/** What the schema says of a field that is looked up by. */
export interface Field {
  readonly kind: 'string' | 'number' | 'boolean'
  /** The way there runs through an array: a document has several values. */
  readonly inArray: boolean
  /** It may be null or missing. */
  readonly optional: boolean
  /** An element of the array may lack it. */
  readonly optionalInElement: boolean
}

type Schema = Collection['schema']

const isAbsence = (kind: Shape['kind']): boolean => kind === 'null' || kind === 'missing'
const isScalar = (kind: Shape['kind']): kind is Field['kind'] => kind === 'string' || kind === 'number' || kind === 'boolean'

/**
 * Undefined unless a path leads to scalars of one kind: databases agree on the order within text, numbers or booleans and about
 * absence, but not on everything between them.
 */
function readField(schema: Schema, path: FieldPath): Field | undefined {
  const shapes = shapesAt(schema, path.split('.'))
  const present = shapes.filter((shape) => !isAbsence(shape.kind))
  const kind = present[0]?.kind
  if (kind === undefined || !isScalar(kind) || present.some((shape) => shape.kind !== kind)) return undefined
  return {
    kind,
    inArray: shapes.some(({ array }) => array),
    optional: present.length < shapes.length,
    optionalInElement: shapes.some((shape) => shape.array && isAbsence(shape.kind)),
  }
}

const known = new WeakMap<Schema, Map<FieldPath, Field | undefined>>()

export function fieldAt(of: Pick<Collection, 'schema'>, path: FieldPath): Field | undefined {
  const fields = known.get(of.schema) ?? new Map<FieldPath, Field | undefined>()
  known.set(of.schema, fields)
  if (!fields.has(path)) fields.set(path, readField(of.schema, path))
  return fields.get(path)
}

export const isInArray = (of: Pick<Collection, 'schema'>, path: FieldPath): boolean => fieldAt(of, path)?.inArray === true
