import { z } from 'zod'

/** What a file can be; the first is what is asked for by default. */
export const FILE_TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  zip: 'application/zip',
} as const
export type FileFormat = keyof typeof FILE_TYPES
/** What a table can be. */
export type TableFormat = Exclude<FileFormat, 'zip'>

/** An answer that is no JSON: its bytes are sent while they are made, and whoever stops reading stops the making. */
export interface FileAnswer {
  /** What a browser saves it under, ending included. */
  readonly name: string
  readonly format: FileFormat
  readonly bytes: AsyncIterable<Uint8Array>
}

export const isFileAnswer = (value: unknown): value is FileAnswer =>
  typeof value === 'object' &&
  value !== null &&
  Object.hasOwn(FILE_TYPES, Reflect.get(value, 'format')) &&
  typeof Reflect.get(value, 'name') === 'string' &&
  typeof Reflect.get(Object(Reflect.get(value, 'bytes')), Symbol.asyncIterator) === 'function'

/** The answer of every row that gives a file. */
export const fileAnswer = z.custom<FileAnswer>(isFileAnswer)
