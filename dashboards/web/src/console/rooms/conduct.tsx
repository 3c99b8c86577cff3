import type { ConductView, PenaltyView } from '@linggong/api/contract/penalty.contract.ts'
import { APPEAL, CONDUCT, FACT_WORD } from '../../../console-queues-copy.ts'
import { minuteText } from '../../shared/minute-text.ts'
import { useDesk } from '../desk.ts'
import { Field, Form, fieldOf, Refused } from '../parts.tsx'
import { useDeed } from '../use-deed.ts'
import { useRead } from '../use-queue.ts'

interface DecideProps {
  readonly person: string
  readonly penalty: PenaltyView
  readonly done: () => void
}

function Decide({ person, penalty: { penalty, points }, done }: DecideProps) {
  const { tell } = useDesk()
  const { run, isDoing, no } = useDeed('decideAppeal')
  async function decide(form: FormData): Promise<void> {
    const lifted = form.get('lifted') === 'yes'
    const decided = await run({ params: { person, penalty }, body: { lifted, points, reason: fieldOf(form, 'reason') } })
    if (decided === undefined) return
    tell(lifted ? APPEAL.lifted : APPEAL.upheld)
    done()
  }
  return (
    <Form label={APPEAL.submit} submit={decide} isDoing={isDoing} no={no}>
      <fieldset className="choices">
        <legend>{APPEAL.decide}</legend>
        {(['yes', 'no'] as const).map((each) => (
          <label key={each} className="tick">
            <input type="radio" name="lifted" value={each} required />
            <span>{APPEAL.answer[each]}</span>
          </label>
        ))}
      </fieldset>
      <Field label={APPEAL.reason} hint={APPEAL.reasonHint} name="reason" maxLength={200} />
    </Form>
  )
}

function TalkOver({ person, conduct, done }: { readonly person: string; readonly conduct: ConductView; readonly done: () => void }) {
  const { tell } = useDesk()
  const { run, isDoing, no } = useDeed('talkOver')
  async function talkedOver(): Promise<void> {
    const seen = conduct.penalties.map(({ penalty }) => penalty)
    if ((await run({ params: { person }, body: { seen } })) === undefined) return
    tell(CONDUCT.talkedOver)
    done()
  }
  return <Form label={CONDUCT.talkOver} submit={talkedOver} isDoing={isDoing} no={no} />
}

interface ConductProps {
  readonly person: string
  /** The one that he appeals against. */
  readonly penalty?: string
  readonly done: () => void
}

/** The words that somebody has not kept, and what is to be decided about them. */
export function Conduct({ person, penalty, done }: ConductProps) {
  const { act, may } = useDesk()
  const [read] = useRead(() => act('seeConduct', { params: { person } }, ''))
  if (read.state === 'waits') return <p role="status">{CONDUCT.reading}</p>
  if (read.state === 'no') return <Refused no={read.no} />
  const { points, penalties, hallFirst } = read.value
  const appealed = penalties.find((each) => each.penalty === penalty)
  return (
    <>
      <p>{CONDUCT.points(points)}</p>
      <ul className="lines">
        {penalties.map(({ penalty: id, reason, number, at, pointsNow }) => (
          <li key={id}>{CONDUCT.line(`${minuteText(at)}【${number}】${FACT_WORD[reason] ?? reason}`, pointsNow)}</li>
        ))}
      </ul>
      {appealed?.appeal?.state === 'waiting' && may('decide-appeal') && <Decide person={person} penalty={appealed} done={done} />}
      {hallFirst && may('talk-over') && <TalkOver person={person} conduct={read.value} done={done} />}
    </>
  )
}
