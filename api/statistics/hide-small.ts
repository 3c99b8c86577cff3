import type { Span } from '../core/statistics/bucket.ts'
import { METRICS } from '../core/statistics/catalogue.ts'
import { COUNTED_APART } from '../core/statistics/metric-row.ts'
import { keptBack, keptBackOf } from '../core/statistics/suppress.ts'
import type { Store } from '../store/port.ts'
import { cellKey, type FigureTable, figuresOf } from './figures-of.ts'
import { type Source, type StatisticsQuestion, townshipOf } from './question.ts'

interface Table {
  readonly source: Source
  readonly spans: readonly Span[]
  readonly table: FigureTable
}

/**
 * The cells that are kept back from whoever may not see a handful of people. The county as a whole is never small; a part of it is, in each
 * table it stands in: what is kept back among the townships stays so when that township is asked for alone, and with it all of its parts.
 */
export async function hideSmall(store: Store, question: StatisticsQuestion, { source, spans, table }: Table): Promise<ReadonlySet<string>> {
  const hidden = new Set<string>()
  const { columns } = table
  const township = townshipOf(question)
  if (township !== undefined && COUNTED_APART.includes(question.breakdown)) {
    for (const key of await hideApart(store, question, { source, spans, township })) hidden.add(key)
  } else if (question.breakdown !== 'none') {
    for (const at of spans.keys()) {
      const back = keptBack(columns.map(({ figures }) => ({ people: figures[at]?.people ?? 0 })))
      for (const [place, column] of columns.entries()) if (back.has(place)) hidden.add(cellKey(at, column))
    }
  }
  for (const { whole, region, group } of wholesOf(question)) {
    const above = await figuresOf(store, whole, { source, spans })
    const back = await hideSmall(store, whole, { source, spans, table: above })
    for (const at of spans.keys()) {
      if (back.has(cellKey(at, { region, group }))) for (const column of columns) hidden.add(cellKey(at, column))
    }
  }
  return hidden
}

/**
 * What is kept back of one township's groups that are counted apart: with those of all other townships they come to the county's, so they are
 * cells of a table of both.
 */
async function hideApart(
  store: Store,
  { region: _, ...question }: StatisticsQuestion,
  { source, spans, township }: Pick<Table, 'source' | 'spans'> & { readonly township: string },
): Promise<ReadonlySet<string>> {
  const hidden = new Set<string>()
  const county = await figuresOf(store, question, { source, spans })
  const above = await hideSmall(store, question, { source, spans, table: county })
  const { columns } = await figuresOf(store, { ...question, everyTownship: true }, { source, spans })
  const regions = [...Map.groupBy(columns, ({ region }) => region)]
  for (const at of spans.keys()) {
    const rows = regions.map(([, groups]) => groups.map(({ figures }) => ({ people: figures[at]?.people ?? 0 })))
    const whole = county.columns.flatMap((column, place) => (above.has(cellKey(at, column)) ? [place] : []))
    const back = keptBackOf(rows, new Set(whole))
    for (const [row, [region, groups]] of regions.entries()) {
      if (region !== township) continue
      for (const [place, column] of groups.entries()) if (back[row]?.[place]) hidden.add(cellKey(at, column))
    }
  }
  return hidden
}

interface Whole {
  readonly whole: StatisticsQuestion
  readonly region: string
  readonly group: string | null
}

/** The tables in which what is asked for is itself a cell. */
function wholesOf(question: StatisticsQuestion): readonly Whole[] {
  const { county, region = county, trade, risk } = question
  const allows = METRICS[question.metric].breakdowns
  const township = townshipOf(question)
  const wholes: Whole[] = []
  if (township !== undefined && allows.includes('township'))
    wholes.push({ whole: { ...question, region: county, breakdown: 'township' }, region: township, group: null })
  if (trade !== undefined && question.breakdown !== 'trade')
    wholes.push({ whole: { ...question, trade: undefined, breakdown: 'trade' }, region, group: trade })
  if (risk !== undefined && question.breakdown !== 'risk')
    wholes.push({ whole: { ...question, risk: undefined, breakdown: 'risk' }, region, group: `${risk}` })
  return wholes
}
