import type { Collection, FieldPath } from '../port.ts'
import { type Filter, lowestOf } from './filter.ts'

export interface MongoKey {
  readonly key: Record<string, 1>
  readonly name: string
  readonly unique?: true
  readonly partialFilterExpression?: Filter
}

const ascending = (fields: readonly FieldPath[]): Record<string, 1> => Object.fromEntries(fields.map((field) => [field, 1]))

/** Named by its fields: an index that means something else has another name, and none is ever changed in place. */
const uniqueName = (fields: readonly FieldPath[]): string => `unique ${fields.join(' ')}`

export const indexName = (of: Collection, index: string): string => `index ${(of.indexes[index] ?? []).join(' ')}`

/** Only documents that have every field of a unique key are in it. */
const uniqueKey = (of: Collection, fields: readonly FieldPath[]): MongoKey => ({
  key: ascending(fields),
  name: uniqueName(fields),
  unique: true,
  partialFilterExpression: Object.fromEntries(fields.map((field) => [field, { $gte: lowestOf(of, field) }])),
})

/** An index ends with the id, so that rows equal in all its fields still have one order. */
const plainKey = (of: Collection, index: string): MongoKey => ({
  key: ascending([...(of.indexes[index] ?? []), '_id']),
  name: indexName(of, index),
})

export const keysOf = (of: Collection): readonly MongoKey[] => [
  ...Object.values(of.unique).map((fields) => uniqueKey(of, fields)),
  ...Object.keys(of.indexes).map((index) => plainKey(of, index)),
]

/** The declared name of the unique index that a server's message speaks of. */
export function duplicateIn(of: Collection, message: string): string | undefined {
  const index = /index: (.+?) dup key/i.exec(message)?.[1] ?? /Index '(.+?)'/.exec(message)?.[1]
  if (index === undefined || index.startsWith('_id_')) return index === undefined ? undefined : 'id'
  return Object.entries(of.unique).find(([, fields]) => uniqueName(fields) === index)?.[0]
}
