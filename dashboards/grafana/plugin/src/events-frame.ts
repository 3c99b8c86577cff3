import { type DataFrame, type Field, FieldType } from '@grafana/data'
import { startOfDayMs } from './asked.ts'
import type { CountyEvent } from './shapes.ts'

const COLOUR: Readonly<Record<string, string>> = {
  'spring-festival': '#e02f44',
  'wheat-harvest': '#f2cc0c',
  'autumn-harvest': '#ff9830',
  policy: '#5794f2',
  alert: '#c4162a',
}
const OTHER_COLOUR = '#8e8e8e'

/** Annotations by the names Grafana looks for. A stretch ends where its last day does; the API leaves out the day after. */
export function eventsFrame(events: readonly CountyEvent[], refId: string): DataFrame {
  const field = <T>(name: string, type: FieldType, of: (event: CountyEvent) => T): Field => ({
    name,
    type,
    config: {},
    values: events.map(of),
  })
  return {
    refId,
    length: events.length,
    fields: [
      field('time', FieldType.time, ({ from }) => startOfDayMs(from)),
      field('timeEnd', FieldType.time, ({ to }) => startOfDayMs(to) - 1),
      field('title', FieldType.string, ({ title }) => title),
      field('text', FieldType.string, ({ text }) => text),
      field('tags', FieldType.other, ({ kind }) => [kind]),
      field('color', FieldType.string, ({ kind }) => COLOUR[kind] ?? OTHER_COLOUR),
    ],
  }
}
