import { z } from 'zod'
import { assert } from '../core/assert.ts'
import { type Json, type JsonObject, storable } from './json.ts'
import { BadDocument, type Collection, type Doc, type FieldPath, type Scalar } from './port.ts'

/** Which fields are wrong and how, without what they hold: personal data never reaches a log through an error. */
function misfit(of: Collection, issues: readonly z.core.$ZodIssue[]): BadDocument {
  const fields = issues.slice(0, 5).map((issue) => `${issue.path.map(String).join('.') || 'the document'} (${issue.code})`)
  return new BadDocument(`${of.name} does not fit its schema: ${fields.join(', ')}`)
}

const isObject = (value: Json): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)

const isName = (value: string, length: number): boolean => value !== '' && value.length <= length && value.isWellFormed()

/** The county stands before a slash in MongoDB's `_id`, so it holds none itself. */
function checkIdentity(doc: Doc): void {
  if (!isName(doc.county, 32) || doc.county.includes('/')) throw new BadDocument('county: a code of 1–32 characters without a slash')
  if (!isName(doc.id, 200)) throw new BadDocument('id: 1–200 characters')
  if (!Number.isSafeInteger(doc.version) || doc.version < 1) throw new BadDocument('version: a whole number from 1')
}

/** The domain's document → what is stored, checked by the collection's schema and by what both databases can keep. */
export function toStored<T extends Doc>(into: Collection<T>, doc: T): JsonObject {
  checkIdentity(doc)
  const encoded = z.safeEncode(into.schema, doc)
  if (!encoded.success) throw misfit(into, encoded.error.issues)
  const stored = storable(encoded.data)
  assert(isObject(stored), `${into.name}: a document is an object`)
  return stored
}

/** What is stored → the domain's document; a document that no longer fits throws instead of travelling on half read. */
export function fromStored<T extends Doc>(from: Collection<T>, stored: unknown): T {
  const decoded = z.safeDecode(from.schema, stored)
  if (!decoded.success) throw misfit(from, decoded.error.issues)
  return decoded.data
}

function fieldOf(value: Json, name: string): Json {
  return isObject(value) && Object.hasOwn(value, name) ? (value[name] ?? null) : null
}

function collect(value: Json, path: readonly string[]): readonly Scalar[] {
  if (Array.isArray(value)) return value.flatMap((element: Json) => collect(element, path))
  const [field, ...rest] = path
  if (field !== undefined) return collect(fieldOf(value, field), rest)
  return [typeof value === 'object' ? null : value]
}

/** The distinct scalars at a dot path, one for each element where it runs through an array; null stands for absent. */
export const valuesAt = (stored: Json, path: FieldPath): readonly Scalar[] => [...new Set(collect(stored, path.split('.')))]

/** The one scalar at a path that runs through no array. */
export const valueAt = (stored: Json, path: FieldPath): Scalar => valuesAt(stored, path)[0] ?? null
