import { describe, expect, it } from '@jest/globals'
import { z } from 'zod'
import { fen } from '../core/money.ts'
import { fenAmount, instant, plainDate } from './codecs.ts'

const at = Temporal.Instant.from('2026-11-23T07:30:00+08:00')

describe('what is stored of time and money', () => {
  it('stores an instant as text of fixed width', () => {
    expect(z.encode(instant, at)).toBe('2026-11-22T23:30:00.000Z')
    expect(z.decode(instant, '2026-11-22T23:30:00.000Z')).toEqual(at)
  })

  it('stores a day and an amount as they are written', () => {
    expect(z.encode(plainDate, Temporal.PlainDate.from('2026-11-23'))).toBe('2026-11-23')
    expect(z.decode(plainDate, '2026-11-23')).toEqual(Temporal.PlainDate.from('2026-11-23'))
    expect(z.decode(fenAmount, z.encode(fenAmount, fen(12_345)))).toBe(12_345)
  })

  it.each(['2026-11-22T23:30:00Z', '2026-11-23T07:30:00.000+08:00', '2026-02-30T00:00:00.000Z', '+012026-11-22T23:30:00.000Z', '', 'now'])(
    'refuses to read the instant %s',
    (text) => expect(z.safeDecode(instant, text).success).toBe(false),
  )

  it.each(['2026-02-30', '2026-1-1', '20261123', '2026-11-23T00:00', '2026-13-01'])('refuses to read the day %s', (text) =>
    expect(z.safeDecode(plainDate, text).success).toBe(false),
  )

  it('refuses to write what would not come back as it was', () => {
    expect(z.safeEncode(instant, at.add({ microseconds: 1 })).success).toBe(false)
    expect(z.safeEncode(instant, Temporal.Instant.from('+012026-11-22T23:30:00Z')).success).toBe(false)
    expect(z.safeEncode(plainDate, Temporal.PlainDate.from('2026-11-23[u-ca=chinese]')).success).toBe(false)
    expect(z.safeDecode(fenAmount, 1.5).success).toBe(false)
    expect(z.safeDecode(fenAmount, 2 ** 53).success).toBe(false)
  })
})
