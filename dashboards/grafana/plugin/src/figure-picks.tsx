import React from 'react'
import { knowsTrades } from './asked.ts'
import { breakdownOptions, bucketOptions, metricOptions, placeOptions, withBreakdown, withMetric } from './choices.ts'
import { copy } from './copy.ts'
import { Pick, PlacePick } from './pick.tsx'
import { NEW_QUERY } from './query.ts'
import type { Editing } from './use-county.ts'

/** From left to right: which figure, told apart by what, where, how often. Each choice offers only what the one before it allows. */
export function FigurePicks({ query, county, set }: Editing) {
  const words = copy()
  const { editor } = words
  const { metrics, trades, variables } = county
  const { metric: id = '', breakdown, trade, bucket } = { ...NEW_QUERY, ...query }
  const find = (wanted: string) => metrics.find((each) => each.id === wanted)
  const metric = find(id)
  const pickMetric = (to: string) => set(withMetric(query, find(to)))
  const pickBreakdown = (to: string) => set(withBreakdown(query, to, metric))
  return (
    <>
      <Pick id="metric" label={editor.metric} width={32} options={metricOptions(metrics, words)} value={id} pick={pickMetric} />
      <Pick
        {...{ id: 'breakdown', label: editor.breakdown, width: 18, options: breakdownOptions(metric, words), value: breakdown }}
        pick={pickBreakdown}
      />
      <PlacePick query={query} county={county} set={set} />
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
    </>
  )
}
