import { describe, expect, it } from '@jest/globals'
import { spansOf } from './bucket.ts'
import { METRICS } from './catalogue.ts'
import { type MonthCounts, tally } from './tally.ts'

const spans = (from: string, to: string, bucket: 'day' | 'week' | 'month' | 'all') =>
  spansOf({ from: Temporal.PlainDate.from(from), to: Temporal.PlainDate.from(to) }, bucket)

/** A month with something on some of its days. */
const month = (text: string, counts: Record<string, Record<number, number>>): MonthCounts => ({
  township: '古镛镇',
  month: text,
  counts: Object.fromEntries(
    Object.entries(counts).map(([measure, days]) => [measure, Array.from({ length: 30 }, (_, index) => days[index + 1] ?? 0)]),
  ),
})

const values = (rows: ReturnType<typeof tally>) => rows.map(({ bucketStart, value }) => [bucketStart, value])

describe('figures by hand', () => {
  const october = month('2026-10', { workersRegistered: { 3: 40 }, takesStarted: { 30: 2 }, takesStartedCovered: { 30: 2 } })
  const november = month('2026-11', {
    workersRegistered: { 1: 5, 23: 2 },
    takesStarted: { 1: 3, 22: 4, 23: 1 },
    takesStartedCovered: { 1: 3, 22: 1 },
  })
  const all = [{ region: '350428', months: [october, november] }]

  it('a flow counts what fell into the bucket', () => {
    expect(values(tally(all, METRICS.workers_new, spans('2026-10-01', '2026-12-01', 'month')))).toEqual([
      ['2026-10-01', 40],
      ['2026-11-01', 7],
    ])
  })

  it('a stock counts everything up to the end of the bucket', () => {
    expect(values(tally(all, METRICS.workers_total, spans('2026-11-22', '2026-11-25', 'day')))).toEqual([
      ['2026-11-22', 45],
      ['2026-11-23', 47],
      ['2026-11-24', 47],
    ])
  })

  it('a ratio is sum over sum, not the mean of ratios', () => {
    const [row] = tally(all, METRICS.insurance_coverage, spans('2026-11-01', '2026-12-01', 'month'))
    expect(row).toEqual({ bucketStart: '2026-11-01', region: '350428', value: 0.5, numerator: 4, denominator: 8 })
  })

  it('a week from Monday to Sunday', () => {
    expect(values(tally(all, METRICS.insurance_coverage, spans('2026-11-16', '2026-11-30', 'week')))).toEqual([
      ['2026-11-16', 0.25],
      ['2026-11-23', 0],
    ])
  })

  it('a week across two months', () => {
    const [row] = tally(all, METRICS.insurance_coverage, spans('2026-10-26', '2026-11-02', 'week'))
    expect(row).toMatchObject({ numerator: 5, denominator: 5, value: 1 })
  })

  it('an empty denominator is null, never 0', () => {
    const [row] = tally(all, METRICS.insurance_coverage, spans('2026-11-02', '2026-11-03', 'day'))
    expect(row).toEqual({ bucketStart: '2026-11-02', region: '350428', value: null, numerator: 0, denominator: 0 })
  })

  it('the day after the range is left out', () => {
    expect(values(tally(all, METRICS.workers_total, spans('2026-11-01', '2026-11-23', 'all')))).toEqual([['2026-11-01', 45]])
  })

  it('one row a bucket and region, bucket by bucket', () => {
    const rows = tally([...all, { region: '高唐镇', months: [] }], METRICS.workers_new, spans('2026-11-01', '2026-11-03', 'day'))
    expect(rows.map(({ bucketStart, region, value }) => [bucketStart, region, value])).toEqual([
      ['2026-11-01', '350428', 5],
      ['2026-11-01', '高唐镇', 0],
      ['2026-11-02', '350428', 0],
      ['2026-11-02', '高唐镇', 0],
    ])
  })
})
