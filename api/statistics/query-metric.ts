import type { StatisticsAnswer } from '../contract/statistics.contract.ts'
import { countyDay, instantText } from '../core/clock.ts'
import { accept, type Result, refuse } from '../core/result.ts'
import { BUCKETS_MAX, type DayRange, lastMonthOf, type Span, spansOf, wholeBuckets } from '../core/statistics/bucket.ts'
import { METRICS } from '../core/statistics/catalogue.ts'
import { metricCard } from '../core/statistics/metric-card.ts'
import { COUNTED_APART } from '../core/statistics/metric-row.ts'
import type { Store } from '../store/port.ts'
import { cellKey, figuresOf, type TableColumn } from './figures-of.ts'
import { hideSmall } from './hide-small.ts'
import type { Source, StatisticsQuestion } from './question.ts'
import { months } from './rollup.collection.ts'

type Row = StatisticsAnswer['rows'][number]

export interface Asking {
  readonly now: Temporal.Instant
  /** Whether the caller may be told of cells with a handful of people. */
  readonly maySeeSmall: boolean
}

/** No county worked with us before; earlier days only make work. */
const EARLIEST = Temporal.PlainDate.from('2000-01-01')

/** Answers from the rollups alone. Buckets that begin after today are left out: nothing is known of them, not even zero. */
export async function queryMetric(store: Store, question: StatisticsQuestion, asking: Asking): Promise<Result<StatisticsAnswer>> {
  const wrong = wrongField(question)
  if (wrong !== undefined) return refuse('bad-request', { field: wrong })
  const spans = knownSpans(question, asking.now)
  if (spans.length > BUCKETS_MAX) return refuse('bad-request', { field: 'bucket' })
  const source = await sourceOf(store, question.county, asking.now)
  const { metric, bucket, breakdown } = question
  const about = { metric: metricCard(metric), bucket, breakdown, dataAsOf: instantText(source.asOf), demo: source.demo }
  if (METRICS[metric].reading.how === 'waiting') return accept({ ...about, suppressed: 0, closedMonths: [], rows: [], revisions: [] })
  const table = await figuresOf(store, question, { source, spans })
  const hidden = asking.maySeeSmall ? new Set<string>() : await hideSmall(store, question, { source, spans, table })
  const rows = spans.flatMap((span, at) => {
    const seen = { at, hidden, closed: table.closed.has(lastMonthOf(span)) }
    return table.columns.map((column) => rowOf(span, column, seen))
  })
  const revisions = rows.flatMap((row, at) =>
    revisionOf(row, table.columns[at % table.columns.length], Math.floor(at / table.columns.length)),
  )
  const closedMonths = [...table.closed].sort()
  return accept({ ...about, suppressed: rows.filter(({ suppressed }) => suppressed).length, closedMonths, rows, revisions })
}

function wrongField({ metric, from, to, bucket, breakdown, trade, risk }: StatisticsQuestion): string | undefined {
  const { breakdowns } = METRICS[metric]
  if (Temporal.PlainDate.compare(from, to) >= 0) return 'to'
  if (Temporal.PlainDate.compare(from, EARLIEST) < 0) return 'from'
  if (!metricCard(metric).buckets.includes(bucket)) return 'bucket'
  if (!breakdowns.includes(breakdown)) return 'breakdown'
  if (trade !== undefined && !breakdowns.includes('trade')) return 'trade'
  if (risk !== undefined && !breakdowns.includes('risk')) return 'risk'
  const isApart = COUNTED_APART.includes(breakdown)
  return isApart && (trade !== undefined || risk !== undefined) ? 'breakdown' : undefined
}

/** People counted once a bucket are only known of whole buckets, so theirs reach from the first day of one to the last of another. */
function knownSpans({ metric, bucket, from, to }: StatisticsQuestion, now: Temporal.Instant): readonly Span[] {
  const isWhole = METRICS[metric].reading.how === 'distinct' && bucket !== 'all'
  const asked: DayRange = isWhole ? wholeBuckets({ from, to }, bucket) : { from, to }
  const tomorrow = countyDay(now).add({ days: 1 })
  return spansOf({ from: asked.from, to: Temporal.PlainDate.compare(asked.to, tomorrow) < 0 ? asked.to : tomorrow }, bucket)
}

/** Demo rows count as long as there is nothing real; then they are left out of everything at once, so that no figure mixes both. */
export async function sourceOf(store: Store, county: string, now: Temporal.Instant): Promise<Source> {
  for (const demo of [false, true]) {
    const newest = await store.find(months, { index: 'newest', county, equals: { demo }, descending: true, limit: 1 })
    const [doc] = newest.docs
    if (doc !== undefined) return { demo, asOf: doc.asOf }
  }
  return { demo: false, asOf: now }
}

const STALE_HOURS = 26

/** Nothing has been counted for more than a day, though something might have been. */
export const isStale = ({ asOf }: Source, now: Temporal.Instant): boolean => now.since(asOf).total('hours') > STALE_HOURS

interface Seen {
  readonly at: number
  readonly closed: boolean
  readonly hidden: ReadonlySet<string>
}

function rowOf(span: Span, column: TableColumn, { at, closed, hidden }: Seen): Row {
  const figure = column.figures[at]
  const suppressed = hidden.has(cellKey(at, column))
  const told = suppressed || figure === undefined ? { value: null, p90: null, numerator: null, denominator: null } : figure
  const { value, p90, numerator, denominator } = told
  return {
    ...{ bucketStart: span.start, region: column.region, group: column.group },
    ...{ value, p90, numerator, denominator, suppressed, closed },
  }
}

/** What a figure would be today, where it was closed with another one. */
function revisionOf(row: Row, column: TableColumn | undefined, at: number): StatisticsAnswer['revisions'] {
  const now = column?.today?.[at]
  if (now === undefined || row.suppressed || now.value === row.value) return []
  return [{ bucketStart: row.bucketStart, region: row.region, group: row.group, value: now.value }]
}
