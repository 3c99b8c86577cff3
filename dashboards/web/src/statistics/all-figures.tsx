import type { Overview } from '@linggong/api/contract/overview.contract.ts'
import { toldFigure } from '@linggong/api/core/statistics/told-figure.ts'
import { CARD, COLUMN, WHY } from '../../copy.ts'
import { ColumnHeads } from './data-table.tsx'
import type { Page } from './page.ts'
import type { Figure } from './types.ts'

function Line({ figure, period }: { readonly figure: Figure; readonly period: Overview['period'] }) {
  const { metric } = figure
  const { text, why, against, was, change } = toldFigure(figure, period)
  return (
    <tr className={metric.collected ? undefined : 'not-collected'} data-metric={metric.id}>
      <th scope="row">{metric.name}</th>
      <td className="number">
        {text === undefined ? <span className="faint">{why === undefined ? '' : WHY[why]}</span> : `${text.number}${text.unit}`}
      </td>
      <td className="number">{was === '' ? '' : `${against} ${was}`}</td>
      <td className="number">{change?.words ?? ''}</td>
      <td className="definition-cell">{metric.definition}</td>
    </tr>
  )
}

/** On a phone it is opened by whoever wants it. */
const ROOMY = '(min-width: 52rem)'

/** Every figure of the catalogue with what exactly it counts; what nothing tells of yet says so. */
export function AllFigures({ page: { overview } }: { readonly page: Page }) {
  const { figures, period } = overview
  const ordered = [...figures.filter(({ metric }) => metric.collected), ...figures.filter(({ metric }) => !metric.collected)]
  return (
    <details className="card full" open={matchMedia(ROOMY).matches}>
      <summary>
        <h2>{CARD.all}</h2>
      </summary>
      <div className="table-room">
        <table className="all-figures">
          <ColumnHeads names={[COLUMN.metric, COLUMN.now, COLUMN.before, COLUMN.change, COLUMN.definition]} />
          <tbody>
            {ordered.map((figure) => (
              <Line key={figure.metric.id} figure={figure} period={period} />
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
