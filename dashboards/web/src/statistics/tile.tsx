import type { Overview } from '@linggong/api/contract/overview.contract.ts'
import { toldFigure } from '@linggong/api/core/statistics/told-figure.ts'
import { WHY } from '../../copy.ts'
import { Definition } from './definition.tsx'
import { sinceFirst } from './since-first.ts'
import { Sparkline } from './sparkline.tsx'
import type { Figure } from './types.ts'

export interface TileProps {
  readonly figure: Figure
  readonly period: Overview['period']
  readonly isPicked: boolean
  readonly onPick: () => void
}

/** Less of these is better. */
const BETTER_DOWN: ReadonlySet<string> = new Set([
  'wage_arrears',
  'wage_arrears_seats',
  'high_risk_uninsured',
  'no_show_rate',
  'cancel_rate',
])

/** A figure that can be looked at closer. */
export function Tile({ figure, period, isPicked, onPick }: TileProps) {
  const { metric, trend } = figure
  const { text, why, against, was, change } = toldFigure(figure, period)
  const isBad = change?.direction === 'up' && BETTER_DOWN.has(metric.id)
  return (
    <li className={isPicked ? 'tile picked' : 'tile'} data-metric={metric.id}>
      <button type="button" className="tile-pick" aria-pressed={isPicked} onClick={onPick}>
        <span className="tile-name">{metric.name}</span>
        {text === undefined ? (
          <span className="tile-none">{why === undefined ? '' : WHY[why]}</span>
        ) : (
          <span className="tile-figure">
            <b>{text.number}</b>
            <i>{text.unit}</i>
          </span>
        )}
        <span className="tile-change">
          <span>{against}</span>
          {change === undefined ? <span>{was}</span> : <span className={isBad ? 'bad' : 'moved'}>{change.words}</span>}
        </span>
        <Sparkline values={sinceFirst(trend).map(({ value }) => value)} />
      </button>
      <Definition name={metric.name} text={metric.definition} />
    </li>
  )
}
