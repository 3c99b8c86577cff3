import type { Span } from '../core/statistics/bucket.ts'
import { METRICS } from '../core/statistics/catalogue.ts'
import { countedSince } from '../core/statistics/metric-row.ts'
import type { MonthCounts } from '../core/statistics/tally.ts'
import type { Collection, Query, Store } from '../store/port.ts'
import { type Source, type StatisticsQuestion, townshipOf } from './question.ts'
import { type CellDoc, type Cube, countsOf, type FrozenDoc, frozenMonths, type MonthDoc, months, spreadOf } from './rollup.collection.ts'

/** A column of an answer: a region, and a group of it where the question tells groups apart. */
export interface Column {
  readonly region: string
  readonly group: string | null
  readonly months: readonly MonthCounts[]
}

/** What a question reads: as it is counted today, and as it was when its months were closed. */
export interface Read {
  readonly live: readonly Column[]
  /** Absent where no month of the range is closed. */
  readonly published?: readonly Column[]
  /** 2026-09 */
  readonly closed: ReadonlySet<string>
}

const PAGE = 500

type AnyMonth = MonthDoc | FrozenDoc

const isByTownship = ({ breakdown, everyTownship }: StatisticsQuestion): boolean => breakdown === 'township' || everyTownship === true
const needsWork = ({ breakdown, trade, risk }: StatisticsQuestion): boolean =>
  breakdown === 'trade' || breakdown === 'risk' || trade !== undefined || risk !== undefined

/** The smallest cubes that answer a question: for a median and for who employs also what stands apart. */
function cubesOf(question: StatisticsQuestion): readonly Cube[] {
  const place = isByTownship(question) || townshipOf(question) !== undefined ? 'township' : 'county'
  const cube = needsWork(question) ? (`${place}Work` as const) : place
  const isApart = question.breakdown === 'employer' || METRICS[question.metric].reading.how === 'quantile'
  return isApart ? [cube, spreadOf(cube)] : [cube]
}

interface Range {
  readonly spans: readonly Span[]
  /** Of what there is at the end of a bucket every month before it is a part. */
  readonly fromTheBeginning: boolean
}

function queriesFor(question: StatisticsQuestion, { demo }: Source, { spans, fromTheBeginning }: Range): readonly Omit<Query, 'after'>[] {
  const first = spans[0]
  const last = spans.at(-1)?.to
  if (first === undefined || last === undefined) return []
  const { county } = question
  const place = isByTownship(question) ? undefined : (townshipOf(question) ?? '')
  const range = { field: 'month', below: last, ...(fromTheBeginning ? {} : { from: first.start.slice(0, 7) }) }
  return cubesOf(question).map((cube) => {
    const where = place === undefined ? { index: 'month', equals: { demo, cube } } : { index: 'cube', equals: { demo, cube, place } }
    return { ...where, county, range, limit: PAGE }
  })
}

const readAll = async <T extends AnyMonth>(store: Store, from: Collection<T>, queries: readonly Omit<Query, 'after'>[]) =>
  (await Promise.all(queries.map((query) => readEach(store, from, query)))).flat()

async function readEach<T extends AnyMonth>(store: Store, from: Collection<T>, query: Omit<Query, 'after'>): Promise<readonly T[]> {
  const docs: T[] = []
  for (let after: string | undefined; ; ) {
    const page = await store.find(from, after === undefined ? query : { ...query, after })
    docs.push(...page.docs)
    after = page.next
    if (after === undefined) return docs
  }
}

const isAsked = ({ trade, riskClass }: CellDoc, asked: StatisticsQuestion): boolean =>
  (asked.trade === undefined || trade === asked.trade) && (asked.risk === undefined || riskClass === asked.risk)

function groupOf({ trade, riskClass }: CellDoc, { breakdown }: StatisticsQuestion): string | null {
  if (breakdown === 'trade') return trade
  return breakdown === 'risk' && riskClass !== null ? `${riskClass}` : null
}

function columnsOf(docs: readonly AnyMonth[], question: StatisticsQuestion): readonly Column[] {
  const { county, region = county, breakdown } = question
  const cells = docs.flatMap((doc) => doc.cells.filter((cell) => isAsked(cell, question)).map((cell) => ({ doc, cell })))
  const keyOf = ({ doc, cell }: (typeof cells)[number]) =>
    JSON.stringify([isByTownship(question) ? doc.place : region, groupOf(cell, question)])
  const groups = Map.groupBy(cells, keyOf)
  /** What is asked for as one is answered, though nothing was counted. */
  if (!isByTownship(question) && breakdown !== 'trade' && breakdown !== 'risk') groups.getOrInsert(JSON.stringify([region, null]), [])
  return [...groups]
    .map(([key, of]): Column => {
      const [where, group]: [string, string | null] = JSON.parse(key)
      return { region: where, group, months: of.map(({ doc, cell }) => ({ month: doc.month, counts: countsOf(cell) })) }
    })
    .sort((one, other) => (`${one.region} ${one.group}` < `${other.region} ${other.group}` ? -1 : 1))
}

/** Everything a question needs out of the cubes. */
export async function readCube(
  store: Store,
  question: StatisticsQuestion,
  { source, range }: { source: Source; range: Range },
): Promise<Read> {
  const queries = queriesFor(question, source, range)
  const [docs, allFrozen] = await Promise.all([readAll(store, months, queries), readAll(store, frozenMonths, queries)])
  const since = countedSince(METRICS[question.metric], question.breakdown)
  const frozen = allFrozen.filter(({ definitionVersion }) => definitionVersion >= since)
  const live = columnsOf(docs, question)
  const closed = new Set(frozen.map(({ month }) => month))
  if (closed.size === 0) return { live, closed }
  return { live, closed, published: columnsOf([...docs.filter(({ month }) => !closed.has(month)), ...frozen], question) }
}
