import { describe, expect, it } from '@jest/globals'
import { NOW } from '../testing/builders.ts'
import { counted, mismatchRefused, triesLeft } from './identity-tries.ts'
import { askAgainAt } from './verification.ts'

describe('an office that gives no answer', () => {
  it.each([
    [0, 5],
    [3, 5],
    [20, 20],
    [359, 359],
    [6000, 360],
  ])('is asked again, after %i minutes in %i', (waited, next) => {
    expect(askAgainAt(NOW.add({ minutes: waited }), NOW)).toEqual(NOW.add({ minutes: waited + next }))
  })
})

describe('how often one may be wrong', () => {
  it.each([
    [undefined, 0, 3],
    [1, 0, 2],
    [3, 23, 0],
    [9, 23, 0],
    [3, 24, 3],
  ])('%p times %i hours ago leaves %i', (count, hours, left) => {
    const tries = count === undefined ? undefined : { count, since: NOW.subtract({ hours }) }
    expect(triesLeft(tries, NOW)).toBe(left)
  })

  it('begins anew after a day, from the next time on', () => {
    expect(counted({ count: 2, since: NOW }, NOW.add({ hours: 1 }))).toEqual({ count: 3, since: NOW })
    expect(counted({ count: 3, since: NOW }, NOW.add({ hours: 24 }))).toEqual({ count: 1, since: NOW.add({ hours: 24 }) })
  })

  it.each([
    [2, 'identity-mismatch', { triesLeft: 2 }],
    [0, 'identity-locked', {}],
  ])('%i left is %s', (left, refusal, facts) => {
    expect(mismatchRefused(left)).toMatchObject({ refusal, facts })
  })
})
