import { describe, expect, it } from '@jest/globals'
import { type Bucket, spansOf } from './bucket.ts'
import { METRICS, type MetricId } from './catalogue.ts'
import { pack } from './packed-counts.ts'
import { type MonthCounts, tally } from './tally.ts'

const spans = (from: string, to: string, bucket: Bucket) =>
  spansOf({ from: Temporal.PlainDate.from(from), to: Temporal.PlainDate.from(to) }, bucket)

/** A month with something on some of its days. */
const month = (text: string, counts: Record<string, Record<number, number>>): MonthCounts => ({
  month: text,
  counts: pack(
    Object.entries(counts).map(([measure, days]): [string, string] => [
      measure,
      Object.entries(days)
        .map(([day, by]) => `${day}:${by}`)
        .join(' '),
    ]),
  ),
})

type Range = [from: string, to: string, bucket: Bucket]

const figures = (months: readonly MonthCounts[], metric: MetricId, ...[from, to, bucket]: Range) => {
  const row = METRICS[metric]
  return tally(months, { row, reading: row.reading, bucket, spans: spans(from, to, bucket) })
}
const values = (...[months, metric, ...range]: Parameters<typeof figures>) =>
  figures(months, metric, ...range).map(({ value }, at) => [spans(...range)[at]?.start, value])

describe('figures by hand', () => {
  const october = month('2026-10', { workersRegistered: { 3: 40 }, takesStarted: { 30: 2 }, takesStartedCovered: { 30: 2 } })
  const november = month('2026-11', {
    workersRegistered: { 1: 5, 23: 2 },
    takesStarted: { 1: 3, 22: 4, 23: 1 },
    takesStartedCovered: { 1: 3, 22: 1 },
  })
  const all = [october, november]

  it('a flow counts what fell into the bucket', () => {
    expect(values(all, 'workers_new', '2026-10-01', '2026-12-01', 'month')).toEqual([
      ['2026-10-01', 40],
      ['2026-11-01', 7],
    ])
  })

  it('a stock counts everything up to the end of the bucket', () => {
    expect(values(all, 'workers_total', '2026-11-22', '2026-11-25', 'day')).toEqual([
      ['2026-11-22', 45],
      ['2026-11-23', 47],
      ['2026-11-24', 47],
    ])
  })

  it('a ratio is sum over sum, not the mean of ratios', () => {
    const [row] = figures(all, 'insurance_coverage', '2026-11-01', '2026-12-01', 'month')
    expect(row).toMatchObject({ value: 0.5, numerator: 4, denominator: 8 })
  })

  it('a week from Monday to Sunday', () => {
    expect(values(all, 'insurance_coverage', '2026-11-16', '2026-11-30', 'week')).toEqual([
      ['2026-11-16', 0.25],
      ['2026-11-23', 0],
    ])
  })

  it('a week across two months', () => {
    const [row] = figures(all, 'insurance_coverage', '2026-10-26', '2026-11-02', 'week')
    expect(row).toMatchObject({ numerator: 5, denominator: 5, value: 1 })
  })

  it('an empty denominator is null, never 0', () => {
    const [row] = figures(all, 'insurance_coverage', '2026-11-02', '2026-11-03', 'day')
    expect(row).toMatchObject({ value: null, numerator: 0, denominator: 0 })
  })

  it('the day after the range is left out', () => {
    expect(values(all, 'workers_total', '2026-11-01', '2026-11-23', 'all')).toEqual([['2026-11-01', 45]])
  })

  it('what is whole on each day is told by the last day of the bucket', () => {
    const active = month('2026-11', { workersActive: { 28: 9, 29: 7, 30: 4 } })
    expect(values([active], 'workers_active_30d', '2026-11-23', '2026-12-07', 'week')).toEqual([
      ['2026-11-23', 7],
      ['2026-11-30', 0],
    ])
  })

  it('people counted once a bucket are told by its own count', () => {
    const posting = month('2026-11', {
      'employersActive:day': { 23: 3, 24: 3 },
      'employersActive:week': { 23: 4 },
      'employersActive:month': { 1: 5 },
    })
    expect(values([posting], 'employers_active', '2026-11-23', '2026-11-25', 'day').map(([, value]) => value)).toEqual([3, 3])
    expect(values([posting], 'employers_active', '2026-11-23', '2026-11-30', 'week')).toEqual([['2026-11-23', 4]])
    expect(values([posting], 'employers_active', '2026-11-01', '2026-12-01', 'month')).toEqual([['2026-11-01', 5]])
  })

  it('a share of what there is at the end counts everything before', () => {
    const aged = month('2026-10', { 'workersAged:25': { 1: 3 }, 'workersAged:50': { 2: 4 }, 'workersAged:60': { 3: 1 } })
    expect(figures([aged], 'older_worker_share', '2026-11-01', '2026-12-01', 'month')).toMatchObject([
      { value: 5 / 8, numerator: 5, denominator: 8 },
    ])
  })

  it('a median lies where half are below; what has no value yet is longer than all', () => {
    const minutes = { 'acceptMinutes:0': { 2: 1 }, 'acceptMinutes:4': { 2: 2 }, 'acceptMinutes:8': { 3: 1 } }
    const [all, censored, unknown] = [4, 6, 9].map(
      (posted) =>
        figures(
          [month('2026-11', { ...minutes, jobsPosted: { 2: posted } })],
          'time_to_accept_median',
          '2026-11-01',
          '2026-12-01',
          'month',
        )[0],
    )
    expect(all).toMatchObject({ numerator: 4, denominator: 4 })
    expect(all?.value).toBeCloseTo(2 + (2 ** 1.25 - 2) / 2)
    expect(all?.p90).toBeCloseTo(4 + (2 ** 2.25 - 4) * 0.6)
    expect(censored?.value).toBeCloseTo(2 ** 1.25)
    expect([censored?.p90, unknown?.value]).toEqual([null, null])
  })

  it('nothing at all is no median', () => {
    expect(figures([], 'worker_median_day_pay', '2026-11-01', '2026-11-02', 'day')).toEqual([
      { value: null, p90: null, numerator: 0, denominator: 0, people: 0 },
    ])
  })

  it('person-days are hours over eight', () => {
    const worked = month('2026-11', { workMinutes: { 23: 480, 24: 240 }, workDays: { 23: 1, 24: 1 } })
    expect(figures([worked], 'person_days', '2026-11-23', '2026-11-25', 'all')).toMatchObject([{ value: 1.5, people: 2 }])
  })
})
