import { assert } from '../core/assert.ts'
import { fieldAt, isInArray } from './field.ts'
import type { Collection, Doc, FieldPath } from './port.ts'
import { checkSchema } from './schema-check.ts'

type Keys = Readonly<Record<string, readonly FieldPath[]>>

type Declaration<T extends Doc> = Pick<Collection<T>, 'name' | 'schema'> & Partial<Pick<Collection<T>, 'unique' | 'indexes'>>

const IDENTIFIER = /^[a-zA-Z][a-zA-Z0-9_]{0,47}$/
const PATH = /^[a-zA-Z][a-zA-Z0-9_]*(\.[a-zA-Z][a-zA-Z0-9_]*)*$/

function checkKey<T extends Doc>(of: Declaration<T>, key: string, paths: readonly FieldPath[]): void {
  const at = `collection ${of.name}, key ${key}`
  assert(IDENTIFIER.test(key), `${at}: the name is an identifier`)
  assert(paths.length > 0 && new Set(paths).size === paths.length, `${at}: names each field once`)
  for (const path of paths) {
    assert(PATH.test(path), `${at}: ${path} is a dot path`)
    assert(fieldAt(of, path) !== undefined, `${at}: ${path} is not a scalar of one kind in the schema`)
  }
  assert(paths.filter((path) => isInArray(of, path)).length <= 1, `${at}: at most one field lies in an array`)
}

/** An element without the field would count as null for one database and as nothing for the other. */
function checkUnique<T extends Doc>(of: Declaration<T>, key: string, paths: readonly FieldPath[]): void {
  checkKey(of, key, paths)
  const lacking = paths.find((path) => fieldAt(of, path)?.optionalInElement)
  assert(lacking === undefined, `collection ${of.name}, key ${key}: ${lacking} is required in every element of its array`)
}

function checkIndex<T extends Doc>(of: Declaration<T>, key: string, paths: readonly FieldPath[]): void {
  checkKey(of, key, paths)
  assert(paths[0] === 'county', `collection ${of.name}, index ${key}: begins with county`)
}

function checkNames<T extends Doc>(of: Declaration<T>, keys: readonly (readonly [string, readonly FieldPath[]])[]): void {
  const names = keys.map(([key]) => key.toLowerCase())
  assert(new Set([...names, 'id']).size === names.length + 1, `collection ${of.name}: every key has its own name, and 'id' is taken`)
}

function checkFields<T extends Doc>(of: Declaration<T>, keys: Keys): void {
  const fields = Object.values(keys).map((paths) => paths.join(' '))
  assert(new Set(fields).size === fields.length, `collection ${of.name}: no two keys of one kind have the same fields`)
}

function checkIdentity<T extends Doc>(of: Declaration<T>): void {
  for (const [path, kind] of [
    ['id', 'string'],
    ['county', 'string'],
    ['version', 'number'],
  ] as const) {
    const field = fieldAt(of, path)
    assert(field?.kind === kind && !field.inArray && !field.optional, `collection ${of.name}: every document has a ${kind} ${path}`)
  }
}

const frozen = (keys: Keys): Keys =>
  Object.freeze(Object.fromEntries(Object.entries(keys).map(([key, paths]) => [key, Object.freeze([...paths])])))

/** Declares a collection: what it promises is checked here, once, so that no database has to guess later. Throws on a wrong declaration. */
export function collection<T extends Doc>(of: Declaration<T>): Collection<T> {
  const { name, schema, unique = {}, indexes = {} } = of
  assert(IDENTIFIER.test(name), `collection ${name}: the name is an identifier`)
  checkIdentity(of)
  checkSchema(name, schema)
  checkNames(of, [...Object.entries(unique), ...Object.entries(indexes)])
  checkFields(of, unique)
  checkFields(of, indexes)
  for (const [key, paths] of Object.entries(unique)) checkUnique(of, key, paths)
  for (const [key, paths] of Object.entries(indexes)) checkIndex(of, key, paths)
  return Object.freeze({ name, schema, unique: frozen(unique), indexes: frozen(indexes) })
}
