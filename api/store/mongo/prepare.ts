import { isDeepStrictEqual } from 'node:util'
import type { mongo } from 'mongoose'
import type { Collection } from '../port.ts'
import { agree, agreedOn } from './agreed-validator.ts'
import { serverCode } from './failure.ts'
import { keysOf } from './keys.ts'
import { basicValidator, validatorOf } from './validator.ts'

const FAILED_TO_PARSE = 9
const COMMAND_NOT_FOUND = 59
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

async function currentValidator(database: mongo.Db, name: string): Promise<unknown> {
  const [info] = await database.listCollections({ name }, { nameOnly: false }).toArray()
  return info?.options?.['validator']
}

/**
 * Only a validator that a later release can change is set at all: on a server without `collMod` (DocumentDB's) one that stayed would refuse
 * what that release writes. There the schema is checked on this side alone; a validator that is on such a server already is a reason not
 * to begin.
 */
async function setValidator(database: mongo.Db, name: string, full: Validator): Promise<void> {
  const current = await currentValidator(database, name)
  if ([full, basicValidator(full)].some((validator) => isDeepStrictEqual(current, { $jsonSchema: validator }))) return
  try {
    await withValidator(full, (validator) => database.command({ collMod: name, ...rules(validator) }))
  } catch (error) {
    if (serverCode(error) !== COMMAND_NOT_FOUND) throw error
    if (current !== undefined)
      throw new Error(`the collection ${name} has a validator of another release, and this server cannot change it (no collMod)`)
  }
}

/** While two releases run side by side, the older one leaves the validator of the newer, which takes more. */
export interface Releases {
  readonly release: number
  /** Told once for each collection in which a newer release has been. */
  readonly onNewer: (name: string, release: number) => void
}

/**
 * The validator cannot be set on condition, so it is agreed on first, in a document that can, and looked at again behind: whoever was
 * overtaken in between sets what was agreed on meanwhile. A crash between the two is made good by the next who comes.
 */
async function setAgreed(database: mongo.Db, of: Collection, { release, onNewer }: Releases): Promise<void> {
  let agreed = await agree(database, of.name, { release, validator: JSON.stringify(validatorOf(of)) })
  if (agreed.release > release) onNewer(of.name, agreed.release)
  for (;;) {
    const validator: Validator = JSON.parse(agreed.validator)
    await setValidator(database, of.name, validator)
    const now = await agreedOn(database, of.name)
    if (now === null || now.validator === agreed.validator) return
    agreed = now
  }
}

async function createCollection(database: mongo.Db, name: string): Promise<void> {
  try {
    await database.createCollection(name)
  } catch (error) {
    if (serverCode(error) !== NAMESPACE_EXISTS) throw error
  }
}

/**
 * Makes the database's collection what its declaration says; safe to repeat, by several processes at once. It only ever adds indexes:
 * while two releases run side by side, the older one must not take away what the newer relies on. Dropping one that nobody declares
 * any more is an operator's decision.
 */
export async function prepareCollection(database: mongo.Db, of: Collection, releases: Releases): Promise<void> {
  await createCollection(database, of.name)
  await setAgreed(database, of, releases)
  const keys = keysOf(of)
  if (keys.length > 0) await database.collection(of.name).createIndexes(keys.map((key) => ({ ...key })))
}
