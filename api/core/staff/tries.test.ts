import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { NOW } from '../testing/builders.ts'
import { type Allowance, giveTryBack, type Tries, takeTry, usedAt } from './tries.ts'

const FIVE: Allowance = { tries: 5, oneMoreSeconds: 60 }
const NONE: Tries = { used: 0, at: NOW }

/** How many of so many tries, one each so many seconds, are let through. */
function letThrough(count: number, everySeconds: number): number {
  let tries = NONE
  let passed = 0
  for (let nth = 0; nth < count; nth += 1) {
    const taken = takeTry(tries, FIVE, NOW.add({ seconds: nth * everySeconds }))
    if (!taken.ok) continue
    tries = taken.value
    passed += 1
  }
  return passed
}

describe('tries', () => {
  it.each([
    [5, 0, 5],
    [100, 0, 5],
    [100, 60, 100],
    [100, 30, 54],
    [3600, 1, 64],
  ])('of %p, one each %p seconds: %p pass', (count, everySeconds, passed) => {
    expect(letThrough(count, everySeconds)).toBe(passed)
  })

  it('say when the next is allowed, and then it is', () => {
    const spent: Tries = { used: 5, at: NOW }
    expect(takeTry(spent, FIVE, NOW.add({ seconds: 10 }))).toMatchObject({ refusal: 'too-many-requests', facts: { retryAfterSeconds: 50 } })
    expect(takeTry(spent, FIVE, NOW.add({ seconds: 60 }))).toMatchObject({ ok: true })
  })

  it('are forgotten with time, and never more than were made', () => {
    expect(usedAt({ used: 5, at: NOW }, FIVE, NOW.add({ minutes: 4 }))).toBe(1)
    expect(usedAt({ used: 5, at: NOW }, FIVE, NOW.add({ hours: 4 }))).toBe(0)
    expect(usedAt({ used: 5, at: NOW }, FIVE, NOW.subtract({ hours: 4 }))).toBe(5)
  })

  it('that are given back count no more, and never less than nothing', () => {
    expect(giveTryBack({ used: 3, at: NOW }, FIVE, NOW).used).toBe(2)
    expect(giveTryBack(NONE, FIVE, NOW).used).toBe(0)
  })

  it('never pass faster than the allowance, however they come', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 90 }), { minLength: 1, maxLength: 200 }), (waits) => {
        let [tries, passed, seconds] = [NONE, 0, 0]
        for (const wait of waits) {
          seconds += wait
          const taken = takeTry(tries, FIVE, NOW.add({ seconds }))
          if (taken.ok) [tries, passed] = [taken.value, passed + 1]
        }
        expect(passed).toBeLessThanOrEqual(FIVE.tries + Math.floor(seconds / FIVE.oneMoreSeconds) + 1)
      }),
    )
  })
})
