import type { QueryEditorProps } from '@grafana/data'
import { Alert, InlineField, InlineFieldRow, LoadingPlaceholder, RadioButtonGroup, Text } from '@grafana/ui'
import React from 'react'
import { copy } from './copy.ts'
import { faultText } from './fault.ts'
import { FigurePicks } from './figure-picks.tsx'
import { PlacePick } from './pick.tsx'
import type { SourceOptions, StatisticsQuery } from './query.ts'
import type { StatisticsSource } from './source.ts'
import { type Editing, useCounty } from './use-county.ts'

type Props = QueryEditorProps<StatisticsSource, StatisticsQuery, SourceOptions>

/** What a panel can ask for; events are an annotation's. */
const ASKS = ['figures', 'alerts', 'freshness'] as const

/** Figures, the list of alerts, or how old the figures are. */
function AskPick({ query, set }: Pick<Editing, 'query' | 'set'>) {
  const { editor } = copy()
  const options = ASKS.map((value) => ({ value, label: editor.asks[value] }))
  return (
    <InlineField label={editor.ask} labelWidth={10}>
      <RadioButtonGroup
        options={options}
        value={ASKS.find((ask) => ask === query.ask) ?? 'figures'}
        onChange={(ask) => set({ ...query, ask })}
      />
    </InlineField>
  )
}

/** What the chosen figure counts. */
function Definition({ query, county }: Pick<Editing, 'query' | 'county'>) {
  const metric = county.metrics.find(({ id }) => id === query.metric)
  if (metric === undefined) return null
  return (
    <Text element="p" variant="bodySmall" {...(metric.collected ? {} : { color: 'warning' })}>
      {metric.definition}
    </Text>
  )
}

/** What a panel asks, with the definition of the chosen figure below. */
export function QueryEditor({ query, datasource, onChange, onRunQuery }: Props) {
  const words = copy()
  const county = useCounty(datasource.api)
  if (county === undefined) return <LoadingPlaceholder text={words.editor.reading} />
  if (county.fault !== undefined) return <Alert severity="error" title={faultText(county.fault, words)} />
  const set = (next: StatisticsQuery) => {
    onChange(next)
    onRunQuery()
  }
  const editing = { query, county, set }
  const { ask = 'figures' } = query
  return (
    <>
      <InlineFieldRow>
        <AskPick {...editing} />
      </InlineFieldRow>
      <InlineFieldRow>
        {ask === 'figures' && <FigurePicks {...editing} />}
        {ask === 'alerts' && <PlacePick {...editing} />}
      </InlineFieldRow>
      {ask === 'figures' && <Definition {...editing} />}
    </>
  )
}
