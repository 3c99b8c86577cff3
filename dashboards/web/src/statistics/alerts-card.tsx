import type { AlertView } from '@linggong/api/contract/alert.contract.ts'
import { useId } from 'react'
import { ALERT, SEASON_NAME } from '../../copy.ts'
import { minuteText } from '../shared/minute-text.ts'
import { Definition } from './definition.tsx'
import type { Page } from './page.ts'
import { useAnswer } from './use-answer.ts'
import { alertsUrl } from './view.ts'

interface Alerts {
  readonly alerts: readonly AlertView[]
  readonly next: string | null
}

function Alert({ alert, countyCode }: { readonly alert: AlertView; readonly countyCode: string }) {
  const { title, text, definition, desk, urgent, state, region, firedAt, mutedBy, steps } = alert
  const note = steps.at(-1)?.note ?? ''
  return (
    <li className={`alert ${state}`}>
      <span className={urgent && state === 'new' ? 'alert-state urgent' : 'alert-state'}>
        {urgent && state === 'new' ? ALERT.urgent : ALERT.state[state]}
      </span>
      <div className="alert-words">
        <p className="alert-title">
          <strong>{title}</strong>
          <Definition name={title} text={definition} />
        </p>
        <p>{text}</p>
        {note !== '' && <p className="faint">{ALERT.note(note)}</p>}
        {mutedBy !== null && <p className="faint">{ALERT.muted(SEASON_NAME[mutedBy])}</p>}
      </div>
      <p className="alert-about">
        <span>{region === countyCode || region === '' ? ALERT.wholeCounty : region}</span>
        <span>{ALERT.desk(desk)}</span>
        <time dateTime={firedAt}>{minuteText(firedAt)}</time>
      </p>
    </li>
  )
}

/** What the rules have found: a reason to look, with the numbers that gave it, and whose desk it lies on. */
export function AlertsCard({ page: { given, view } }: { readonly page: Page }) {
  const id = useId()
  const { value, state } = useAnswer<Alerts>(alertsUrl(view))
  const alerts = value?.alerts ?? []
  return (
    <section className="card full" aria-labelledby={id}>
      <header className="card-head">
        <h2 id={id}>{ALERT.title}</h2>
        {value !== undefined && <span className="faint">{ALERT.count(alerts.length, value.next !== null)}</span>}
      </header>
      {alerts.length === 0 ? (
        <p className="none-found">{state === 'here' ? ALERT.none : ALERT.waits}</p>
      ) : (
        <ul className="alerts">
          {alerts.map((alert) => (
            <Alert key={alert.id} alert={alert} countyCode={given.county.code} />
          ))}
        </ul>
      )}
    </section>
  )
}
