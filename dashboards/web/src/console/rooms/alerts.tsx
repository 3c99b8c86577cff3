import type { AlertView } from '@linggong/api/contract/alert.contract.ts'
import { COMMON } from '../../../console-copy.ts'
import { ALERTING } from '../../../console-queues-copy.ts'
import { minuteText } from '../../shared/minute-text.ts'
import { useDesk } from '../desk.ts'
import { Field, Form, fieldOf, List, Opened } from '../parts.tsx'
import { ALERTS } from '../queues.ts'
import { useDeed } from '../use-deed.ts'
import { useQueue } from '../use-queue.ts'

interface RowProps {
  readonly alert: AlertView
  readonly done: () => void
}

function Acknowledge({ alert: { id }, done }: RowProps) {
  const { tell } = useDesk()
  const { run, isDoing, no } = useDeed('acknowledgeAlert')
  async function take(): Promise<void> {
    if ((await run({ params: { id }, body: {} })) === undefined) return
    tell(ALERTING.acknowledged)
    done()
  }
  return <Form label={ALERTING.acknowledge} submit={take} isDoing={isDoing} no={no} />
}

function Close({ alert: { id }, done }: RowProps) {
  const { tell } = useDesk()
  const { run, isDoing, no } = useDeed('closeAlert')
  async function close(form: FormData): Promise<void> {
    if ((await run({ params: { id }, body: { note: fieldOf(form, 'note') } })) === undefined) return
    tell(ALERTING.closed)
    done()
  }
  return (
    <Opened label={ALERTING.closes}>
      <Form label={ALERTING.close} submit={close} isDoing={isDoing} no={no}>
        <Field label={COMMON.note} hint={COMMON.noteHint} name="note" maxLength={200} />
      </Form>
    </Opened>
  )
}

function Row({ alert, done }: RowProps) {
  const { may } = useDesk()
  const { title, text, definition, desk, urgent, state, firedAt } = alert
  return (
    <li>
      <h2>
        {title} {urgent && <span className="badge">{ALERTING.urgent}</span>}
      </h2>
      <p>{text}</p>
      <p className="faint">
        {ALERTING.desk(desk)} · {minuteText(firedAt)} · {definition}
      </p>
      {may('handle-alerts') && (state === 'new' ? <Acknowledge alert={alert} done={done} /> : <Close alert={alert} done={done} />)}
    </li>
  )
}

export function Alerts() {
  const [read, again] = useQueue(ALERTS)
  return (
    <List read={read} again={again} none={ALERTING.none}>
      {(alert) => <Row key={`${alert.id} ${alert.state}`} alert={alert} done={again} />}
    </List>
  )
}
