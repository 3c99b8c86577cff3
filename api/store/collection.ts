import { assert } from '../core/assert.ts'
import type { Collection, Doc, FieldPath } from './port.ts'
import { checkSchema } from './schema-check.ts'
import { type Shape, shapesAt } from './schema-shape.ts'

type Keys = Readonly<Record<string, readonly FieldPath[]>>

type Declaration<T extends Doc> = Pick<Collection<T>, 'name' | 'schema'> & Partial<Pick<Collection<T>, 'unique' | 'indexes'>>

const IDENTIFIER = /^[a-zA-Z][a-zA-Z0-9_]{0,47}$/
const PATH = /^[a-zA-Z][a-zA-Z0-9_]*(\.[a-zA-Z][a-zA-Z0-9_]*)*$/

const isScalar = (shape: Shape): boolean => shape.kind === 'string' || shape.kind === 'number' || shape.kind === 'boolean'
const isAbsence = (shape: Shape): boolean => shape.kind === 'null' || shape.kind === 'missing'

/** Whether a path runs through an array of the stored document. */
export const isArrayPath = (of: Pick<Collection, 'schema'>, path: FieldPath): boolean =>
  shapesAt(of.schema, path.split('.')).some((shape) => shape.array)

/** Values of one kind only: databases agree on the order within text, numbers or booleans, not on the order between them. */
function checkPath(at: string, shapes: readonly Shape[]): void {
  const kinds = new Set(shapes.filter((shape) => !isAbsence(shape)).map((shape) => shape.kind))
  assert(kinds.size > 0, `${at} is not in the schema`)
  assert(kinds.size === 1 && shapes.every((shape) => isScalar(shape) || isAbsence(shape)), `${at} is not one kind of scalar`)
}

function checkKey<T extends Doc>(of: Declaration<T>, key: string, paths: readonly FieldPath[]): void {
  const at = `collection ${of.name}, key ${key}`
  assert(IDENTIFIER.test(key), `${at}: the name is an identifier`)
  assert(paths.length > 0 && new Set(paths).size === paths.length, `${at}: names each field once`)
  for (const path of paths) {
    assert(PATH.test(path), `${at}: ${path} is a dot path`)
    checkPath(`${at}: ${path}`, shapesAt(of.schema, path.split('.')))
  }
  assert(paths.filter((path) => isArrayPath(of, path)).length <= 1, `${at}: at most one field lies in an array`)
}

/** An element without the field would count as null for one database and as nothing for the other. */
function checkUnique<T extends Doc>(of: Declaration<T>, key: string, paths: readonly FieldPath[]): void {
  checkKey(of, key, paths)
  for (const path of paths) {
    const shapes = shapesAt(of.schema, path.split('.'))
    const holds = !shapes.some((shape) => shape.array && isAbsence(shape))
    assert(holds, `collection ${of.name}, key ${key}: ${path} is required in every element of its array`)
  }
}

const frozen = (keys: Keys): Keys =>
  Object.freeze(Object.fromEntries(Object.entries(keys).map(([key, paths]) => [key, Object.freeze([...paths])])))

/** Declares a collection: what it promises is checked here, once, so that no database has to guess later. Throws on a wrong declaration. */
export function collection<T extends Doc>(of: Declaration<T>): Collection<T> {
  const { name, schema, unique = {}, indexes = {} } = of
  assert(IDENTIFIER.test(name), `collection ${name}: the name is an identifier`)
  for (const field of ['id', 'county', 'version']) checkPath(`collection ${name}: ${field}`, shapesAt(schema, [field]))
  checkSchema(name, schema)
  const keys = [...Object.keys(unique), ...Object.keys(indexes)].map((key) => key.toLowerCase())
  assert(new Set([...keys, 'id']).size === keys.length + 1, `collection ${name}: every key has its own name, and 'id' is taken`)
  for (const [key, paths] of Object.entries(unique)) checkUnique(of, key, paths)
  for (const [key, paths] of Object.entries(indexes)) {
    checkKey(of, key, paths)
    assert(paths[0] === 'county', `collection ${name}, index ${key}: begins with county`)
  }
  return Object.freeze({ name, schema, unique: frozen(unique), indexes: frozen(indexes) })
}
