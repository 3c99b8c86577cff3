import { assert } from '../core/assert.ts'
import { fieldAt, isInArray } from './field.ts'
import { type Collection, type FieldPath, NotDeclared, type Query, type Scalar } from './port.ts'

/** More than any page a person or a sweep needs; whoever wants all of them turns pages. */
export const PAGE_DOCS_MAX = 1000

export interface Bounds {
  readonly from?: Scalar
  readonly below?: Scalar
}

/** A place between two rows: the values of the fields after `equals`, then the id. */
export interface Position {
  readonly values: readonly Scalar[]
  readonly id: string
}

/** A query held against its declaration: `equals` are the values of the first fields, the bounds are those of the next one. */
export interface Plan {
  readonly index: string
  readonly fields: readonly FieldPath[]
  readonly equals: readonly Scalar[]
  readonly bounds?: Bounds
  readonly descending: boolean
  readonly limit: number
  readonly after?: Position
}

/** The value as both databases keep it. Anything but a scalar is a bug of the caller: an operator never gets this far. */
export function checkedScalar(field: FieldPath, value: unknown): Scalar {
  if (typeof value === 'number' && Number.isFinite(value)) return value === 0 ? 0 : value
  assert(value === null || typeof value === 'string' || typeof value === 'boolean', `${field}: looked up by a scalar`)
  return value
}

/** Half a surrogate pair is never stored, so nothing can be found by it; databases would look for a replacement character instead. */
export const canBeStored = (value: Scalar): boolean => typeof value !== 'string' || value.isWellFormed()

/** Databases differ in what they find between text and a number, so a bound is of the field's own kind. */
function checkedBound(of: Collection, field: FieldPath, bound: Scalar): Scalar {
  const value = checkedScalar(field, bound)
  assert(typeof value === fieldAt(of, field)?.kind, `${of.name}: ${field} is bounded by values of its kind`)
  return value
}

function checkedBounds(of: Collection, next: FieldPath | undefined, range: NonNullable<Query['range']>): Bounds {
  if (next === undefined || range.field !== next) {
    throw new NotDeclared(`${of.name}: a range bounds the field after equals (${next ?? 'there is none'}), not ${range.field}`)
  }
  const { from, below } = range
  return {
    ...(from === undefined ? {} : { from: checkedBound(of, next, from) }),
    ...(below === undefined ? {} : { below: checkedBound(of, next, below) }),
  }
}

function checkedEquals(of: Collection, fields: readonly FieldPath[], query: Pick<Query, 'index' | 'county' | 'equals'>): readonly Scalar[] {
  const given = query.equals ?? {}
  const count = Object.keys(given).length
  const prefix = fields.slice(1, 1 + count)
  if (prefix.length !== count || !prefix.every((field) => Object.hasOwn(given, field))) {
    throw new NotDeclared(`${of.name}: equals (${Object.keys(given).join(', ')}) is not a prefix of index ${query.index} after county`)
  }
  const open = fields.slice(1 + count).find((field) => isInArray(of, field))
  if (open !== undefined) throw new NotDeclared(`${of.name}: index ${query.index} needs equals on ${open}, which lies in an array`)
  const values = prefix.map((field) => checkedScalar(field, given[field]))
  const absent = prefix.find((field, at) => values[at] === null && isInArray(of, field))
  if (absent !== undefined) throw new NotDeclared(`${of.name}: null is no element of ${absent}`)
  return [checkedScalar('county', query.county), ...values]
}

/** Refuses whatever the collection does not declare, so that no database ever guesses. */
export function planOf(of: Collection, query: Omit<Query, 'after'>): Plan {
  const fields = Object.hasOwn(of.indexes, query.index) ? of.indexes[query.index] : undefined
  if (fields === undefined) throw new NotDeclared(`${of.name} declares no index ${query.index}`)
  assert(typeof query.county === 'string', `${of.name}: a query names its county`)
  const { limit } = query
  assert(Number.isInteger(limit) && limit >= 1 && limit <= PAGE_DOCS_MAX, `${of.name}: limit is 1–${PAGE_DOCS_MAX}`)
  const equals = checkedEquals(of, fields, query)
  const bounds = query.range === undefined ? undefined : checkedBounds(of, fields[equals.length], query.range)
  return { index: query.index, fields, equals, ...(bounds === undefined ? {} : { bounds }), descending: query.descending === true, limit }
}

/** Whether any stored document could answer at all. */
export const isAnswerable = ({ equals, bounds }: Plan): boolean =>
  [...equals, bounds?.from ?? null, bounds?.below ?? null].every(canBeStored)

/** The values of a unique key, in its declared order. */
export function keyValues(of: Collection, key: string, equals: Readonly<Record<FieldPath, Scalar>>): readonly Scalar[] {
  const fields = Object.hasOwn(of.unique, key) ? of.unique[key] : undefined
  if (fields === undefined) throw new NotDeclared(`${of.name} declares no unique key ${key}`)
  if (Object.keys(equals).length !== fields.length || !fields.every((field) => Object.hasOwn(equals, field))) {
    throw new NotDeclared(`${of.name}: key ${key} is looked up by all of ${fields.join(', ')}`)
  }
  return fields.map((field) => checkedScalar(field, equals[field]))
}
