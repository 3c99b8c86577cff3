import type { Span } from './bucket.ts'
import type { Measure, MetricRow } from './catalogue.ts'

/** A month of one township: of each measure, how much on each day of the month; what is missing is nothing. */
export interface MonthCounts {
  readonly township: string
  /** 2026-11 */
  readonly month: string
  readonly counts: Readonly<Partial<Record<Measure, readonly number[]>>>
}

export interface TallyRow {
  readonly bucketStart: string
  readonly region: string
  /** null: the denominator is empty. */
  readonly value: number | null
  readonly numerator: number
  readonly denominator: number | null
}

export interface Region {
  readonly region: string
  readonly months: readonly MonthCounts[]
}

/** Years beyond 9999 would not sort as texts; no bucket starts there. */
const dayText = (month: string, index: number): string => `${month}-${String(index + 1).padStart(2, '0')}`

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

/** How much of a measure falls into each span, and how much came before all of them. */
function sumsOf(months: readonly MonthCounts[], measure: Measure, spans: readonly Span[]): { before: number; sums: number[] } {
  const sums = spans.map(() => 0)
  const end = spans.at(-1)?.to ?? ''
  let before = 0
  for (const { month, counts } of months) {
    for (const [index, by] of (counts[measure] ?? []).entries()) {
      const day = dayText(month, index)
      if (by === 0 || day >= end) continue
      const span = spanAt(spans, day)
      if (span < 0) before += by
      else sums[span] = (sums[span] ?? 0) + by
    }
  }
  return { before, sums }
}

function stockOf({ before, sums }: { before: number; sums: readonly number[] }): number[] {
  let total = before
  return sums.map((by) => {
    total += by
    return total
  })
}

/** One row a bucket and region, in that order. A ratio is the sum above over the sum below, never an average of ratios. */
export function tally(regions: readonly Region[], metric: MetricRow, spans: readonly Span[]): TallyRow[] {
  const columns = regions.map(({ region, months }) => {
    const counted = sumsOf(months, metric.counts, spans)
    const numerators = metric.kind === 'stock' ? stockOf(counted) : counted.sums
    const denominators = metric.kind === 'ratio' ? sumsOf(months, metric.per, spans).sums : undefined
    return { region, numerators, denominators }
  })
  return spans.flatMap(({ start }, at) =>
    columns.map(({ region, numerators, denominators }) => {
      const numerator = numerators[at] ?? 0
      const denominator = denominators?.[at] ?? null
      return { bucketStart: start, region, value: quotient(numerator, denominator), numerator, denominator }
    }),
  )
}

function quotient(numerator: number, denominator: number | null): number | null {
  if (denominator === null) return numerator
  return denominator === 0 ? null : numerator / denominator
}
