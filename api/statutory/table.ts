import type { Fen } from '../core/money.ts'

/** A column of a file for the authorities. Money and counts are numbers where the file knows numbers, so that they can be added up. */
export type Column<Row> = {
  readonly heading: string
  /** In characters of Latin script. */
  readonly width: number
} & ({ readonly text: (row: Row) => string } | { readonly fen: (row: Row) => Fen } | { readonly count: (row: Row) => number })

export interface Table<Row> {
  /** What the sheet is called. */
  readonly name: string
  readonly columns: readonly Column<Row>[]
  /** Read once, one after the other: nobody ever holds all of them. */
  readonly rows: AsyncIterable<Row>
}
