import type { FileAnswer, TableFormat } from '../contract/file-answer.ts'
import type { Table } from './table.ts'
import { writeCsv } from './write-csv.ts'
import { writeXlsx } from './write-xlsx.ts'

const WRITE = { xlsx: writeXlsx, csv: writeCsv } as const

/** A table as the file that was asked for; nothing of it is read before somebody reads the file. */
export const fileOf = <Row>(table: Table<Row>, { title, format }: { title: string; format: TableFormat }): FileAnswer => ({
  name: `${title}.${format}`,
  format,
  bytes: WRITE[format](table),
})
