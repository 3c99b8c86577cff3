import type { z } from 'zod'
import { assert } from '../core/assert.ts'
import { definitionOf } from './schema-shape.ts'

type AnySchema = z.core.$ZodType

function partsOf(schema: AnySchema): readonly AnySchema[] {
  const def = definitionOf(schema)
  switch (def.type) {
    case 'object':
      return Object.values(def.shape)
    case 'array':
      return [def.element]
    case 'record':
      return [def.valueType]
    case 'union':
      return def.options
    case 'intersection':
      return [def.left, def.right]
    case 'tuple':
      return def.items
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'readonly':
    case 'nonoptional':
      return [def.innerType]
    case 'pipe':
      return [def.in]
    case 'lazy':
      return [def.getter()]
    default:
      return []
  }
}

const isOneWay = (schema: AnySchema): boolean => {
  const def = definitionOf(schema)
  if (def.type === 'transform') return true
  return def.type === 'pipe' && (definitionOf(def.in).type === 'transform' || definitionOf(def.out).type === 'transform')
}

const isOpen = (schema: AnySchema): boolean => {
  const def = definitionOf(schema)
  return def.type === 'object' && (def.catchall === undefined || definitionOf(def.catchall).type !== 'never')
}

/**
 * What is written must come back as it was: an object that is not strict would drop or keep unknown fields in silence, and a plain
 * transform cannot be turned around. Both are found when the collection is declared instead of when the first document is lost.
 */
export function checkSchema(name: string, schema: AnySchema, seen: Set<AnySchema> = new Set()): void {
  if (seen.has(schema)) return
  seen.add(schema)
  assert(!isOpen(schema), `collection ${name}: every object of the schema is a z.strictObject`)
  assert(!isOneWay(schema), `collection ${name}: a one-way transform cannot be stored, use z.codec`)
  for (const part of partsOf(schema)) checkSchema(name, part, seen)
}
