import type { StatisticsAnswer } from '@linggong/api/contract/statistics.contract.ts'
import { useCallback, useMemo } from 'react'
import { BAND_NAME, CARD, COLUMN } from '../../copy.ts'
import { Card } from './card.tsx'
import { Chart } from './chart.tsx'
import { DataTable } from './data-table.tsx'
import { ageingOption } from './options/ageing-option.ts'
import { type Bar, barText } from './options/bars-option.ts'
import { figureOf, type Page, questionOf } from './page.ts'
import type { Palette } from './palette.ts'
import { useAnswer } from './use-answer.ts'
import { queryUrl } from './view.ts'

const HEIGHT = 230

const bandsOf = (answer: StatisticsAnswer | undefined): readonly Bar[] =>
  (answer?.rows ?? []).map(({ group, value, suppressed }) => ({ key: group ?? '', name: BAND_NAME[group ?? ''] ?? '', value, suppressed }))

/** What is owed, by how long it has been. */
export function AgeingCard({ page }: { readonly page: Page }) {
  const debt = figureOf(page, 'wage_arrears')
  const canAsk = page.view.trade === undefined
  const ask = (metric: string) => ({ ...questionOf(page, metric, 'ageing'), trade: undefined })
  const money = useAnswer<StatisticsAnswer>(canAsk ? queryUrl(ask('wage_arrears')) : undefined)
  const seats = useAnswer<StatisticsAnswer>(canAsk ? queryUrl(ask('wage_arrears_seats')) : undefined)
  const bands = useMemo(() => bandsOf(money.value), [money.value])
  const people = bandsOf(seats.value)
  const option = useCallback(
    (palette: Palette) => (money.value === undefined ? {} : ageingOption(money.value.metric, bands, palette)),
    [money.value, bands],
  )
  if (debt === undefined) return null
  const isNone = money.value !== undefined && bands.every(({ value, suppressed }) => value === 0 && !suppressed)
  const reason = canAsk ? (isNone ? CARD.noDebt : undefined) : CARD.noAgeingByTrade
  return (
    <Card
      name={CARD.ageing}
      className="third"
      definition={{ name: debt.metric.name, text: debt.metric.definition }}
      file={canAsk ? ask('wage_arrears') : undefined}
      chart={reason === undefined ? <Chart label={CARD.ageing} height={HEIGHT} option={option} /> : <p className="nothing">{reason}</p>}
      table={
        <DataTable
          caption={CARD.ageing}
          columns={[COLUMN.band, COLUMN.value, COLUMN.seats]}
          rows={bands.map((band, at) => {
            const seat = people[at]
            return {
              key: band.key,
              cells: [
                band.name,
                barText(debt.metric, band),
                seat === undefined || seats.value === undefined ? '' : barText(seats.value.metric, seat),
              ],
            }
          })}
        />
      }
    />
  )
}
