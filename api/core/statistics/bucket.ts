export const BUCKETS = ['day', 'week', 'month', 'all'] as const
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

/** Days of the county's calendar, half-open. */
export interface DayRange {
  readonly from: Temporal.PlainDate
  readonly to: Temporal.PlainDate
}

const STEP = { day: { days: 1 }, week: { days: 7 }, month: { months: 1 } } as const

function startOf(bucket: keyof typeof STEP, day: Temporal.PlainDate): Temporal.PlainDate {
  if (bucket === 'week') return day.subtract({ days: day.dayOfWeek - 1 })
  return bucket === 'month' ? day.with({ day: 1 }) : day
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
