import type { StatisticsAnswer } from '../contract/statistics.contract.ts'
import { figureText } from '../core/statistics/figure-text.ts'
import { type Html, html } from '../page/html.ts'
import type { ReportTable } from './gather-report.ts'
import { REPORT } from './report-copy.ts'

type Row = StatisticsAnswer['rows'][number]

/** What stands in a cell: a figure, a star for what is kept back, a dash for what there is not; never 0 for either. */
export function cellText(metric: StatisticsAnswer['metric'], row: Pick<Row, 'value' | 'suppressed'> | undefined): string {
  if (row?.suppressed) return '＊'
  if (row === undefined || row.value === null) return '—'
  const { number, unit } = figureText(metric, row.value)
  return `${number}${unit}`
}

export interface TableWords {
  readonly column: string
  readonly keyOf: (row: Row) => string
  readonly nameOf: (key: string) => string
}

/** Whatever the first metric has most of stands first. */
function keysOf({ answers }: ReportTable, keyOf: TableWords['keyOf'], by: string): readonly string[] {
  const keys = [...new Set(answers.flatMap(({ rows }) => rows.map(keyOf)))]
  const main = answers.find(({ metric }) => metric.id === by) ?? answers[0]
  const size = (key: string): number => main?.rows.find((row) => keyOf(row) === key)?.value ?? -1
  return keys.toSorted((one, other) => size(other) - size(one))
}

const isSaying = ({ value, suppressed }: Row): boolean => suppressed || (value !== null && value !== 0)

/** Metrics beside each other, a row for each township, trade or band that has anything to tell. */
export function reportTable(table: ReportTable, { column, keyOf, nameOf }: TableWords): Html {
  const { answers } = table
  const has = (key: string): boolean => answers.some(({ rows }) => rows.some((row) => keyOf(row) === key && isSaying(row)))
  const lines = keysOf(table, keyOf, 'orders_completed')
    .filter(has)
    .map((key) => {
      const cells = answers.map(
        ({ metric, rows }) =>
          html`<td>${cellText(
            metric,
            rows.find((row) => keyOf(row) === key),
          )}</td>`,
      )
      return html`<tr><th scope="row">${nameOf(key)}</th>${cells}</tr>\n`
    })
  const heads = answers.map(({ metric }) => html`<th scope="col">${metric.name}</th>`)
  return html`<table><thead><tr><th scope="col">${column}</th>${heads}</tr></thead><tbody>
${lines}</tbody></table>`
}

const nameOfTownship = (key: string): string => (key === '' ? REPORT.noTownship : key)

export const TOWNSHIP_TABLE: TableWords = { column: REPORT.column.township, keyOf: ({ region }) => region, nameOf: nameOfTownship }
export const TRADE_TABLE: TableWords = { column: REPORT.column.trade, keyOf: ({ group }) => group ?? '', nameOf: (key) => key }

/** All bands, also the empty ones: no debt is worth saying. */
export function ageingTable({ answers }: ReportTable): Html {
  const lines = Object.entries(REPORT.band).map(([band, name]) => {
    const cells = answers.map(
      ({ metric, rows }) =>
        html`<td>${cellText(
          metric,
          rows.find(({ group }) => group === band),
        )}</td>`,
    )
    return html`<tr><th scope="row">${name}</th>${cells}</tr>\n`
  })
  const { band, amount, seats } = REPORT.column
  return html`<table><thead><tr>${[band, amount, seats].map((name) => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>
${lines}</tbody></table>`
}
