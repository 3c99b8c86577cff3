import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import type { Scalar } from '../port.ts'
import { behindKey, behindNull, behindPrefix, sortKey } from './sort-key.ts'

const text = fc.string({ unit: fc.oneof(fc.constantFrom('\0', '\u0001', 'a', '￿', '😀'), fc.string({ unit: 'grapheme', maxLength: 1 })) })
const number = fc.double({ noNaN: true }).map((value) => (value === 0 ? 0 : value))
const scalar: fc.Arbitrary<Scalar> = fc.oneof(text, number, fc.boolean(), fc.constant(null))

const rank = (value: Scalar): number => {
  if (value === null) return 0
  if (typeof value === 'number') return 1
  return typeof value === 'string' ? 2 : 3
}

function compareScalars(a: Scalar, b: Scalar): number {
  if (rank(a) !== rank(b)) return rank(a) - rank(b)
  if (typeof a === 'string' && typeof b === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(b))
  return Number(a) < Number(b) ? -1 : Number(a) > Number(b) ? 1 : 0
}

function compareTuples(a: readonly Scalar[], b: readonly Scalar[]): number {
  const at = a.findIndex((value, index) => compareScalars(value, b[index] ?? null) !== 0)
  return at < 0 ? 0 : compareScalars(a[at] ?? null, b[at] ?? null)
}

const tuple = fc.array(scalar, { minLength: 3, maxLength: 3 })

describe('sort keys', () => {
  it('compare as their values do', () => {
    fc.assert(fc.property(tuple, tuple, (a, b) => Math.sign(Buffer.compare(sortKey(a), sortKey(b))) === Math.sign(compareTuples(a, b))))
  })

  it('put exactly the tuples of a prefix into its interval', () => {
    const inside = (prefix: Buffer, key: Buffer) => Buffer.compare(key, prefix) >= 0 && Buffer.compare(key, behindPrefix(prefix)) < 0
    fc.assert(
      fc.property(scalar, tuple, scalar, (first, rest, other) => {
        expect(inside(sortKey([first]), sortKey([first, ...rest]))).toBe(true)
        expect(inside(sortKey([first]), sortKey([other, ...rest]))).toBe(compareScalars(first, other) === 0)
      }),
    )
  })

  it('leave nothing between a key and the place behind it', () => {
    fc.assert(
      fc.property(tuple, tuple, (a, b) => {
        const behind = Buffer.compare(sortKey(b), behindKey(sortKey(a))) >= 0
        expect(behind).toBe(compareTuples(b, a) > 0)
      }),
    )
  })

  it('separate null from every value', () => {
    fc.assert(
      fc.property(scalar, scalar, (first, value) => {
        const real = Buffer.compare(sortKey([first, value]), behindNull(sortKey([first]))) >= 0
        expect(real).toBe(value !== null)
      }),
    )
  })
})
