import { EMPLOYER_TYPES } from '../core/job/poster.ts'
import { lastMonthOf, type Span } from '../core/statistics/bucket.ts'
import { METRICS } from '../core/statistics/catalogue.ts'
import type { Measure } from '../core/statistics/measure.ts'
import type { MetricRow, Reading } from '../core/statistics/metric-row.ts'
import { type Figure, type MonthCounts, tally } from '../core/statistics/tally.ts'
import type { Store } from '../store/port.ts'
import type { Source, StatisticsQuestion } from './question.ts'
import { type Column, type Read, readCube } from './read-cube.ts'

export interface TableColumn {
  readonly region: string
  readonly group: string | null
  /** One a span. */
  readonly figures: readonly Figure[]
  /** What they would be today, where a month of the range is closed. */
  readonly today?: readonly Figure[]
}

export interface FigureTable {
  readonly columns: readonly TableColumn[]
  readonly closed: ReadonlySet<string>
}

/** Names a column's figure of one span. */
export const cellKey = (at: number, { region, group }: Pick<TableColumn, 'region' | 'group'>): string => JSON.stringify([at, region, group])

const isAtEnd = ({ reading }: MetricRow): boolean => reading.how === 'stock' || (reading.how === 'ratio' && reading.atEnd === true)

/** The figures of a question: one column a region and group, in a fixed order. */
export async function figuresOf(
  store: Store,
  question: StatisticsQuestion,
  { source, spans }: { source: Source; spans: readonly Span[] },
): Promise<FigureTable> {
  const row = METRICS[question.metric]
  const found = await readCube(store, question, { source, range: { spans, fromTheBeginning: isAtEnd(row) } })
  /** People of a quarter or a year stand on its first day, in a month that is closed long before it ends: theirs is what is counted today. */
  const read: Read = row.reading.how === 'distinct' ? { live: found.live, closed: new Set() } : found
  const of = (months: readonly MonthCounts[], { reading, people }: Apart) =>
    tally(months, { row, reading, people, bucket: question.bucket, spans })
  const readings = readingsOf(row, question)
  const columns = (read.published ?? read.live).flatMap((column) =>
    readings.map((apart): TableColumn => {
      const { group } = apart
      const where = { region: column.region, group: group ?? column.group }
      if (read.published === undefined) return { ...where, figures: of(column.months, apart) }
      const today = of(sameOf(column, read.live)?.months ?? [], apart)
      const closedFigures = of(column.months, apart)
      return { ...where, today, figures: isAtEnd(row) ? openAtEnd({ spans, closed: read.closed }, closedFigures, today) : closedFigures }
    }),
  )
  return { columns, closed: read.closed }
}

const sameOf = ({ region, group }: Column, columns: readonly Column[]): Column | undefined =>
  columns.find((each) => each.region === region && each.group === group)

/** What there is at the end of an open bucket is what there is, whatever had been said of the months before. */
const openAtEnd = (
  { spans, closed }: { spans: readonly Span[]; closed: ReadonlySet<string> },
  figures: readonly Figure[],
  today: readonly Figure[],
): readonly Figure[] => figures.map((figure, at) => (isClosed(spans[at], closed) ? figure : (today[at] ?? figure)))

const isClosed = (span: Span | undefined, closed: ReadonlySet<string>): boolean => span !== undefined && closed.has(lastMonthOf(span))

interface Apart {
  readonly group: string | null
  readonly reading: Reading
  readonly people?: readonly Measure[] | undefined
}

/** The groups that are counted apart, each read by its own measures; else the metric as it is. */
function readingsOf({ reading, splits }: MetricRow, { breakdown }: StatisticsQuestion): readonly Apart[] {
  if (reading.how === 'distinct' && breakdown === 'employer')
    return EMPLOYER_TYPES.map((type) => ({ group: type, reading: { ...reading, counts: (bucket) => reading.counts(bucket, type) } }))
  const split = splits?.[breakdown]
  if (split === undefined || reading.how === 'quantile' || reading.how === 'waiting' || reading.how === 'distinct')
    return [{ group: null, reading }]
  return Object.entries(split).map(([group, { counts, per, people = counts }]) => ({
    ...{ group, people: reading.how === 'ratio' ? undefined : people },
    reading: reading.how === 'ratio' ? { ...reading, counts, per: per ?? reading.per } : { ...reading, counts },
  }))
}
