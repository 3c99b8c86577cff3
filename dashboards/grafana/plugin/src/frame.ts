import { type DataFrame, type Field, FieldType, type QueryResultMetaNotice } from '@grafana/data'
import { EVERYTHING, startOfDayMs } from './asked.ts'
import type { Copy } from './copy.ts'
import { type Column, fieldsOf } from './field.ts'
import type { Figures, Row } from './shapes.ts'
import { worded } from './worded.ts'

const isNamed = (breakdown: string, { group }: Copy): breakdown is keyof Copy['group'] => Object.hasOwn(group, breakdown)

/** How people call a cell of a breakdown. */
function groupName({ region, group }: Row, { breakdown, metric }: Figures, copy: Copy): string {
  if (breakdown === 'none') return metric.name
  if (breakdown === 'township') return region || copy.noTownship
  if (!group) return copy.unknown
  return isNamed(breakdown, copy) ? copy.group[breakdown](group) : group
}

const bucketsOf = ({ rows }: Figures): string[] => [...new Set(rows.map(({ bucketStart }) => bucketStart))]

/** The API answers in buckets and, within each, in a fixed order of places and groups: that order stays. */
function columnsOf(figures: Figures, copy: Copy): Column[] {
  const buckets = bucketsOf(figures)
  const rowsByName = Map.groupBy(figures.rows, (row) => groupName(row, figures, copy))
  return [...rowsByName].map(([name, rows]) => {
    const byBucket = new Map(rows.map((row) => [row.bucketStart, row]))
    return { name, rows: buckets.map((bucket) => byBucket.get(bucket)) }
  })
}

const plain = (name: string, type: FieldType, values: unknown[]): Field => ({ name, type, values, config: {} })

/** One column where there is nothing to tell, so that a panel knows what it is empty of. */
const nothing = ({ metric }: Figures, cells: number): Column => ({ name: metric.name, rows: Array.from({ length: cells }) })

/** A field of moments and one a column; for a metric that is not collected no moment, not even one with 0. */
function seriesFields(figures: Figures, copy: Copy): Field[] {
  const times = bucketsOf(figures).map(startOfDayMs)
  const columns = columnsOf(figures, copy)
  const shown = columns.length > 0 ? columns : [nothing(figures, 0)]
  return [plain(copy.field.time, FieldType.time, times), ...shown.flatMap((column) => fieldsOf(column, figures, copy))]
}

/** One figure for the whole range. */
function totalFields(figures: Figures, copy: Copy): Field[] {
  const [column = nothing(figures, 1)] = columnsOf(figures, copy)
  return fieldsOf(column, figures, copy)
}

/** A row a group: its name, its figure. */
function tableFields(figures: Figures, copy: Copy): Field[] {
  const columns = columnsOf(figures, copy)
  const names = plain(
    worded(copy.breakdown, figures.breakdown),
    FieldType.string,
    columns.map(({ name }) => name),
  )
  return [names, ...fieldsOf({ name: figures.metric.name, rows: columns.flatMap(({ rows }) => rows) }, figures, copy)]
}

/** An answer as Grafana draws it: a series where there are buckets, else one figure, or a table of the groups. */
export function frameOf(figures: Figures, { refId, notices }: { refId: string; notices: QueryResultMetaNotice[] }, copy: Copy): DataFrame {
  const isSeries = figures.bucket !== EVERYTHING
  const isTable = !isSeries && figures.breakdown !== 'none'
  const fields = isSeries ? seriesFields(figures, copy) : isTable ? tableFields(figures, copy) : totalFields(figures, copy)
  return {
    refId,
    name: figures.metric.name,
    fields,
    length: fields[0]?.values.length ?? 0,
    meta: { notices, preferredVisualisationType: isSeries ? 'graph' : 'table' },
  }
}
