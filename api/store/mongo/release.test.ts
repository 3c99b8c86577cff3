import { describe, expect, it } from '@jest/globals'
import { RELEASE, releaseName, releaseNumber } from './release.ts'

describe('a release', () => {
  it('sorts as versions follow one another', () => {
    const versions = ['0.1.0', '0.1.1', '0.2.0', '0.10.0', '1.0.0', '1.0.10', '10.2.3']
    const numbers = versions.map(releaseNumber)
    expect(numbers.toSorted((one, other) => one - other)).toEqual(numbers)
    expect(numbers.map(releaseName)).toEqual(versions)
    expect(RELEASE).toBeGreaterThan(0)
  })

  it.each(['', '1', '1.2', '1.2.x', 'v1.2.3', '1.2.3.4', '1.1000.0'])('is not %p', (version) => {
    expect(() => releaseNumber(version)).toThrow('no version')
  })
})
