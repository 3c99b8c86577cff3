import type { QueryEditorProps } from '@grafana/data'
import { Alert, Combobox, InlineField, InlineFieldRow, LoadingPlaceholder, Text } from '@grafana/ui'
import React from 'react'
import { knowsTrades } from './asked.ts'
import { breakdownOptions, bucketOptions, metricOptions, type Options, placeOptions, withBreakdown, withMetric } from './choices.ts'
import { copy } from './copy.ts'
import { faultText } from './fault.ts'
import { NEW_QUERY, type SourceOptions, type StatisticsQuery } from './query.ts'
import type { StatisticsSource } from './source.ts'
import { type OfferedCounty, useCounty } from './use-county.ts'

type Props = QueryEditorProps<StatisticsSource, StatisticsQuery, SourceOptions>

interface PickProps {
  readonly id: string
  readonly label: string
  readonly options: Options
  readonly value: string
  readonly width: number
  readonly pick: (value: string) => void
  readonly isCustom?: boolean
}

/** A field with a list that can be searched by typing. */
function Pick({ id, label, options, value, width, pick, isCustom = false }: PickProps) {
  return (
    <InlineField label={label} labelWidth={10}>
      <Combobox
        id={id}
        width={width}
        options={options}
        value={value === '' ? null : value}
        placeholder={copy().editor.pick}
        createCustomValue={isCustom}
        onChange={({ value: picked }) => pick(picked)}
      />
    </InlineField>
  )
}

/** From left to right: which figure, told apart by what, where, how often. Each choice offers only what the one before it allows. */
function Picks({ query, county, set }: { query: StatisticsQuery; county: OfferedCounty; set: (next: StatisticsQuery) => void }) {
  const words = copy()
  const { editor } = words
  const { metrics, townships, trades, variables } = county
  const { metric: id = '', breakdown, region, trade, bucket } = { ...NEW_QUERY, ...query }
  const find = (wanted: string) => metrics.find((each) => each.id === wanted)
  const metric = find(id)
  const places = placeOptions(editor.wholeCounty, townships, variables)
  const pickMetric = (to: string) => set(withMetric(query, find(to)))
  const pickBreakdown = (to: string) => set(withBreakdown(query, to, metric))
  return (
    <InlineFieldRow>
      <Pick id="metric" label={editor.metric} width={32} options={metricOptions(metrics, words)} value={id} pick={pickMetric} />
      <Pick
        {...{ id: 'breakdown', label: editor.breakdown, width: 18, options: breakdownOptions(metric, words), value: breakdown }}
        pick={pickBreakdown}
      />
      <Pick
        id="region"
        label={editor.region}
        width={20}
        options={places}
        value={region}
        pick={(to) => set({ ...query, region: to })}
        isCustom
      />
      {knowsTrades(metric?.breakdowns ?? [], breakdown) && (
        <Pick
          {...{ id: 'trade', label: editor.trade, width: 18, options: placeOptions(editor.allTrades, trades, variables), value: trade }}
          pick={(to) => set({ ...query, trade: to })}
          isCustom
        />
      )}
      <Pick
        {...{ id: 'bucket', label: editor.bucket, width: 20, options: bucketOptions(metric, variables, words), value: bucket }}
        pick={(to) => set({ ...query, bucket: to })}
      />
    </InlineFieldRow>
  )
}

/** What a panel asks, with the definition of the chosen figure below. */
export function QueryEditor({ query, datasource, onChange, onRunQuery }: Props) {
  const words = copy()
  const county = useCounty(datasource.api)
  if (county === undefined) return <LoadingPlaceholder text={words.editor.reading} />
  if (county.fault !== undefined) return <Alert severity="error" title={faultText(county.fault, words)} />
  const metric = county.metrics.find(({ id }) => id === query.metric)
  const set = (next: StatisticsQuery) => {
    onChange(next)
    onRunQuery()
  }
  return (
    <>
      <Picks query={query} county={county} set={set} />
      {metric !== undefined && (
        <Text element="p" variant="bodySmall" {...(metric.collected ? {} : { color: 'warning' })}>
          {metric.definition}
        </Text>
      )}
    </>
  )
}
