import { describe, expect, it } from '@jest/globals'
import { newYearOf, seasonsIn } from './season.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const kinds = (from: string, to: string) =>
  seasonsIn({ from: day(from), to: day(to) }).map((season) => [season.kind, season.from.toString()])

describe('what comes every year', () => {
  it.each([
    [2020, '2020-01-25'],
    [2021, '2021-02-12'],
    [2022, '2022-02-01'],
    [2023, '2023-01-22'],
    [2024, '2024-02-10'],
    [2025, '2025-01-29'],
    [2026, '2026-02-17'],
    [2027, '2027-02-06'],
    [2028, '2028-01-26'],
    [2029, '2029-02-13'],
    [2030, '2030-02-03'],
    [2031, '2031-01-23'],
    [2032, '2032-02-11'],
    [2033, '2033-01-31'],
    [2034, '2034-02-19'],
    [2035, '2035-02-08'],
  ])('the Chinese year that begins in %i begins on %s', (year, text) => {
    expect(newYearOf(year).toString()).toBe(text)
  })

  it('meets a range from its first day to the day before its last', () => {
    expect(kinds('2026-02-09', '2026-02-10')).toEqual([])
    expect(kinds('2026-02-10', '2026-02-11')).toEqual([['spring-festival', '2026-02-10']])
    expect(kinds('2026-03-03', '2026-03-04')).toEqual([['spring-festival', '2026-02-10']])
    expect(kinds('2026-03-04', '2026-03-05')).toEqual([])
  })

  it('stands in the order of the days', () => {
    expect(kinds('2025-01-01', '2026-01-01').map(([kind]) => kind)).toEqual([
      'spring-festival',
      'policy',
      'wheat-harvest',
      'autumn-harvest',
    ])
  })
})
