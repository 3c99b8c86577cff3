import { writeXlsxStream } from 'hucre/xlsx'
import { yuanText } from '../core/money.ts'
import type { Column, Table } from './table.ts'

/** As Excel names them: text, and yuan with their fen. */
const TEXT_FORMAT = '@'
const MONEY_FORMAT = '0.00'

/**
 * The table as a workbook whose bytes come while its rows are read, so that memory does not grow with them. Texts are stored as texts in
 * cells formatted as text: no name is ever worked out as a formula, not even after somebody has edited it.
 */
export const writeXlsx = <Row>({ name, columns, rows }: Table<Row>): AsyncIterable<Uint8Array> =>
  writeXlsxStream(valuesOf(columns, rows), { name, columns: columns.map(formatOf), freezePane: { rows: 1 } })

function formatOf<Row>(column: Column<Row>): { header: string; width: number; numFmt?: string } {
  const { heading, width } = column
  if ('count' in column) return { header: heading, width }
  return { header: heading, width, numFmt: 'text' in column ? TEXT_FORMAT : MONEY_FORMAT }
}

async function* valuesOf<Row>(columns: readonly Column<Row>[], rows: AsyncIterable<Row>): AsyncGenerator<(string | number)[]> {
  for await (const row of rows) yield columns.map((column) => cellOf(column, row))
}

function cellOf<Row>(column: Column<Row>, row: Row): string | number {
  if ('text' in column) return withoutNoncharacters(column.text(row))
  return 'fen' in column ? Number(yuanText(column.fen(row))) : column.count(row)
}

/** XML cannot hold them, and a workbook with one of them does not open. */
const withoutNoncharacters = (text: string): string => text.toWellFormed().replace(/[\ufffe\uffff]/g, '')
