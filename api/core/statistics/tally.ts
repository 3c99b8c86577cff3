import type { Bucket, Span } from './bucket.ts'
import { type Bins, quantile } from './histogram.ts'
import { DISTINCT_BUCKETS, type DistinctBucket, type Measure } from './measure.ts'
import type { MetricRow, Reading } from './metric-row.ts'
import { dayCounts, daysIn, measuresIn, type PackedCounts } from './packed-counts.ts'

/** What was counted at one spot in one month; what is missing is nothing. */
export interface MonthCounts {
  /** 2026-11 */
  readonly month: string
  readonly counts: PackedCounts
}

export interface Figure {
  /** null: the denominator is empty, or a median lies beyond what is known. */
  readonly value: number | null
  readonly numerator: number
  readonly denominator: number | null
  /** Of a spread, where nine tenths are below. */
  readonly p90: number | null
  /** How many people, or things of one person each, stand behind it. */
  readonly people: number
}

export interface Asked {
  readonly row: MetricRow
  readonly reading: Reading
  /** What tells of the people of a group that is counted apart. */
  readonly people?: readonly Measure[] | undefined
  readonly bucket: Bucket
  readonly spans: readonly Span[]
}

const isDistinctBucket = (bucket: Bucket): bucket is DistinctBucket => DISTINCT_BUCKETS.some((each) => each === bucket)

/** Years beyond 9999 would not sort as texts; no bucket starts there. */
const dayText = (month: string, day: number): string => `${month}-${day < 10 ? '0' : ''}${day}`

/** The last span that has begun on this day or before; -1 before the first one. Spans are in order, without gaps. */
function spanAt(spans: readonly Span[], day: string): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((spans[middle]?.from ?? '') <= day) low = middle + 1
    else high = middle
  }
  return low - 1
}

interface Sums {
  readonly before: number
  readonly sums: number[]
}

/** Where the days of a month fall: into one span as a whole, or each day for itself; undefined beyond the last span. */
function spanOfDay(spans: readonly Span[], month: string): (day: number) => number | undefined {
  const end = spans.at(-1)?.to ?? ''
  const of = (day: number) => {
    const text = dayText(month, day)
    return text < end ? spanAt(spans, text) : undefined
  }
  const [first, last] = [of(1), of(31)]
  return first === last ? () => first : of
}

/** How much of some measures falls into each span, and how much came before all of them. */
function sumsOf(months: readonly MonthCounts[], measures: readonly Measure[], spans: readonly Span[]): Sums {
  const sums = spans.map(() => 0)
  let before = 0
  for (const { month, counts } of months) {
    const spanOf = spanOfDay(spans, month)
    for (const measure of measures) {
      for (const [day, by] of dayCounts(daysIn(counts, measure) ?? '')) {
        const span = spanOf(day)
        if (span === undefined) continue
        if (span < 0) before += by
        else sums[span] = (sums[span] ?? 0) + by
      }
    }
  }
  return { before, sums }
}

function running({ before, sums }: Sums): number[] {
  let total = before
  return sums.map((by) => {
    total += by
    return total
  })
}

/** Of each span, only what was counted on its last day. */
const lastDays = (months: readonly MonthCounts[], measures: readonly Measure[], spans: readonly Span[]): number[] =>
  firstDays(
    months,
    measures,
    spans.map(({ to }) => Temporal.PlainDate.from(to).subtract({ days: 1 }).toString()),
  )

/** What was counted on certain days, in order. */
function firstDays(months: readonly MonthCounts[], measures: readonly Measure[], days: readonly string[]): number[] {
  const spans = days.map((day) => ({ start: day, from: day, to: Temporal.PlainDate.from(day).add({ days: 1 }).toString() }))
  return spans.map(
    (span) =>
      sumsOf(
        months.filter(({ month }) => span.from.startsWith(month)),
        measures,
        [span],
      ).sums[0] ?? 0,
  )
}

