import type { ApprovalView } from '@linggong/api/contract/approval.contract.ts'
import { APPROVAL } from '../../../console-queues-copy.ts'
import { minuteText } from '../../shared/minute-text.ts'
import { useDesk } from '../desk.ts'
import { Facts, List, Refused } from '../parts.tsx'
import { APPROVALS } from '../queues.ts'
import { useDeed } from '../use-deed.ts'
import { useQueue } from '../use-queue.ts'
import { factRows } from './fact-rows.ts'

interface RowProps {
  readonly approval: ApprovalView
  readonly done: () => void
}

function Answers({ approval: { id }, done }: RowProps) {
  const { tell } = useDesk()
  const approve = useDeed('approve')
  const decline = useDeed('declineApproval')
  const isDoing = approve.isDoing || decline.isDoing
  async function answer(deed: typeof approve | typeof decline, told: string): Promise<void> {
    if ((await deed.run({ params: { id } })) === undefined) return
    tell(told)
    done()
  }
  return (
    <div className="answers">
      <Refused no={approve.no ?? decline.no} />
      <button type="button" className="main" aria-disabled={isDoing} onClick={() => void answer(approve, APPROVAL.approved)}>
        {APPROVAL.approve}
      </button>
      <button type="button" className="plain" aria-disabled={isDoing} onClick={() => void answer(decline, APPROVAL.declined)}>
        {APPROVAL.decline}
      </button>
    </div>
  )
}

function Row({ approval, done }: RowProps) {
  const { self, may } = useDesk()
  const { title, asker, asked, names, askedAt, endsAt } = approval
  const isOwn = asker === self.id
  return (
    <li>
      <h2>{title}</h2>
      <p className="faint">
        {APPROVAL.asked(minuteText(askedAt))} · {APPROVAL.ends(minuteText(endsAt))}
      </p>
      <Facts of={[asked.params, asked.query, asked.body].flatMap((part) => factRows(part, names))} />
      {isOwn && <p>{APPROVAL.own}</p>}
      {!isOwn && may('approve') && <Answers approval={approval} done={done} />}
    </li>
  )
}

export function Approvals() {
  const [read, again] = useQueue(APPROVALS)
  return (
    <List read={read} again={again} none={APPROVAL.none}>
      {(approval) => <Row key={approval.id} approval={approval} done={again} />}
    </List>
  )
}
