import { type DataFrame, type Field, FieldType } from '@grafana/data'
import { startOfDayMs } from './asked.ts'
import type { Copy } from './copy.ts'
import type { Alert } from './shapes.ts'
import { worded } from './worded.ts'

/** A list of alerts, the newest first: what was found, who should look, and whether somebody does. */
export function alertsFrame(alerts: readonly Alert[], refId: string, { alert: heading, alertState }: Copy): DataFrame {
  const field = (name: string, type: FieldType, of: (alert: Alert) => unknown): Field => ({
    name,
    type,
    config: {},
    values: alerts.map(of),
  })
  return {
    refId,
    length: alerts.length,
    meta: { preferredVisualisationType: 'table' },
    fields: [
      field(heading.day, FieldType.time, ({ from }) => startOfDayMs(from)),
      field(heading.urgent, FieldType.string, ({ urgent }) => (urgent ? heading.isUrgent : '')),
      field(heading.title, FieldType.string, ({ title }) => title),
      field(heading.text, FieldType.string, ({ text }) => text),
      field(heading.desk, FieldType.string, ({ desk }) => desk),
      field(heading.state, FieldType.string, ({ state }) => worded(alertState, state)),
    ],
  }
}
