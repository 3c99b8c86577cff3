import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { makeId } from './id.ts'

/** Until the year 10889 the ten characters of time hold. */
const someMs = fc.integer({ min: 0, max: 2 ** 48 - 1 })
const someChance = fc.uint8Array({ minLength: 16, maxLength: 16 })
const atMs = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms)

describe('an id', () => {
  it.each([
    ['the first', 0, 0, '0'.repeat(26)],
    ['one millisecond later', 1, 0, `0000000001${'0'.repeat(16)}`],
    ['32 milliseconds later', 32, 31, `0000000010${'Z'.repeat(16)}`],
    ['the last of 48 bits', 2 ** 48 - 1, 255, `7ZZZZZZZZZ${'Z'.repeat(16)}`],
  ])('%s is spelt in 26 characters of Crockford', (_what, ms, byte, text) => {
    expect(makeId(atMs(ms), new Uint8Array(16).fill(byte))).toBe(text)
  })

  it('sorts as text the way its time does, whatever the chance in it', () => {
    fc.assert(
      fc.property(someMs, someMs, someChance, someChance, (one, other, chance, otherChance) => {
        fc.pre(one !== other)
        expect(makeId(atMs(one), chance) < makeId(atMs(other), otherChance)).toBe(one < other)
      }),
    )
  })

  it('holds no letter that reads like a digit', () => {
    fc.assert(
      fc.property(someMs, someChance, (ms, chance) => {
        expect(makeId(atMs(ms), chance)).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/)
      }),
    )
  })

  it.each([0, 15])('is not made from %p bytes of chance', (bytes) => {
    expect(() => makeId(atMs(0), new Uint8Array(bytes))).toThrow('16')
  })
})
