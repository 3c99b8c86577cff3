import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { newYearOf, seasonsIn } from '../statistics/season.ts'
import { FOUR_WEEKS, SAME_WEEKDAY, usualDays } from './usual-days.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const texts = (of: string, step = SAME_WEEKDAY) => usualDays(day(of), step).days.map((each) => each.toString())

describe('the days that a day is held against', () => {
  it('are the same weekdays of eight weeks', () => {
    expect(texts('2026-07-29')).toEqual([
      ...['2026-07-22', '2026-07-15', '2026-07-08', '2026-07-01', '2026-06-24'],
      /** 17 June and before is wheat harvest, up to 21 May. */
      ...['2026-05-20', '2026-05-13', '2026-05-06'],
    ])
  })

  it('are the four weeks before, those of the Spring Festival left out', () => {
    const found = texts('2026-03-10', FOUR_WEEKS)
    expect(found).toHaveLength(28)
    expect(found.slice(0, 7)).toEqual(['2026-03-09', '2026-03-08', '2026-03-07', '2026-03-06', '2026-03-05', '2026-03-04', '2026-02-09'])
  })

  it.each([
    /** New Year 2026 is 17 February, 2025 29 January: each its own New Year's week. */
    ['New Year itself', '2026-02-17', '2025-01-26', '2025-02-01'],
    ['小年', '2026-02-10', '2025-01-19', '2025-01-25'],
    ['the day before 元宵', '2026-03-02', '2025-02-08', '2025-02-14'],
    ['a day of the wheat harvest', '2026-06-01', '2025-05-29', '2025-06-04'],
  ])('in a season are the same week of the last one: %s', (_what, of, first, last) => {
    const found = texts(of)
    expect([found.length, found[0], found.at(-1)]).toEqual([7, first, last])
    expect(usualDays(day(of), FOUR_WEEKS)).toEqual(usualDays(day(of), SAME_WEEKDAY))
  })

  it('are never of a season unless the day itself is, and always before it', () => {
    const days = fc.integer({ min: 0, max: 5000 }).map((after) => day('2022-01-01').add({ days: after }))
    fc.assert(
      fc.property(days, fc.constantFrom(SAME_WEEKDAY, FOUR_WEEKS), (of, step) => {
        const { days: found, season } = usualDays(of, step)
        for (const each of found) expect(Temporal.PlainDate.compare(each, of)).toBe(-1)
        if (season !== null) return
        expect(found).toHaveLength(step.count)
        for (const each of found) {
          const seasons = seasonsIn({ from: each, to: each.add({ days: 1 }) }).filter(({ kind }) => kind !== 'policy')
          expect(seasons).toEqual([])
        }
      }),
    )
  })

  it('in the week of New Year hold the week of the New Year before', () => {
    for (let year = 2021; year <= 2035; year += 1) {
      const { days: found, season } = usualDays(newYearOf(year), SAME_WEEKDAY)
      expect([season, found[3]?.toString()]).toEqual(['spring-festival', newYearOf(year - 1).toString()])
    }
  })
})
