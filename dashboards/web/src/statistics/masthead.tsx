import { PERIOD_KINDS } from '@linggong/api/core/statistics/period-kind.ts'
import { periodText } from '@linggong/api/core/statistics/period-text.ts'
import { BY_NAME, CURRENT_NAME, PAGE } from '../../copy.ts'
import { minuteText } from '../shared/minute-text.ts'
import { leave } from './leave.ts'
import type { Page } from './page.ts'
import { reportUrl } from './view.ts'

function Crumbs({ given, view, look }: Page) {
  const { county } = given
  return (
    <nav className="crumbs" aria-label={PAGE.where}>
      <ol>
        <li>
          {view.region === undefined && view.trade === undefined ? (
            <span aria-current="page">{county.name}</span>
          ) : (
            <button type="button" onClick={() => look({ region: undefined, trade: undefined })} disabled={!given.isWholeCounty}>
              {county.name}
            </button>
          )}
        </li>
        {view.region !== undefined && (
          <li>
            {view.trade === undefined ? (
              <span aria-current="page">{view.region}</span>
            ) : (
              <button type="button" onClick={() => look({ trade: undefined })}>
                {view.region}
              </button>
            )}
          </li>
        )}
        {view.trade !== undefined && (
          <li>
            <span aria-current="page">{view.trade}</span>
          </li>
        )}
      </ol>
    </nav>
  )
}

function PeriodChoice({ view, overview: { period }, look }: Page) {
  return (
    <div className="choice">
      <fieldset className="segments">
        <legend className="unseen">{PAGE.by}</legend>
        {PERIOD_KINDS.map((by) => (
          <button
            key={by}
            type="button"
            aria-pressed={view.by === by}
            onClick={() => look({ by, at: view.at === undefined ? undefined : period.from })}
          >
            {BY_NAME[by]}
          </button>
        ))}
      </fieldset>
      <div className="stepper">
        <button type="button" aria-label={PAGE.earlier} onClick={() => look({ at: period.earlier })}>
          ‹
        </button>
        <strong>{periodText(period)}</strong>
        <button
          type="button"
          aria-label={PAGE.later}
          disabled={period.later === null}
          onClick={() => look({ at: period.later ?? undefined })}
        >
          ›
        </button>
        {!period.isOpen && (
          <button type="button" className="current" onClick={() => look({ at: undefined })}>
            {CURRENT_NAME[view.by]}
          </button>
        )}
      </div>
    </div>
  )
}

interface PickProps {
  readonly label: string
  readonly all: string | undefined
  readonly values: readonly string[]
  readonly value: string | undefined
  readonly onPick: (value: string | undefined) => void
}

const Pick = ({ label, all, values, value, onPick }: PickProps) => (
  <label className="pick">
    <span className="unseen">{label}</span>
    <select value={value ?? ''} onChange={({ target }) => onPick(target.value === '' ? undefined : target.value)}>
      {all !== undefined && <option value="">{all}</option>}
      {values.map((name) => (
        <option key={name}>{name}</option>
      ))}
    </select>
  </label>
)

/** Where and when one looks, and as of when it was counted. */
export function Masthead({ page }: { readonly page: Page }) {
  const { given, view, overview, look } = page
  const { dataAsOf, demo, stale, period } = overview
  return (
    <header className="masthead">
      <div className="masthead-name">
        <h1>{PAGE.title}</h1>
        <Crumbs {...page} />
        <p className="as-of">
          {demo && <span className="badge">{PAGE.demo}</span>}
          <span>
            {PAGE.dataAsOf} <time dateTime={dataAsOf}>{minuteText(dataAsOf)}</time>
          </span>
          {period.isOpen && <span className="faint">{PAGE.notOver}</span>}
          {stale && <strong className="alarm">{PAGE.stale}</strong>}
        </p>
      </div>
      <div className="controls">
        <PeriodChoice {...page} />
        <div className="picks">
          <Pick
            label={PAGE.township}
            all={given.isWholeCounty ? PAGE.allTownships : undefined}
            values={given.townships}
            value={view.region}
            onPick={(region) => look({ region })}
          />
          <Pick label={PAGE.trade} all={PAGE.allTrades} values={given.trades} value={view.trade} onPick={(trade) => look({ trade })} />
          <a className="button" href={reportUrl(view, period.from)}>
            {PAGE.print}
          </a>
          <button type="button" className="plain" onClick={() => void leave(given.viewer)}>
            {PAGE.leave}
          </button>
        </div>
      </div>
    </header>
  )
}
