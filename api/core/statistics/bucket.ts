export const BUCKETS = ['day', 'week', 'month', 'quarter', 'year', 'all'] as const
export type Bucket = (typeof BUCKETS)[number]

/** More than a year of days; whoever asks for more asks for weeks or months. */
export const BUCKETS_MAX = 400

/** A calendar bucket as far as it lies in the range asked for: from its first day up to but not including `to`. Days are ISO texts, which sort. */
export interface Span {
  /** The calendar's own start, even where the range begins later: a Monday, the first of a month. */
  readonly start: string
  readonly from: string
  readonly to: string
}

/** The month in which a bucket ends. */
export const lastMonthOf = ({ to }: Span): string => Temporal.PlainDate.from(to).subtract({ days: 1 }).toString().slice(0, 7)

/** Days of the county's calendar, half-open. */
export interface DayRange {
  readonly from: Temporal.PlainDate
  readonly to: Temporal.PlainDate
}

export const STEP = { day: { days: 1 }, week: { days: 7 }, month: { months: 1 }, quarter: { months: 3 }, year: { years: 1 } } as const
const MONTHS_PER_QUARTER = 3

/** The first day of the bucket in which a day lies; weeks begin on Monday. */
export function startOf(bucket: keyof typeof STEP, day: Temporal.PlainDate): Temporal.PlainDate {
  switch (bucket) {
    case 'day':
      return day
    case 'week':
      return day.subtract({ days: day.dayOfWeek - 1 })
    case 'month':
      return day.with({ day: 1 })
    case 'quarter':
      return day.with({ day: 1 }).subtract({ months: (day.month - 1) % MONTHS_PER_QUARTER })
    case 'year':
      return day.with({ month: 1, day: 1 })
  }
}

/** The days from the first of the bucket in which a range begins to the last of the one in which it ends. */
export function wholeBuckets({ from, to }: DayRange, bucket: keyof typeof STEP): DayRange {
  return { from: startOf(bucket, from), to: startOf(bucket, to.subtract({ days: 1 })).add(STEP[bucket]) }
}

const earlier = (a: Temporal.PlainDate, b: Temporal.PlainDate): Temporal.PlainDate => (Temporal.PlainDate.compare(a, b) <= 0 ? a : b)

/** The buckets of a range in order; stops one after BUCKETS_MAX, so that the caller can refuse without working through ages. */
export function spansOf({ from, to }: DayRange, bucket: Bucket): readonly Span[] {
  if (Temporal.PlainDate.compare(from, to) >= 0) return []
  if (bucket === 'all') return [{ start: from.toString(), from: from.toString(), to: to.toString() }]
  const spans: Span[] = []
  let start = startOf(bucket, from)
  let begin = from
  while (Temporal.PlainDate.compare(begin, to) < 0 && spans.length <= BUCKETS_MAX) {
    const next = start.add(STEP[bucket])
    spans.push({ start: start.toString(), from: begin.toString(), to: earlier(next, to).toString() })
    start = next
    begin = next
  }
  return spans
}
