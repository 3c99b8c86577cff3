import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { countyDay, inCounty, instantText, isBefore, startOfCountyDay } from './clock.ts'
import { at } from './testing/builders.ts'

describe('the county day', () => {
  it.each([
    ['2026-11-22T23:59:59.999+08:00', '2026-11-22'],
    ['2026-11-23T00:00:00+08:00', '2026-11-23'],
    ['2026-11-22T16:00:00Z', '2026-11-23'],
    ['2026-12-31T16:00:00Z', '2027-01-01'],
    ['2028-02-28T16:00:00Z', '2028-02-29'],
  ])('of %s is %s', (instant, day) => {
    expect(countyDay(at(instant)).toString()).toBe(day)
    expect(countyDay(startOfCountyDay(Temporal.PlainDate.from(day))).toString()).toBe(day)
  })

  it('is what the calendar of Shanghai says at any moment, summers with another hour included', () => {
    const moments = fc.integer({ min: Date.UTC(1980, 0, 1), max: Date.UTC(2100, 0, 1) })
    fc.assert(
      fc.property(moments, (ms) => {
        const moment = Temporal.Instant.fromEpochMilliseconds(ms)
        expect(countyDay(moment).toString()).toBe(moment.toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString())
      }),
      { numRuns: 500 },
    )
  })

  it('begins at midnight in Shanghai, wherever the machine stands', () => {
    expect(startOfCountyDay(Temporal.PlainDate.from('2026-11-23'))).toEqual(at('2026-11-22T16:00:00Z'))
    expect(inCounty(at('2026-11-22T23:30:00Z')).toPlainTime()).toEqual(Temporal.PlainTime.from('07:30'))
  })
})

describe('an instant', () => {
  it('is before a later one only', () => {
    const noon = at('2026-11-23T12:00:00Z')
    expect(isBefore(noon, noon.add({ milliseconds: 1 }))).toBe(true)
    expect(isBefore(noon, noon)).toBe(false)
    expect(isBefore(noon, noon.subtract({ milliseconds: 1 }))).toBe(false)
  })

  it.each([
    ['2026-11-23T07:30:00+08:00', '2026-11-22T23:30:00.000Z'],
    ['2026-11-23T07:30:00.120+08:00', '2026-11-22T23:30:00.120Z'],
  ])('%s is written with all its milliseconds', (instant, text) => {
    expect(instantText(at(instant))).toBe(text)
  })
})
