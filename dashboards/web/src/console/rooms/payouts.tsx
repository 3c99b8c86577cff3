import type { HeldPayoutView } from '@linggong/api/contract/held-payout.contract.ts'
import { COMMON, yuanText } from '../../../console-copy.ts'
import { PAYOUT } from '../../../console-queues-copy.ts'
import { minuteText } from '../../shared/minute-text.ts'
import { useDesk } from '../desk.ts'
import { Facts, Field, Form, fieldOf, List } from '../parts.tsx'
import { PAYOUTS } from '../queues.ts'
import { useDeed } from '../use-deed.ts'
import { useQueue } from '../use-queue.ts'

interface RowProps {
  readonly payout: HeldPayoutView
  readonly done: () => void
}

function Look({ payout: { payout }, done }: RowProps) {
  const { tell } = useDesk()
  const release = useDeed('releasePayout')
  const decline = useDeed('declinePayout')
  async function answer(form: FormData): Promise<void> {
    const isLetGo = form.get('answer') === 'release'
    const deed = isLetGo ? release : decline
    const answered = await deed.run({ params: { id: payout }, body: { note: fieldOf(form, 'note') } })
    if (answered === undefined) return
    tell(isLetGo ? PAYOUT.released : PAYOUT.declined)
    done()
  }
  return (
    <Form label={PAYOUT.submit} submit={answer} isDoing={release.isDoing || decline.isDoing} no={release.no ?? decline.no}>
      <fieldset className="choices">
        <legend>{PAYOUT.decide}</legend>
        {(['release', 'decline'] as const).map((each) => (
          <label key={each} className="tick">
            <input type="radio" name="answer" value={each} required />
            <span>{PAYOUT.answer[each]}</span>
          </label>
        ))}
      </fieldset>
      <Field label={COMMON.note} hint={COMMON.noteHint} name="note" maxLength={200} />
    </Form>
  )
}

function Row({ payout, done }: RowProps) {
  const { may } = useDesk()
  const { workerName, amountFen, askedAt, registeredAt, payeeFrom, earnedThisMonthFen } = payout
  return (
    <li>
      <h2>
        {workerName} {yuanText(amountFen)}
      </h2>
      <Facts
        of={[
          [PAYOUT.askedAt, minuteText(askedAt)],
          [PAYOUT.registeredAt, minuteText(registeredAt)],
          [PAYOUT.payeeFrom, payeeFrom === null ? PAYOUT.noPayee : minuteText(payeeFrom)],
          [PAYOUT.earned, yuanText(earnedThisMonthFen)],
        ]}
      />
      {may('release-payout') && <Look payout={payout} done={done} />}
    </li>
  )
}

export function Payouts() {
  const [read, again] = useQueue(PAYOUTS)
  return (
    <List read={read} again={again} none={PAYOUT.none}>
      {(payout) => <Row key={payout.payout} payout={payout} done={again} />}
    </List>
  )
}
