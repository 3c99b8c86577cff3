import { parseCsv } from 'hucre/csv'
import { streamXlsxRows } from 'hucre/xlsx'
import { LIMIT } from '../core/limit.ts'
import { IMPORT_FIELDS, type ImportField, type TypedRow } from '../core/person/import-row.ts'
import { accept, type Result, refuse } from '../core/result.ts'
import { COLUMN_NAMES } from './people-file-copy.ts'
import { isSmallZip } from './small-zip.ts'

export interface FiledRow {
  /** As a spreadsheet numbers it: the first row, which names the columns, is 1. */
  readonly row: number
  readonly typed: TypedRow
}

type Cells = readonly unknown[]

/** Excel writes GBK where it is Chinese; UTF-8 that is none is not guessed at. */
function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

async function* cellsOf(format: 'xlsx' | 'csv', bytes: Uint8Array): AsyncGenerator<{ row: number; cells: Cells }> {
  if (format === 'csv') {
    const rows = parseCsv(textOf(bytes), { delimiter: ',', maxRows: LIMIT.importRows + 2 })
    for (const [index, cells] of rows.entries()) yield { row: index + 1, cells }
    return
  }
  for await (const { index, values } of streamXlsxRows(bytes)) yield { row: index + 1, cells: values }
}

/** A number that a spreadsheet has taken an ID number for has lost its end, and is refused by its check digit. */
const cellText = (cell: unknown): string => (typeof cell === 'string' || typeof cell === 'number' ? String(cell).trim() : '')

/** Which column is what; undefined where name, ID number and phone are not all there. */
function columnsOf(cells: Cells): ReadonlyMap<ImportField, number> | undefined {
  const heads = cells.map(cellText)
  const found = IMPORT_FIELDS.map((field) => [field, heads.findIndex((head) => COLUMN_NAMES[field].includes(head))] as const)
  const columns = new Map(found.filter(([, at]) => at >= 0))
  return columns.has('name') && columns.has('idNumber') && columns.has('phone') ? columns : undefined
}

const typedOf = (columns: ReadonlyMap<ImportField, number>, cells: Cells): TypedRow =>
  Object.fromEntries([...columns].map(([field, at]) => [field, cellText(cells[at])]))

/** The rows of a spreadsheet with people in it, blank ones left out; a file that cannot be read, or holds too much, is refused as a whole. */
export async function readPeopleFile(format: 'xlsx' | 'csv', bytes: Uint8Array): Promise<Result<readonly FiledRow[]>> {
  if (format === 'xlsx' && !isSmallZip(bytes, LIMIT.importInflatedBytes)) return refuse('file-unreadable')
  try {
    return await rowsOf(format, bytes)
  } catch {
    return refuse('file-unreadable')
  }
}

async function rowsOf(format: 'xlsx' | 'csv', bytes: Uint8Array): Promise<Result<readonly FiledRow[]>> {
  const rows: FiledRow[] = []
  let columns: ReadonlyMap<ImportField, number> | undefined
  for await (const { row, cells } of cellsOf(format, bytes)) {
    if (columns === undefined) {
      columns = columnsOf(cells)
      if (columns === undefined) return refuse('columns-missing')
    } else if (cells.some((cell) => cellText(cell) !== '')) {
      if (rows.length >= LIMIT.importRows) return refuse('too-many-rows', { limit: LIMIT.importRows })
      rows.push({ row, typed: typedOf(columns, cells) })
    }
  }
  return rows.length === 0 ? refuse('columns-missing') : accept(rows)
}