function binsOf(months: readonly MonthCounts[], { reading, spans }: Asked & { reading: Reading & { how: 'quantile' } }): readonly Bins[] {
  const prefix = `${reading.histogram}:`
  const bins = spans.map(() => new Map<number, number>())
  for (const { month, counts } of months) {
    const spanOf = spanOfDay(spans, month)
    for (const [name, days] of measuresIn(counts)) {
      if (!name.startsWith(prefix)) continue
      const bin = Number(name.slice(prefix.length))
      for (const [day, by] of dayCounts(days)) {
        const into = bins[spanOf(day) ?? -1]
        into?.set(bin, (into.get(bin) ?? 0) + by)
      }
    }
  }
  for (const spread of bins) for (const [bin, count] of spread) if (count === 0) spread.delete(bin)
  return bins
}

function spread(months: readonly MonthCounts[], asked: Asked & { reading: Reading & { how: 'quantile' } }): Figure[] {
  const { histogram, all } = asked.reading
  const everything = sumsOf(months, all, asked.spans).sums
  return binsOf(months, asked).map((bins, at) => {
    const known = [...bins.values()].reduce((sum, count) => sum + count, 0)
    const total = all.length === 0 ? known : Math.max(known, everything[at] ?? 0)
    const value = (share: number) => quantile(histogram, bins, { share, all: total })
    return { value: value(0.5), p90: value(0.9), numerator: known, denominator: total, people: total }
  })
}

/** The value below which such a share of a spread lies in each span, and how many stand behind it. */
export function shareOf(months: readonly MonthCounts[], asked: Asked & { reading: Reading & { how: 'quantile' } }, share: number) {
  return binsOf(months, asked).map((bins) => {
    const all = [...bins.values()].reduce((sum, count) => sum + count, 0)
    return { value: quantile(asked.reading.histogram, bins, { share, all }), all }
  })
}

const quotient = (above: number, below: number): number | null => (below === 0 ? null : above / below)

function numeratorsOf(months: readonly MonthCounts[], { reading, bucket, spans }: Asked): { counts: number[]; per?: number[] } {
  switch (reading.how) {
    case 'flow':
      return { counts: sumsOf(months, reading.counts, spans).sums }
    case 'stock':
      return { counts: running(sumsOf(months, reading.counts, spans)) }
    case 'level':
      return { counts: lastDays(months, reading.counts, spans) }
    case 'distinct':
      return {
        counts: isDistinctBucket(bucket)
          ? firstDays(
              months,
              reading.counts(bucket),
              spans.map(({ start }) => start),
            )
          : [],
      }
    case 'ratio': {
      const read = (measures: readonly Measure[]) => {
        const sums = sumsOf(months, measures, spans)
        return reading.atEnd ? running(sums) : sums.sums
      }
      return { counts: read(reading.counts), per: read(reading.per) }
    }
    default:
      return { counts: [] }
  }
}

/** How many people a figure is about: as the row says, else as the figure itself does. */
function peopleOf(months: readonly MonthCounts[], { row, reading, people, spans }: Asked): readonly number[] | undefined {
  const measures = people ?? row.people
  if (measures === undefined) return undefined
  const sums = sumsOf(months, measures, spans)
  return reading.how === 'stock' ? running(sums) : sums.sums
}

/** One figure a span, of what was counted at one spot. A ratio is the sum above over the sum below, never an average of ratios. */
export function tally(months: readonly MonthCounts[], asked: Asked): Figure[] {
  const { reading } = asked
  if (reading.how === 'quantile') return spread(months, { ...asked, reading })
  const { counts, per } = numeratorsOf(months, asked)
  const people = peopleOf(months, asked)
  const over = reading.how === 'flow' ? (reading.over ?? 1) : 1
  return asked.spans.map((_, at) => {
    const [above, below] = [(counts[at] ?? 0) / over, per === undefined ? null : (per[at] ?? 0)]
    const value = below === null ? above : quotient(above, below)
    return { value, numerator: above, denominator: below, p90: null, people: Math.abs(people?.[at] ?? below ?? above) }
  })
}
