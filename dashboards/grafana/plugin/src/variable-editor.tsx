import type { DataSourceApi, QueryEditorProps } from '@grafana/data'
import { Combobox, InlineField, InlineFieldRow, Input } from '@grafana/ui'
import React from 'react'
import { copy } from './copy.ts'
import type { SourceOptions, StatisticsQuery, VariableQuery } from './query.ts'

type Props = QueryEditorProps<DataSourceApi<StatisticsQuery, SourceOptions>, StatisticsQuery, SourceOptions, VariableQuery>

const LABEL_WIDTH = 16

/** What the choices are; for townships also which county's. */
export function VariableEditor({ query, onChange }: Props) {
  const { variable, variableKind } = copy()
  const { kind = 'townships', county = '' } = query
  const kinds = Object.entries(variableKind).map(([value, label]) => ({ value, label }))
  return (
    <InlineFieldRow>
      <InlineField label={variable.kind} labelWidth={LABEL_WIDTH}>
        <Combobox id="kind" width={30} options={kinds} value={kind} onChange={({ value }) => onChange({ ...query, kind: value })} />
      </InlineField>
      {kind === 'townships' && (
        <InlineField label={variable.county} labelWidth={LABEL_WIDTH} tooltip={variable.countyHint}>
          <Input
            id="county"
            width={30}
            value={county}
            placeholder="$county"
            onChange={({ currentTarget }) => onChange({ ...query, county: currentTarget.value })}
          />
        </InlineField>
      )}
    </InlineFieldRow>
  )
}
