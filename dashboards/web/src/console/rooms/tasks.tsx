import type { StaffTaskView } from '@linggong/api/contract/staff-task.contract.ts'
import { COMMON, yuanText } from '../../../console-copy.ts'
import { TASK } from '../../../console-queues-copy.ts'
import { minuteText } from '../../shared/minute-text.ts'
import { useDesk } from '../desk.ts'
import { Facts, Field, Form, fieldOf, List, Opened } from '../parts.tsx'
import { TASKS } from '../queues.ts'
import { useDeed } from '../use-deed.ts'
import { useQueue } from '../use-queue.ts'
import { Conduct } from './conduct.tsx'
import { factRows } from './fact-rows.ts'

interface RowProps {
  readonly task: StaffTaskView
  readonly done: () => void
}

function Close({ task: { id }, done }: RowProps) {
  const { tell } = useDesk()
  const { run, isDoing, no } = useDeed('closeStaffTask')
  async function close(form: FormData): Promise<void> {
    if ((await run({ params: { id }, body: { note: fieldOf(form, 'note') } })) === undefined) return
    tell(TASK.closed)
    done()
  }
  return (
    <Form label={TASK.close} submit={close} isDoing={isDoing} no={no}>
      <Field label={COMMON.note} hint={COMMON.noteHint} name="note" maxLength={200} />
    </Form>
  )
}

const FEN_PER_YUAN = 100

/** Both sides were heard; what the seat is paid is said here. */
function Settle({ task: { facts }, done }: RowProps) {
  const { tell } = useDesk()
  const { run, isDoing, no } = useDeed('settleContested')
  async function settle(form: FormData): Promise<void> {
    const amountFen = Math.round(Number(fieldOf(form, 'yuan')) * FEN_PER_YUAN)
    const settled = await run({ params: { number: String(facts['job']) }, body: { take: String(facts['take']), amountFen } })
    if (settled === undefined) return
    tell(TASK.settled(yuanText(amountFen)))
    done()
  }
  return (
    <Form label={TASK.settle} submit={settle} isDoing={isDoing} no={no}>
      <Field label={TASK.yuan} name="yuan" type="number" inputMode="decimal" min={0} step={0.01} />
    </Form>
  )
}

function Row({ task, done }: RowProps) {
  const { may } = useDesk()
  return (
    <li>
      <h2>{task.title}</h2>
      <p className="faint">{minuteText(task.openedAt)}</p>
      <Facts of={factRows(task.facts, task.names)} />
      {task.kind === 'hall-first' && may('see-conduct') && (
        <Opened label={TASK.conduct}>
          <Conduct person={String(task.facts['person'])} done={done} />
        </Opened>
      )}
      {task.kind === 'pay-disputed' && may('settle-pay') && (
        <Opened label={TASK.settles}>
          <Settle task={task} done={done} />
        </Opened>
      )}
      {may('close-task') && (
        <Opened label={TASK.closes}>
          <Close task={task} done={done} />
        </Opened>
      )}
    </li>
  )
}

export function Tasks() {
  const [read, again] = useQueue(TASKS)
  return (
    <List read={read} again={again} none={TASK.none}>
      {(task) => <Row key={task.id} task={task} done={again} />}
    </List>
  )
}
