import { assert } from '@linggong/api/core/assert.ts'

/** Draws that are the same for the same seed: a demo county that a crash interrupted must be told again exactly alike. */
export interface Chance {
  /** A whole number from 0 up to but not including `limit`. */
  below(limit: number): number
  /** A whole number, both ends included. */
  between(least: number, most: number): number
  pick<T>(from: readonly T[]): T
  bytes(count: number): Uint8Array
}

const FNV_OFFSET = 0x811c9dc5
const FNV_PRIME = 0x01000193
const TWO_TO_32 = 2 ** 32

const hashOf = (text: string): number =>
  Array.from(text).reduce((hash, sign) => Math.imul(hash ^ (sign.codePointAt(0) ?? 0), FNV_PRIME), FNV_OFFSET)

/** mulberry32: far from good enough for a secret, and good enough for a story. */
export function createChance(seed: string): Chance {
  let state = hashOf(seed)

  function draw(): number {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / TWO_TO_32
  }

  const below = (limit: number): number => Math.floor(draw() * limit)

  return {
    below,
    between: (least, most) => least + below(most - least + 1),
    pick(from) {
      const picked = from[below(from.length)]
      assert(picked !== undefined, 'nothing is picked from nothing')
      return picked
    },
    bytes: (count) => Uint8Array.from({ length: count }, () => below(256)),
  }
}
