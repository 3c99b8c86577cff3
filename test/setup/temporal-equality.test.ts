import { describe, expect, it } from '@jest/globals'

const unequal: readonly (readonly [string, unknown, unknown])[] = [
  ['two instants', Temporal.Instant.from('2026-11-23T00:00:00Z'), Temporal.Instant.from('2026-11-23T00:00:01Z')],
  ['instants one nanosecond apart', Temporal.Instant.fromEpochNanoseconds(1n), Temporal.Instant.fromEpochNanoseconds(2n)],
  ['two days', Temporal.PlainDate.from('2026-11-23'), Temporal.PlainDate.from('2026-11-24')],
  ['two times of day', Temporal.PlainTime.from('07:30'), Temporal.PlainTime.from('07:31')],
  ['two durations', Temporal.Duration.from('PT1H'), Temporal.Duration.from('PT2H')],
  ['two months', Temporal.PlainYearMonth.from('2026-11'), Temporal.PlainYearMonth.from('2026-12')],
  [
    'two zones',
    Temporal.ZonedDateTime.from('2026-11-23T08:00[Asia/Shanghai]'),
    Temporal.ZonedDateTime.from('2026-11-23T08:00[Asia/Tokyo]'),
  ],
  ['an instant and a day', Temporal.Instant.from('2026-11-23T00:00:00Z'), Temporal.PlainDate.from('2026-11-23')],
  ['an instant and its text', Temporal.Instant.from('2026-11-23T00:00:00Z'), '2026-11-23T00:00:00Z'],
  ['an instant and an empty object', Temporal.Instant.from('2026-11-23T00:00:00Z'), {}],
]

describe('comparing Temporal values', () => {
  it.each(unequal)('finds %s unequal', (_what, left, right) => {
    expect(() => expect(left).toEqual(right)).toThrow()
    expect(() => expect({ at: [left] }).toEqual({ at: [right] })).toThrow()
    expect(() => expect({ at: left }).toStrictEqual({ at: right })).toThrow()
    expect(() => expect({ at: left, id: 'one' }).toMatchObject({ at: right })).toThrow()
    expect(left).not.toEqual(right)
  })

  it('finds two equal instants equal', () => {
    expect({ at: Temporal.Instant.from('2026-11-23T00:00:00Z') }).toEqual({ at: Temporal.Instant.from('2026-11-23T08:00:00+08:00') })
  })
})
