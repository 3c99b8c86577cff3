import { yuanText } from '../core/money.ts'
import type { Column, Table } from './table.ts'

/** Without it Excel takes UTF-8 for GBK. */
const BYTE_ORDER_MARK = '\ufeff'
const CHUNK_CHARACTERS = 16 * 1024

/** The table as comma-separated text in UTF-8, a few thousand characters at a time. */
export async function* writeCsv<Row>({ columns, rows }: Table<Row>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  let waiting = BYTE_ORDER_MARK + line(columns.map(({ heading }) => quoted(heading)))
  for await (const row of rows) {
    waiting += line(columns.map((column) => cellOf(column, row)))
    if (waiting.length < CHUNK_CHARACTERS) continue
    yield encoder.encode(waiting)
    waiting = ''
  }
  if (waiting !== '') yield encoder.encode(waiting)
}

const line = (cells: readonly string[]): string => `${cells.join(',')}\r\n`

function cellOf<Row>(column: Column<Row>, row: Row): string {
  if ('text' in column) return quoted(harmless(column.text(row)))
  return 'fen' in column ? yuanText(column.fen(row)) : `${column.count(row)}`
}

/** A text that a spreadsheet would take for a formula, or whose end it would round away, is marked as text. */
const FORMULA = /^[\s\ufeff]*[=+\-@＝＋－＠]/
const LONG_NUMBER = /^\d{16,}$/

function harmless(text: string): string {
  if (FORMULA.test(text)) return `'${text}`
  return LONG_NUMBER.test(text) ? `\t${text}` : text
}

const quoted = (text: string): string => (/[",\r\n\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
