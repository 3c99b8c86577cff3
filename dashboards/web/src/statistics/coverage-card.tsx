import { figureText } from '@linggong/api/core/statistics/figure-text.ts'
import { useCallback } from 'react'
import { CARD, COLUMN, COVERAGE, WHY } from '../../copy.ts'
import { Card } from './card.tsx'
import { Chart } from './chart.tsx'
import { DataTable } from './data-table.tsx'
import { gaugeOption } from './options/gauge-option.ts'
import { figureOf, type Page, questionOf } from './page.ts'
import type { Palette } from './palette.ts'

const HEIGHT = 190

/** How much work began under cover, and the gap that is left in people's days. */
export function CoverageCard({ page }: { readonly page: Page }) {
  const coverage = figureOf(page, 'insurance_coverage')
  const risky = figureOf(page, 'high_risk_uninsured')
  const option = useCallback((palette: Palette) => (coverage === undefined ? {} : gaugeOption(coverage, palette)), [coverage])
  if (coverage === undefined || risky === undefined) return null
  const { numerator, denominator } = coverage.now ?? { numerator: null, denominator: null }
  const takes = (value: number | null): string => {
    if (value === null) return coverage.now?.suppressed ? WHY.suppressed : WHY.nothing
    const { number, unit } = figureText(risky.metric, value)
    return `${number}${unit}`
  }
  const gap = numerator === null || denominator === null ? null : denominator - numerator
  const facts = [
    { name: COVERAGE.started, text: takes(denominator), isBad: false },
    { name: COVERAGE.covered, text: takes(numerator), isBad: false },
    { name: COVERAGE.gap, text: takes(gap), isBad: false },
    { name: COVERAGE.highRisk, text: takes(risky.now?.value ?? null), isBad: (risky.now?.value ?? 0) > 0 },
  ]
  return (
    <Card
      name={CARD.coverage}
      className="narrow"
      definition={{ name: coverage.metric.name, text: coverage.metric.definition }}
      file={questionOf(page, 'insurance_coverage', 'none')}
      chart={
        <>
          <Chart label={CARD.coverage} height={HEIGHT} option={option} />
          <dl className="facts">
            {facts.map(({ name, text, isBad }) => (
              <div key={name} className={isBad ? 'bad' : undefined}>
                <dt>{name}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        </>
      }
      table={
        <DataTable
          caption={CARD.coverage}
          columns={[COLUMN.metric, COLUMN.value]}
          rows={facts.map(({ name, text }) => ({ key: name, cells: [name, text] }))}
        />
      }
      note={COVERAGE.target}
    />
  )
}
