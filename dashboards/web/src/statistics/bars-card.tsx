import type { Metric, StatisticsAnswer } from '@linggong/api/contract/statistics.contract.ts'
import { useCallback, useMemo } from 'react'
import { CARD, COLUMN, COVERAGE, EMPLOYER_NAME, NO_TOWNSHIP } from '../../copy.ts'
import { Card } from './card.tsx'
import { Chart } from './chart.tsx'
import { DataTable } from './data-table.tsx'
import { type Bar, barsOption, barText, sortBars } from './options/bars-option.ts'
import { type Page, questionOf } from './page.ts'
import type { Palette } from './palette.ts'
import { PartsChoice } from './parts-choice.tsx'
import type { Row } from './types.ts'
import { useAnswer } from './use-answer.ts'
import { queryUrl, type View } from './view.ts'

const ROW_HEIGHT = 23
const LEAST_HEIGHT = 120
/** More bars than this are read in the table. */
const BARS_MAX = 16

interface Way {
  readonly breakdown: 'township' | View['parts']
  readonly name: (metric: string) => string
  readonly column: string
  /** What a tap does; nothing is looked at alone where it is left out. */
  readonly hint?: string
  readonly keyOf: (row: Row) => string
}

const WAYS: Readonly<Record<Way['breakdown'], Way>> = {
  township: {
    breakdown: 'township',
    name: CARD.townships,
    column: COLUMN.township,
    hint: CARD.pickTownship,
    keyOf: ({ region }) => region,
  },
  trade: { breakdown: 'trade', name: CARD.trades, column: COLUMN.trade, hint: CARD.pickTrade, keyOf: ({ group }) => group ?? '' },
  employer: { breakdown: 'employer', name: CARD.employers, column: COLUMN.employer, keyOf: ({ group }) => group ?? '' },
}

const barOf = (row: Row, { keyOf }: Way): Bar => {
  const key = keyOf(row)
  return { key, name: key === '' ? NO_TOWNSHIP : (EMPLOYER_NAME[key] ?? key), value: row.value, suppressed: row.suppressed }
}

const hintOf = ({ hint }: Way, { id }: Metric): string | undefined => (id === 'insurance_coverage' ? `${hint} · ${COVERAGE.line}` : hint)

/** A trade or township with nothing to tell makes no bar: there are two dozen of them. */
const hasSomething = ({ value, suppressed }: Row): boolean => suppressed || (value !== null && value !== 0)

export interface BarsCardProps {
  readonly page: Page
  readonly metric: Metric
  readonly breakdown: Way['breakdown']
}

/** One metric told apart by township or by trade; a tap looks at one of them alone. */
export function BarsCard({ page, metric, breakdown }: BarsCardProps) {
  const way = WAYS[breakdown]
  const { given, view, look } = page
  const isTownship = breakdown === 'township'
  const canAsk =
    metric.breakdowns.includes(breakdown) &&
    (!isTownship || given.isWholeCounty) &&
    (view.trade === undefined || (breakdown !== 'employer' && metric.breakdowns.includes('trade')))
  const where = { ...questionOf(page, metric.id, breakdown), ...(isTownship ? { region: undefined } : { trade: undefined }) }
  const { value: answer } = useAnswer<StatisticsAnswer>(canAsk ? queryUrl(where) : undefined)
  /** What was asked for before is of another metric until this one is here. */
  const value = answer?.metric.id === metric.id ? answer : undefined
  const picked = isTownship ? view.region : breakdown === 'trade' ? view.trade : undefined
  const bars = useMemo(() => sortBars((value?.rows ?? []).filter(hasSomething).map((row) => barOf(row, way))), [value, way])
  const shown = bars.slice(0, BARS_MAX)
  const pick = (bar: Bar | undefined): void => {
    if (bar === undefined || bar.key === '' || way.hint === undefined) return
    const next = bar.key === picked ? undefined : bar.key
    look(isTownship ? { region: next } : { trade: next })
  }
  const option = useCallback((palette: Palette) => barsOption({ metric, bars: shown, picked }, palette), [metric, shown, picked])
  const name = way.name(metric.name)
  const reason = reasonOf({ canAsk, breakdown, isWholeCounty: given.isWholeCounty, isEmpty: value !== undefined && bars.length === 0 })
  return (
    <Card
      name={name}
      className={isTownship ? 'half' : 'third'}
      definition={{ name: metric.name, text: metric.definition }}
      file={canAsk ? where : undefined}
      choice={isTownship ? undefined : <PartsChoice page={page} metric={metric} breakdown={breakdown} />}
      chart={
        reason === undefined ? (
          <Chart label={name} height={Math.max(LEAST_HEIGHT, shown.length * ROW_HEIGHT)} option={option} onPick={(at) => pick(shown[at])} />
        ) : (
          <p className="nothing">{reason}</p>
        )
      }
      table={
        <DataTable
          caption={name}
          columns={[way.column, COLUMN.value]}
          rows={bars.map((bar) => ({
            key: bar.key,
            isPicked: bar.key === picked,
            cells: [bar.name, barText(metric, bar)],
            ...(bar.key === '' || way.hint === undefined ? {} : { onPick: () => pick(bar) }),
          }))}
        />
      }
      note={
        value !== undefined && value.suppressed > 0
          ? CARD.suppressed(value.suppressed)
          : reason === undefined
            ? hintOf(way, metric)
            : undefined
      }
    />
  )
}

interface Asking {
  readonly canAsk: boolean
  readonly breakdown: Way['breakdown']
  readonly isWholeCounty: boolean
  readonly isEmpty: boolean
}

function reasonOf({ canAsk, breakdown, isWholeCounty, isEmpty }: Asking): string | undefined {
  if (canAsk) return isEmpty ? CARD.nothing : undefined
  if (breakdown === 'employer') return CARD.noEmployersByTrade
  return breakdown === 'township' && !isWholeCounty ? CARD.onlyWholeCounty : CARD.noTrades
}
