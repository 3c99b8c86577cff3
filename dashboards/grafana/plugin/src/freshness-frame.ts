import { type DataFrame, FieldType } from '@grafana/data'
import type { Copy } from './copy.ts'
import type { Health } from './shapes.ts'

/** As of when the figures are, and whether anything of them is real. */
export function freshnessFrame({ dataAsOf, demo }: Health, refId: string, { freshness }: Copy): DataFrame {
  return {
    refId,
    length: 1,
    fields: [
      { name: freshness.asOf, type: FieldType.time, config: {}, values: [Date.parse(dataAsOf)] },
      { name: freshness.what, type: FieldType.string, config: {}, values: [demo ? freshness.demo : freshness.real] },
    ],
  }
}
