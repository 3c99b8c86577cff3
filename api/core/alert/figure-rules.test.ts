import { describe, expect, it } from '@jest/globals'
import { type About, fallenCoverage, impossibleRatio, lowCoverage, slumpOfFilling, sumMismatch, surgeOfContests } from './figure-rules.ts'

const about = (day: string): About => ({ township: '古镛镇', demo: false, day: Temporal.PlainDate.from(day) })
const SUNDAY = about('2026-11-22')

/** `19/20` is nineteen of twenty. */
const counted = (text: string) => {
  const [numerator = 0, denominator = 0] = text.split('/').map(Number)
  return { numerator, denominator }
}
const days = (text: string) => text.split(' ').map(counted)

describe('low coverage', () => {
  it.each<[string, string, number | undefined]>([
    ['three days, ten starts in all', '4/4 3/4 2/3 2/3', 0.7],
    ['nine starts in all', '3/3 2/3 2/3 2/3', undefined],
    ['two days', '4/4 5/5 3/5 3/5', undefined],
    ['a good day between', '3/5 3/5 5/5 3/5', undefined],
    ['exactly 95 % is enough', '19/20 19/20 19/20', undefined],
    ['a day without work ends the row', '3/5 0/0 3/5 3/5', undefined],
    ['a fourth day says nothing new', '3/5 3/5 3/5 3/5', undefined],
    ['the tenth day does', `${'3/5 '.repeat(9)}2/5`, 8 / 15],
    ['the eleventh does not', `${'3/5 '.repeat(10)}3/5`, undefined],
    ['nothing at all', '0/0 0/0 0/0', undefined],
  ])('%s', (_what, row, coverage) => {
    const [found] = lowCoverage(SUNDAY, days(row))
    expect(found?.numbers).toEqual(coverage === undefined ? undefined : expect.objectContaining({ coverage, least: 0.95 }))
  })

  it('is of the three days that end with the one looked at', () => {
    expect(lowCoverage(SUNDAY, days('3/5 3/5 2/5'))).toEqual([
      {
        ...{ rule: 'coverage-low', township: '古镛镇', subject: '', demo: false, mutedBy: null, from: '2026-11-20', to: '2026-11-23' },
        ...{ numbers: { coverage: 8 / 15, started: 15, least: 0.95 }, people: 15 },
      },
    ])
  })
})

describe('fallen coverage', () => {
  const week = (text: string) => `${text} 0/0 0/0 0/0 0/0 0/0 0/0`
  it.each<[string, string, string, boolean]>([
    ['six points', '50/50', '47/50', true],
    ['five points', '20/20', '19/20', true],
    ['four points', '50/50', '48/50', false],
    ['a rise', '40/50', '50/50', false],
    ['too few before', '9/9', '5/10', false],
    ['too few now', '10/10', '5/9', false],
    ['nothing before', '0/0', '5/10', false],
  ])('%s', (_what, before, now, fires) => {
    expect(fallenCoverage(SUNDAY, days(`${week(before)} ${week(now)}`))).toHaveLength(fires ? 1 : 0)
  })

  it('is told of whole weeks, on their Sundays', () => {
    const both = days(`${week('50/50')} ${week('40/50')}`)
    expect(fallenCoverage(SUNDAY, both)).toMatchObject([
      { from: '2026-11-16', to: '2026-11-23', numbers: { coverage: 0.8, before: 1, started: 50 }, people: 50 },
    ])
    expect(fallenCoverage(about('2026-11-21'), both)).toEqual([])
  })
})

describe('a slump of filling', () => {
  const usual = { values: [0.9, 0.8, 0.7, 0.9, 0.2], mutedBy: null }
  it.each<[string, string, boolean]>([
    ['below half of the middle', '3/10', true],
    ['half of it', '4/10', false],
    ['nine seats are too few', '0/9', false],
    ['nothing was to be filled', '0/0', false],
  ])('%s', (_what, today, fires) => {
    expect(slumpOfFilling(SUNDAY, counted(today), usual)).toHaveLength(fires ? 1 : 0)
  })

  it('needs some days to be held against', () => {
    expect(slumpOfFilling(SUNDAY, counted('0/10'), { values: [1, 1], mutedBy: null })).toEqual([])
  })

  it('in a season that has nothing of its own to be held against is told with its reason', () => {
    expect(slumpOfFilling(SUNDAY, counted('1/10'), { ...usual, mutedBy: 'autumn-harvest' })).toMatchObject([
      { mutedBy: 'autumn-harvest', numbers: { fillRate: 0.1, usual: 0.8, seats: 10 }, from: '2026-11-22', to: '2026-11-23' },
    ])
  })
})

describe('other figures', () => {
  it('a surge of quarrels says what is usual', () => {
    const usual = { values: [1, 2, 1, 2, 1, 2, 1, 2], mutedBy: null }
    expect(surgeOfContests(SUNDAY, 9, usual)).toMatchObject([{ numbers: { contested: 9, usual: 1.5 }, people: 9 }])
    expect(surgeOfContests(SUNDAY, 2, usual)).toEqual([])
  })

  it.each<[string, string, string, number]>([
    ['more than all', 'insurance_coverage', '3/2', 1],
    ['all', 'insurance_coverage', '2/2', 0],
    ['something of nothing', 'fill_rate', '1/0', 1],
    ['nothing of nothing', 'fill_rate', '0/0', 0],
    ['many who want one job', 'applications_per_job', '9/2', 0],
  ])('a share that is %s', (_what, metric, text, alerts) => {
    expect(impossibleRatio(SUNDAY, metric, counted(text))).toHaveLength(alerts)
  })

  it('a county that is not the sum of its townships', () => {
    expect(sumMismatch(SUNDAY, 'jobs_posted', { whole: 5, parts: 5 })).toEqual([])
    expect(sumMismatch(SUNDAY, 'person_days', { whole: 0.3, parts: 0.1 + 0.2 })).toEqual([])
    expect(sumMismatch(SUNDAY, 'jobs_posted', { whole: 5, parts: 4 })).toMatchObject([
      { rule: 'sum-mismatch', subject: 'jobs_posted', numbers: { whole: 5, parts: 4 } },
    ])
  })
})
