import type { Answer } from '@linggong/api/contract/handler.ts'
import { REVIEW } from '../../../console-queues-copy.ts'
import { minuteText } from '../../shared/minute-text.ts'
import { useDesk } from '../desk.ts'
import { Field, Form, fieldOf, List, Opened } from '../parts.tsx'
import { LICENCES } from '../queues.ts'
import type { Input } from '../send.ts'
import { useDeed } from '../use-deed.ts'
import { useQueue } from '../use-queue.ts'
import { Picture } from './picture.tsx'
import { Rejects } from './rejects.tsx'

type Licence = Answer<'listLicences'>['licences'][number]
type Decision = NonNullable<Input<'reviewLicence'>['body']>

interface ReviewProps {
  readonly licence: Licence
  readonly done: () => void
}

const approval = (form: FormData): Decision => {
  const reviewOn = fieldOf(form, 'reviewOn')
  return {
    ...{ decision: 'approve', number: fieldOf(form, 'number'), validUntil: fieldOf(form, 'validUntil') },
    reviewOn: reviewOn === '' ? null : reviewOn,
  }
}

function Review({ licence: { licence, cert }, done }: ReviewProps) {
  const { tell } = useDesk()
  const { run, isDoing, no } = useDeed('reviewLicence')
  async function review(body: Decision): Promise<void> {
    const answered = await run({ params: { id: licence }, body })
    if (answered === undefined) return
    tell(answered.state === 'approved' ? REVIEW.approved(cert) : REVIEW.rejected(cert))
    done()
  }
  return (
    <>
      <Form label={REVIEW.approve} submit={(form) => review(approval(form))} isDoing={isDoing} no={no}>
        <Field label={REVIEW.number} name="number" minLength={4} maxLength={40} isWrong={no?.fields.includes('body.number') ?? false} />
        <Field label={REVIEW.validUntil} name="validUntil" type="date" />
        <Field label={REVIEW.reviewOn} name="reviewOn" type="date" required={false} />
      </Form>
      <Rejects reject={(reason) => review({ decision: 'reject', reason })} isDoing={isDoing} />
    </>
  )
}

function Row({ licence, done }: ReviewProps) {
  const { may } = useDesk()
  return (
    <li>
      <h2>{licence.cert}</h2>
      <p className="faint">
        {licence.isSkill ? REVIEW.skill : REVIEW.lawful} · {REVIEW.sent(minuteText(licence.uploadedAt))}
      </p>
      {may('open-licence') && <Picture of="seeLicencePicture" id={licence.licence} alt={REVIEW.pictureOf(licence.cert)} />}
      {may('review-licence') && (
        <Opened label={REVIEW.review}>
          <Review licence={licence} done={done} />
        </Opened>
      )}
    </li>
  )
}

export function Licences() {
  const [read, again] = useQueue(LICENCES)
  return (
    <List read={read} again={again} none={REVIEW.noLicences}>
      {(licence) => <Row key={licence.licence} licence={licence} done={again} />}
    </List>
  )
}
