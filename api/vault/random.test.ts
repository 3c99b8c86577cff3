import { describe, expect, it } from '@jest/globals'
import { nodeRandom } from './random.ts'

const drawn = (count: number, bytes: number) => Array.from({ length: count }, () => Buffer.from(nodeRandom.bytes(bytes)).toString('hex'))

describe('random bytes', () => {
  it.each([0, 1, 12, 32, 4096, 5000])('are as many as asked for: %d', (count) => {
    expect(nodeRandom.bytes(count).length).toBe(count)
  })

  it.each([12, 32, 1000, 4096, 5000])('never come twice, nor as what a used-up pool holds (%d at a time)', (bytes) => {
    const all = drawn(2000, bytes)
    expect(new Set(all).size).toBe(2000)
    expect(all.some((hex) => /^0+$/.test(hex))).toBe(false)
  })

  it('belong to whoever got them', () => {
    const [first, second] = [nodeRandom.bytes(16), nodeRandom.bytes(16)]
    const before = Buffer.from(second).toString('hex')
    first.fill(1)
    nodeRandom.bytes(4096)
    expect(Buffer.from(second).toString('hex')).toBe(before)
  })
})
