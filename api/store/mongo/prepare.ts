import { isDeepStrictEqual } from 'node:util'
import type { mongo } from 'mongoose'
import type { Collection } from '../port.ts'
import { serverCode } from './failure.ts'
import { keysOf } from './keys.ts'
import { basicValidator, validatorOf } from './validator.ts'

const FAILED_TO_PARSE = 9
const INDEX_NOT_FOUND = 27
const NAMESPACE_EXISTS = 48

type Validator = ReturnType<typeof validatorOf>

const rules = (validator: Validator) => ({ validator: { $jsonSchema: validator }, validationLevel: 'strict', validationAction: 'error' })

/** A server that does not know a word of the validator gets one without it rather than none. */
async function withValidator<R>(full: Validator, act: (validator: Validator) => Promise<R>): Promise<R> {
  try {
    return await act(full)
  } catch (error) {
    if (serverCode(error) !== FAILED_TO_PARSE) throw error
    return await act(basicValidator(full))
  }
}

async function updateValidator(database: mongo.Db, name: string, full: Validator): Promise<void> {
  const [info] = await database.listCollections({ name }, { nameOnly: false }).toArray()
  const stored: unknown = info?.options?.['validator']
  const known = [full, basicValidator(full)].some((validator) => isDeepStrictEqual(stored, { $jsonSchema: validator }))
  if (!known) await withValidator(full, (validator) => database.command({ collMod: name, ...rules(validator) }))
}

async function createCollection(database: mongo.Db, of: Collection): Promise<void> {
  const full = validatorOf(of)
  try {
    await withValidator(full, (validator) => database.createCollection(of.name, rules(validator)))
  } catch (error) {
    if (serverCode(error) !== NAMESPACE_EXISTS) throw error
    await updateValidator(database, of.name, full)
  }
}

/** An index of an earlier declaration: a unique one would go on refusing what is allowed by now. */
async function dropUndeclared(collection: mongo.Collection, declared: ReadonlySet<string>): Promise<void> {
  for (const { name } of await collection.listIndexes().toArray()) {
    if (typeof name === 'string' && /^(unique|index) /.test(name) && !declared.has(name)) await dropIndex(collection, name)
  }
}

async function dropIndex(collection: mongo.Collection, name: string): Promise<void> {
  try {
    await collection.dropIndex(name)
  } catch (error) {
    if (serverCode(error) !== INDEX_NOT_FOUND) throw error // another process was faster
  }
}

/** Makes the database's collection what its declaration says. Safe to repeat, by several processes at once. */
export async function prepareCollection(database: mongo.Db, of: Collection): Promise<void> {
  await createCollection(database, of)
  const collection = database.collection(of.name)
  const keys = keysOf(of)
  await dropUndeclared(collection, new Set(keys.map(({ name }) => name)))
  if (keys.length > 0) await collection.createIndexes(keys.map((key) => ({ ...key })))
}
