import { figureText } from '@linggong/api/core/statistics/figure-text.ts'
import { periodText } from '@linggong/api/core/statistics/period-text.ts'
import { useCallback } from 'react'
import { CARD, COLUMN, WHY } from '../../copy.ts'
import { Card } from './card.tsx'
import { Chart } from './chart.tsx'
import { DataTable } from './data-table.tsx'
import { trendOption } from './options/trend-option.ts'
import { type Page, questionOf } from './page.ts'
import type { Palette } from './palette.ts'
import { sinceFirst } from './since-first.ts'
import type { Figure } from './types.ts'

const HEIGHT = 264

export function TrendCard({ page, figure }: { readonly page: Page; readonly figure: Figure }) {
  const { metric } = figure
  const trend = sinceFirst(figure.trend)
  const { period } = page.overview
  const name = CARD.trend(metric.name)
  const option = useCallback((palette: Palette) => trendOption(figure, period, palette), [figure, period])
  const text = ({ value, suppressed }: Figure['trend'][number]): string => {
    if (value === null) return suppressed ? WHY.suppressed : WHY.nothing
    const told = figureText(metric, value)
    return `${told.number}${told.unit}`
  }
  return (
    <Card
      name={name}
      className="wide"
      definition={{ name: metric.name, text: metric.definition }}
      file={{ ...questionOf(page, metric.id, 'none'), from: period.trendFrom }}
      chart={trend.length === 0 ? <p className="nothing">{CARD.nothing}</p> : <Chart label={name} height={HEIGHT} option={option} />}
      table={
        <DataTable
          caption={name}
          columns={[COLUMN.period, COLUMN.value]}
          rows={trend
            .toReversed()
            .map((row) => ({ key: row.bucketStart, cells: [periodText({ by: period.by, from: row.bucketStart }), text(row)] }))}
        />
      }
    />
  )
}
