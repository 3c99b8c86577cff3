import { describe, expect, it } from '@jest/globals'
import { PAGE_SECONDS, pageAt, ROWS_PER_PAGE } from './src/screen/pages.ts'
import { ageText, clockText, dayText, isQuietHour, todayText } from './src/screen/times.ts'
import { type Bar, sortBars } from './src/statistics/options/bars-option.ts'
import { sinceFirst } from './src/statistics/since-first.ts'
import { FIRST_METRIC, overviewUrl, queryUrl, readView, reportUrl, searchOf } from './src/statistics/view.ts'

const at = (text: string): number => Date.parse(`${text}+08:00`)

describe('the address of a view', () => {
  it.each([
    ['', ''],
    [
      '?by=week&at=2026-11-02&region=古镛镇&trade=搬运&metric=fill_rate&parts=employer',
      '?by=week&at=2026-11-02&region=古镛镇&trade=搬运&metric=fill_rate&parts=employer',
    ],
    /* What goes without saying, and what is none of our questions. */
    [`?by=month&metric=${FIRST_METRIC}&parts=trade`, ''],
    ['?parts=anything', ''],
    ['?by=century&at=yesterday&region=&utm_source=chat', ''],
  ])('%s says the same when it is written again', (search, again) => {
    expect(decodeURIComponent(searchOf(readView(search)))).toBe(again)
  })

  it('asks for what it says and leaves out what it does not', () => {
    const view = readView('?region=古镛镇')
    expect(decodeURIComponent(overviewUrl(view))).toBe('/stats/overview?by=month&region=古镛镇')
    expect(decodeURIComponent(reportUrl(view, '2026-11-01'))).toBe('/statistics/report?at=2026-11-01&region=古镛镇')
    expect(queryUrl({ metric: 'fill_rate', breakdown: 'trade', bucket: 'day', from: 'a', to: 'b', trade: undefined })).toBe(
      '/stats/query?metric=fill_rate&breakdown=trade&bucket=day&from=a&to=b',
    )
  })
})

describe('a trend', () => {
  const trend = (...values: (number | null)[]) => values.map((value) => ({ value }))
  it.each([
    [trend(0, 0, 3, 0, 5), trend(3, 0, 5)],
    [trend(null, 0, 3), trend(3)],
    [trend(0, 0), trend(0)],
    [[], []],
  ])('%j begins with what was counted first', (whole, shown) => {
    expect(sinceFirst(whole)).toEqual(shown)
  })
})

it('bars stand by size, and what is kept back stands last', () => {
  const bar = (key: string, value: number | null, suppressed = false): Bar => ({ key, name: key, value, suppressed })
  const bars = [bar('a', 3), bar('b', null, true), bar('c', 9), bar('d', 0)]
  expect(sortBars(bars).map(({ key }) => key)).toEqual(['c', 'a', 'd', 'b'])
})

describe('the screen', () => {
  it('shows every row on one of its pages, however many there are', () => {
    for (let count = 0; count <= 61; count += 1) {
      const rows = Array.from({ length: count }, (_, nth) => nth)
      const pages = Array.from({ length: 12 }, (_, turn) => pageAt(rows, turn * PAGE_SECONDS))
      expect(new Set(pages.flatMap((page) => page.rows)).size).toBe(count)
      expect(Math.max(...pages.map((page) => page.rows.length))).toBeLessThanOrEqual(ROWS_PER_PAGE)
      /** Never an empty page while there is anything to show. */
      expect(pages.every((page) => page.rows.length > 0)).toBe(count > 0)
    }
  })

  it.each([
    ['2026-11-28T23:59', '2026-11-28T07:30', '今天 7:30'],
    ['2026-11-28T23:59', '2026-11-29T00:00', '明天 0:00'],
    ['2026-11-28T00:00', '2026-11-30T13:05', '后天 13:05'],
    ['2026-11-28T00:00', '2026-12-01T08:00', '12月1日 8:00'],
    ['2026-12-31T12:00', '2027-01-01T08:00', '明天 8:00'],
    /* A job whose day has begun stays until it is over. */
    ['2026-11-28T12:00', '2026-11-27T20:00', '11月27日 20:00'],
  ])('at %s says of %s: %s', (now, startsAt, words) => {
    expect(`${dayText(at(startsAt), at(now))} ${clockText(at(startsAt))}`).toBe(words)
  })

  it('knows its day, its age and its quiet hour', () => {
    expect(todayText(at('2026-11-28T00:00'))).toBe('11月28日 周六')
    expect([12_400, 60_000, 3_599_000, 7_300_000].map(ageText)).toEqual(['12秒', '1分钟', '59分钟', '2小时'])
    expect([2, 3, 4].map((hour) => isQuietHour(at(`2026-11-28T0${hour}:30`)))).toEqual([false, true, false])
  })
})
