import { type DataFrame, FieldType } from '@grafana/data'
import type { Choice } from './shapes.ts'

/** Choices of a dashboard variable by the names Grafana looks for. */
export function choicesFrame(choices: readonly Choice[], refId: string): DataFrame {
  return {
    refId,
    length: choices.length,
    fields: [
      { name: 'text', type: FieldType.string, config: {}, values: choices.map(({ text }) => text) },
      { name: 'value', type: FieldType.string, config: {}, values: choices.map(({ value }) => value) },
    ],
  }
}
