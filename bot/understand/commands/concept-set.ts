import { assert } from '@linggong/api/core/assert.ts'
import { CONCEPTS } from './concepts.ts'

/** A set of concepts, a bit for each; they take three numbers. */
export interface ConceptSet {
  readonly low: number
  readonly middle: number
  readonly high: number
}

const BITS = 32

const PLACES: ReadonlyMap<string, number> = new Map(CONCEPTS.map((concept, place) => [concept, place] as const))
assert(CONCEPTS.length <= 3 * BITS, 'three numbers have a bit for each concept')

export function conceptSet(concepts: readonly string[]): ConceptSet {
  const bits: [number, number, number] = [0, 0, 0]
  for (const concept of concepts) {
    const place = PLACES.get(concept)
    assert(place !== undefined, `the vocabulary has the concept ${concept}`)
    const index = place < BITS ? 0 : place < 2 * BITS ? 1 : 2
    bits[index] |= 1 << (place % BITS)
  }
  return { low: bits[0], middle: bits[1], high: bits[2] }
}

/** Whether the two have a concept in common. */
export const meet = (one: ConceptSet, other: ConceptSet): boolean =>
  ((one.low & other.low) | (one.middle & other.middle) | (one.high & other.high)) !== 0

export const union = (one: ConceptSet, other: ConceptSet): ConceptSet => ({
  low: one.low | other.low,
  middle: one.middle | other.middle,
  high: one.high | other.high,
})
