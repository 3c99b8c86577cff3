import { expect } from '@jest/globals'

/**
 * Temporal values keep their content in internal slots, so a comparison key by key finds two empty objects and calls any two of them equal.
 * This tester compares what they are (`Symbol.toStringTag`) and what they say (`toString()`), which for every Temporal type is the whole value.
 */
function temporalTag(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const tag: unknown = Reflect.get(value, Symbol.toStringTag)
  return typeof tag === 'string' && tag.startsWith('Temporal.') ? tag : undefined
}

function equalTemporals(left: unknown, right: unknown): boolean | undefined {
  const leftTag = temporalTag(left)
  const rightTag = temporalTag(right)
  if (leftTag === undefined && rightTag === undefined) return undefined
  return leftTag === rightTag && String(left) === String(right)
}

expect.addEqualityTesters([equalTemporals])
