import { type Field, type FieldConfig, FieldType } from '@grafana/data'
import type { Copy } from './copy.ts'
import type { Figures, Row } from './shapes.ts'
import { worded } from './worded.ts'

const FEN_PER_YUAN = 100

/** Money arrives in whole fen and is shown in yuan; what is not known stays null, never 0. */
const shown = (value: number | null, unit: string): number | null => (value === null || unit !== 'fen' ? value : value / FEN_PER_YUAN)

const unitText = (unit: string, copy: Copy): string => (unit === 'ratio' ? 'percentunit' : `suffix:${worded(copy.unit, unit)}`)

/** A column of an answer: one place, trade, age or whatever the breakdown tells apart, with a row a bucket (none where nothing is known). */
export interface Column {
  readonly name: string
  readonly rows: readonly (Row | undefined)[]
}

function emptyText({ rows }: Column, { metric }: Figures, { cell }: Copy): string {
  if (!metric.collected) return cell.notCollected
  const isKeptBack = rows.some((row) => row?.suppressed)
  const isEmpty = rows.some((row) => row === undefined || (row.value === null && !row.suppressed))
  if (isKeptBack) return isEmpty ? cell.either : cell.suppressed
  return cell.empty
}

/** Grafana writes one text for all that is null in a field, so where there are two reasons it names both. */
function configOf(column: Column, figures: Figures, copy: Copy): FieldConfig {
  const { unit, definition } = figures.metric
  return {
    displayNameFromDS: column.name,
    description: definition,
    unit: unitText(unit, copy),
    noValue: emptyText(column, figures, copy),
    ...(unit === 'ratio' ? { min: 0, max: 1 } : {}),
  }
}

const numbers = (name: string, values: (number | null)[], config: FieldConfig): Field => ({ name, type: FieldType.number, values, config })

/** A column's fields: its value, and beside the median of a duration what nine of ten stay below. */
export function fieldsOf(column: Column, figures: Figures, copy: Copy): Field[] {
  const { kind, unit } = figures.metric
  const config = configOf(column, figures, copy)
  const value = column.rows.map((row) => shown(row?.value ?? null, unit))
  if (kind !== 'duration') return [numbers(column.name, value, config)]
  const { median, p90 } = copy.field
  const named = (part: string) => (column.name === figures.metric.name ? part : `${column.name} ${part}`)
  const ninth = column.rows.map((row) => shown(row?.p90 ?? null, unit))
  return [
    numbers(named(median), value, { ...config, displayNameFromDS: named(median) }),
    numbers(named(p90), ninth, { ...config, displayNameFromDS: named(p90) }),
  ]
}
