import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { BUCKETS, BUCKETS_MAX, spansOf } from './bucket.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const texts = (from: string, to: string, bucket: (typeof BUCKETS)[number]) =>
  spansOf({ from: day(from), to: day(to) }, bucket).map(({ start, from: begin, to: end }) => `${start}: ${begin} – ${end}`)

describe('the buckets of a range', () => {
  it('days, the last one left out', () => {
    expect(texts('2026-11-29', '2026-12-02', 'day')).toEqual([
      '2026-11-29: 2026-11-29 – 2026-11-30',
      '2026-11-30: 2026-11-30 – 2026-12-01',
      '2026-12-01: 2026-12-01 – 2026-12-02',
    ])
  })

  it('weeks begin on Monday, also across a new year; the edges hold only the days asked for', () => {
    expect(texts('2026-12-30', '2027-01-12', 'week')).toEqual([
      '2026-12-28: 2026-12-30 – 2027-01-04',
      '2027-01-04: 2027-01-04 – 2027-01-11',
      '2027-01-11: 2027-01-11 – 2027-01-12',
    ])
  })

  it('a Sunday belongs to the week before the Monday after it', () => {
    expect(texts('2026-11-22', '2026-11-24', 'week')).toEqual([
      '2026-11-16: 2026-11-22 – 2026-11-23',
      '2026-11-23: 2026-11-23 – 2026-11-24',
    ])
  })

  it('months, the short one too', () => {
    expect(texts('2028-01-31', '2028-03-01', 'month')).toEqual([
      '2028-01-01: 2028-01-31 – 2028-02-01',
      '2028-02-01: 2028-02-01 – 2028-03-01',
    ])
  })

  it('all is one bucket', () => {
    expect(texts('2026-11-23', '2027-11-23', 'all')).toEqual(['2026-11-23: 2026-11-23 – 2027-11-23'])
  })

  it('an empty or reversed range has none', () => {
    expect(texts('2026-11-23', '2026-11-23', 'day')).toEqual([])
    expect(texts('2026-11-23', '2026-11-22', 'all')).toEqual([])
  })

  it('stops soon after too many', () => {
    expect(spansOf({ from: day('2000-01-01'), to: day('9999-12-31') }, 'day')).toHaveLength(BUCKETS_MAX + 1)
  })

  it('cover each day of the range exactly once', () => {
    const days = fc.integer({ min: 0, max: 20_000 }).map((after) => day('2000-01-01').add({ days: after }))
    const length = fc.integer({ min: 1, max: 300 })
    fc.assert(
      fc.property(days, length, fc.constantFrom(...BUCKETS), (from, many, bucket) => {
        const to = from.add({ days: many })
        const spans = spansOf({ from, to }, bucket)
        expect(spans[0]?.from).toBe(from.toString())
        expect(spans.at(-1)?.to).toBe(to.toString())
        for (const [index, span] of spans.entries()) {
          expect(span.from < span.to && span.start <= span.from).toBe(true)
          if (index > 0) expect(spans[index - 1]?.to).toBe(span.from)
        }
      }),
    )
  })
})
