import { describe, expect, it } from '@jest/globals'
import { countyDay } from '../clock.ts'
import { ageOn, isMinor, refuseChild } from './age.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const TODAY = '2026-11-23'

describe('age', () => {
  it.each([
    ['15, on the last day', '2010-11-24', 15, 'child'],
    ['16, on the birthday', '2010-11-23', 16, 'minor'],
    ['16', '2010-11-22', 16, 'minor'],
    ['17, on the birthday', '2009-11-23', 17, 'minor'],
    ['17, on the last day', '2008-11-24', 17, 'minor'],
    ['18, on the birthday', '2008-11-23', 18, 'adult'],
    ['65, on the last day', '1960-11-24', 65, 'adult'],
    ['66, on the birthday', '1960-11-23', 66, 'adult'],
    ['0, born today', '2026-11-23', 0, 'child'],
  ])('is %s', (_what, birthDay, years, group) => {
    expect(ageOn(day(TODAY), day(birthDay))).toBe(years)
    expect(refuseChild(years)).toEqual(group === 'child' ? { ok: false, refusal: 'under-age', facts: { leastYears: 16 } } : undefined)
    expect(isMinor(years)).toBe(group === 'minor')
  })

  it.each([
    ['before midnight in Shanghai', '2026-11-22T23:59:59.999+08:00', 15],
    ['at midnight in Shanghai, still the day before in London', '2026-11-23T00:00:00+08:00', 16],
    ['when the day begins in London', '2026-11-23T00:00:00Z', 16],
  ])('turns with the county day: %s', (_what, instant, years) => {
    expect(ageOn(countyDay(Temporal.Instant.from(instant)), day('2010-11-23'))).toBe(years)
  })

  it.each([
    ['2026-02-28', 17],
    ['2026-03-01', 18],
    ['2028-02-28', 19],
    ['2028-02-29', 20],
  ])('of who was born on 29 February 2008 is on %s %d', (on, years) => {
    expect(ageOn(day(on), day('2008-02-29'))).toBe(years)
  })
})
