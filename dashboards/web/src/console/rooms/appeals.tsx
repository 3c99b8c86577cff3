import type { StaffTaskView } from '@linggong/api/contract/staff-task.contract.ts'
import { APPEAL, FACT_WORD } from '../../../console-queues-copy.ts'
import { minuteText } from '../../shared/minute-text.ts'
import { Facts, List, Opened } from '../parts.tsx'
import { APPEALS } from '../queues.ts'
import { useQueue } from '../use-queue.ts'
import { Conduct } from './conduct.tsx'

function Row({ task, done }: { readonly task: StaffTaskView; readonly done: () => void }) {
  const { person, reason, why, job } = task.facts
  const words = (word: string | number | undefined): string => FACT_WORD[String(word)] ?? String(word ?? '')
  return (
    <li>
      <h2>{APPEAL.title(words(reason))}</h2>
      <Facts
        of={[
          [APPEAL.why, words(why)],
          [APPEAL.job, String(job ?? '')],
          [APPEAL.openedAt, minuteText(task.openedAt)],
        ]}
      />
      <Opened label={APPEAL.look}>
        <Conduct person={String(person)} penalty={task.subject} done={done} />
      </Opened>
    </li>
  )
}

export function Appeals() {
  const [read, again] = useQueue(APPEALS)
  return (
    <List read={read} again={again} none={APPEAL.none}>
      {(task) => <Row key={task.id} task={task} done={again} />}
    </List>
  )
}
