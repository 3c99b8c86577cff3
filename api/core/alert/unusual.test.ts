import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { deviationOf, isFarAbove, meanOf, medianOf, poissonTail } from './unusual.ts'

describe('what is usual', () => {
  /** 2, 4, 4, 4, 5, 5, 7, 9: mean 5; squares 9+1+1+1+0+0+4+16 = 32; 32 / 7 = 4.5714; its root 2.1381. */
  const known = [2, 4, 4, 4, 5, 5, 7, 9]

  it('has the mean and the deviation that are worked out by hand', () => {
    expect(meanOf(known)).toBe(5)
    expect(deviationOf(known)).toBeCloseTo(2.13809, 5)
  })

  it.each<[string, readonly number[], number | null]>([
    ['of nothing', [], null],
    ['of one', [3], 3],
    ['of two', [1, 4], 2.5],
    ['of an odd number', [9, 1, 5], 5],
    ['of an even number', [4, 1, 3, 2], 2.5],
  ])('has a middle %s', (_what, values, middle) => {
    expect(medianOf(values)).toBe(middle)
  })

  it.each<[string, number, readonly number[], boolean]>([
    /** 5 + 3 × 2.13809 = 11.414. */
    ['eleven is below three deviations', 11, known, false],
    ['twelve is above them', 12, known, true],
    ['ten cases the same each week have no spread: one more is far', 3, [2, 2, 2, 2, 2], true],
    ['and as many are not', 2, [2, 2, 2, 2, 2], false],
    /** Eight cases in eight weeks, one a week: 4 or more come by chance in 1.9 %, 5 or more in 0.37 %, 6 or more in 0.059 %. */
    ['five where one is usual is chance', 5, [1, 1, 1, 1, 1, 1, 1, 1], false],
    ['six where one is usual is not', 6, [1, 1, 1, 1, 1, 1, 1, 1], true],
    /** None in eight weeks is taken as one in all: 2 or more in 0.72 %, 3 or more in 0.030 %. */
    ['two where there was none is chance', 2, [0, 0, 0, 0, 0, 0, 0, 0], false],
    ['three where there was none is not', 3, [0, 0, 0, 0, 0, 0, 0, 0], true],
    ['nothing is known of one week', 100, [1], false],
    ['nothing is known of no week', 100, [], false],
  ])('%s', (_what, count, usual, far) => {
    expect(isFarAbove(count, usual)).toBe(far)
  })
})

describe('the Poisson tail', () => {
  /** By hand: 1 − e^−mean × (1 + mean + mean²/2 + …). */
  it.each([
    [0, 3, 1],
    [1, 1, 0.6321205588],
    [2, 1, 0.2642411177],
    [3, 0.5, 0.0143877],
    [4, 1, 0.0189881569],
    [5, 1, 0.0036598468],
    [6, 1, 0.0005941848],
    [3, 0.125, 0.0002964775],
    [10, 2, 0.0000464981],
    [20, 5, 0.00000034521],
  ])('of %i or more where %d are usual is %d', (count, mean, chance) => {
    expect(poissonTail(count, mean)).toBeCloseTo(chance, 7)
  })

  it('is a chance, falls with the count, rises with the mean', () => {
    const means = fc.double({ min: 0.01, max: 50, noNaN: true })
    fc.assert(
      fc.property(fc.nat({ max: 200 }), means, means, (count, mean, more) => {
        const tail = poissonTail(count, mean)
        expect(tail).toBeGreaterThanOrEqual(0)
        expect(tail).toBeLessThanOrEqual(1)
        expect(poissonTail(count + 1, mean)).toBeLessThanOrEqual(tail + 1e-12)
        expect(poissonTail(count, mean + more)).toBeGreaterThanOrEqual(tail - 1e-12)
      }),
    )
  })

  it('leaves out of one exactly what is below it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.double({ min: 0.1, max: 30, noNaN: true }), (count, mean) => {
        let exactly = Math.exp(-mean)
        for (let each = 1; each <= count; each += 1) exactly *= mean / each
        expect(poissonTail(count, mean) - poissonTail(count + 1, mean)).toBeCloseTo(exactly, 9)
      }),
    )
  })

  it('more of the same is never less unusual', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 30 }), { minLength: 2, maxLength: 8 }), fc.nat({ max: 60 }), (usual, count) => {
        if (isFarAbove(count, usual)) expect(isFarAbove(count + 1, usual)).toBe(true)
      }),
    )
  })
})
