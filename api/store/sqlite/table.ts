import type { Row } from '../engine.ts'
import { isInArray } from '../field.ts'
import type { Collection, FieldPath, Scalar } from '../port.ts'
import { valueAt, valuesAt } from '../stored.ts'
import { sortKey } from './sort-key.ts'

/** One declared key. Its sort keys stand in a column of the table, or, where it crosses an array, in a table at its side. */
export interface KeyShape {
  readonly name: string
  readonly fields: readonly FieldPath[]
  readonly unique: boolean
  readonly arrayField: FieldPath | undefined
  /** The quoted SQL name of the column or of the side table. */
  readonly holder: string
}

export interface TableShape {
  readonly name: string
  readonly columns: readonly KeyShape[]
  readonly sides: readonly KeyShape[]
  /** Changes whenever the keys would have to be built anew. */
  readonly fingerprint: string
}

const LAYOUT = 1

function keyShape(of: Collection, name: string, unique: boolean): KeyShape {
  const fields = (unique ? of.unique[name] : of.indexes[name]) ?? []
  const arrayField = fields.find((field) => isInArray(of, field))
  return { name, fields, unique, arrayField, holder: arrayField === undefined ? `"k$${name}"` : `"${of.name}$${name}"` }
}

export function tableShape(of: Collection): TableShape {
  const unique = Object.keys(of.unique).map((name) => keyShape(of, name, true))
  const keys = [...unique, ...Object.keys(of.indexes).map((name) => keyShape(of, name, false))]
  return {
    name: `"${of.name}$"`,
    columns: keys.filter((key) => key.arrayField === undefined),
    sides: keys.filter((key) => key.arrayField !== undefined),
    fingerprint: JSON.stringify([LAYOUT, keys]),
  }
}

/** In a unique key an absent field leaves the document out; an index ends with the id, so that its rows have one order. */
function entryOf(key: KeyShape, values: readonly Scalar[], id: string): Buffer | null {
  if (key.unique) return values.includes(null) ? null : sortKey(values)
  return sortKey([...values, id])
}

/** The one sort key of a row in a key without arrays. */
export const columnEntry = (key: KeyShape, row: Row): Buffer | null =>
  entryOf(
    key,
    key.fields.map((field) => valueAt(row.json, field)),
    row.id,
  )

/** One sort key for each distinct element of the array; an element without the field is in no index. */
export function sideEntries(key: KeyShape, row: Row): readonly Buffer[] {
  const elements = key.arrayField === undefined ? [] : valuesAt(row.json, key.arrayField).filter((element) => element !== null)
  return elements.flatMap((element) => {
    const values = key.fields.map((field) => (field === key.arrayField ? element : valueAt(row.json, field)))
    return entryOf(key, values, row.id) ?? []
  })
}
