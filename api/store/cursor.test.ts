import { describe, expect, it } from '@jest/globals'
import { readPosition } from './cursor.ts'
import { BadCursor } from './port.ts'

describe('what stands in a cursor', () => {
  it('is what was written there', () => {
    expect(readPosition(Buffer.from('["2026-11-23","id"]').toString('base64url'))).toEqual(['2026-11-23', 'id'])
  })

  it.each(['', 'x', Buffer.from('[').toString('base64url'), '____'])('is nothing in %p', (position) => {
    expect(() => readPosition(position)).toThrow(BadCursor)
  })
})
