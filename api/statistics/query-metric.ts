import type { z } from 'zod'
import type { statisticsAnswer } from '../contract/statistics.contract.ts'
import { countyDay, instantText } from '../core/clock.ts'
import { accept, type Result, refuse } from '../core/result.ts'
import { BUCKETS_MAX, type Bucket, type DayRange, type Span, spansOf } from '../core/statistics/bucket.ts'
import { type Breakdown, METRICS, type MetricId, type MetricRow } from '../core/statistics/catalogue.ts'
import { metricCard } from '../core/statistics/metric-card.ts'
import { type Region, tally } from '../core/statistics/tally.ts'
import type { Store } from '../store/port.ts'
import { type MonthDoc, months } from './rollup.collection.ts'

export interface StatisticsQuestion extends DayRange {
  readonly county: string
  readonly metric: MetricId
  readonly bucket: Bucket
  readonly breakdown: Breakdown
  /** One township only; the county's own code stands for all of it. */
  readonly region?: string
}

type StatisticsAnswer = z.output<typeof statisticsAnswer>

const PAGE = 500

/** No county worked with us before; earlier days only make work. */
const EARLIEST = Temporal.PlainDate.from('2000-01-01')

/** Answers from the rollups alone. Buckets that begin after today are left out: nothing is known of them, not even zero. */
export async function queryMetric(store: Store, question: StatisticsQuestion, now: Temporal.Instant): Promise<Result<StatisticsAnswer>> {
  const { county, bucket, from, to } = question
  if (Temporal.PlainDate.compare(from, to) >= 0) return refuse('bad-request', { field: 'to' })
  if (Temporal.PlainDate.compare(from, EARLIEST) < 0) return refuse('bad-request', { field: 'from' })
  const tomorrow = countyDay(now).add({ days: 1 })
  const known = Temporal.PlainDate.compare(to, tomorrow) < 0 ? to : tomorrow
  const spans = spansOf({ from, to: known }, bucket)
  if (spans.length > BUCKETS_MAX) return refuse('bad-request', { field: 'bucket' })
  const source = await sourceOf(store, county, now)
  const metric: MetricRow = METRICS[question.metric]
  const docs = await readMonths(store, { county, demo: source.demo }, { spans, stock: metric.kind === 'stock' })
  const rows = tally(regionsOf(docs, question), metric, spans)
  return accept({ metric: metricCard(question.metric), bucket, dataAsOf: instantText(source.asOf), demo: source.demo, rows })
}

/** Demo rows count as long as there is nothing real; then they are left out of everything at once, so that no figure mixes both. */
async function sourceOf(store: Store, county: string, now: Temporal.Instant): Promise<{ demo: boolean; asOf: Temporal.Instant }> {
  for (const demo of [false, true]) {
    const newest = await store.find(months, { index: 'newest', county, equals: { demo }, descending: true, limit: 1 })
    const [doc] = newest.docs
    if (doc !== undefined) return { demo, asOf: doc.asOf }
  }
  return { demo: false, asOf: now }
}

/** A stock needs every month up to the last one, a flow only those in the range. */
async function readMonths(
  store: Store,
  { county, demo }: { county: string; demo: boolean },
  { spans, stock }: { spans: readonly Span[]; stock: boolean },
): Promise<readonly MonthDoc[]> {
  const first = spans[0]?.from
  const last = spans.at(-1)?.to
  if (first === undefined || last === undefined) return []
  const range = { field: 'month', below: last, ...(stock ? {} : { from: first.slice(0, 7) }) }
  const docs: MonthDoc[] = []
  let after: string | undefined
  do {
    const query = { index: 'month', county, equals: { demo }, range, limit: PAGE }
    const page = await store.find(months, after === undefined ? query : { ...query, after })
    docs.push(...page.docs)
    after = page.next
  } while (after !== undefined)
  return docs
}

function regionsOf(docs: readonly MonthDoc[], { county, breakdown, region = county }: StatisticsQuestion): readonly Region[] {
  const wanted = region === county ? docs : docs.filter(({ township }) => township === region)
  if (breakdown === 'none') return [{ region, months: wanted }]
  const byTownship = Map.groupBy(wanted, ({ township }) => township)
  return [...byTownship].map(([township, of]) => ({ region: township, months: of })).sort((a, b) => (a.region < b.region ? -1 : 1))
}
