import { describe, expect, it } from '@jest/globals'
import { deriveId, randomDigits, randomId } from './digest.ts'

const AT = Temporal.Instant.from('2026-11-23T07:30:00+08:00')
const SHAPE = /^[0-9A-HJKMNP-TV-Z]{26}$/
const falling = (...bytes: readonly number[]) => {
  const left = [...bytes]
  return { bytes: (count: number) => Uint8Array.from({ length: count }, () => left.shift() ?? 0) }
}

describe('a derived id', () => {
  it('never changes, or what was stored under it would be stored again', () => {
    expect(deriveId('take', 'take:job-1:liao')).toBe('0A8TFKF4ANSESXWPCX8RSZKT09')
    expect(deriveId('take', 'take:job-1:liao')).toMatch(SHAPE)
  })

  it('differs by key and by kind, also where the two run together', () => {
    const ids = [deriveId('take', 'a'), deriveId('take', 'b'), deriveId('policy', 'a'), deriveId('takea', ''), deriveId('', 'takea')]
    expect(new Set(ids).size).toBe(5)
  })

  it('has not been seen to fall together in 20 000', () => {
    expect(new Set(Array.from({ length: 20_000 }, (_, index) => deriveId('job', `${index}`))).size).toBe(20_000)
  })
})

describe('a random id', () => {
  it('sorts by time and differs within one millisecond', () => {
    const ids = Array.from({ length: 1000 }, () => randomId<'job'>(AT))
    expect(new Set(ids).size).toBe(1000)
    expect(ids.every((id) => SHAPE.test(id) && id < randomId<'job'>(AT.add({ milliseconds: 1 })))).toBe(true)
  })
})

describe('random digits', () => {
  it('are as many as asked for', () => {
    expect(randomDigits(4)).toMatch(/^\d{4}$/)
    expect(randomDigits(0)).toBe('')
  })

  it('throw away the bytes that would favour low digits', () => {
    expect(randomDigits(4, falling(250, 9, 255, 10, 249, 0))).toBe('9090')
  })
})
